/** How far an office's money has come, apart from what is planned. */
export const stages = ['ordered', 'delivered', 'paid'] as const;
export type StageName = (typeof stages)[number];

/** What people call each stage. */
export const stageNames: Record<StageName, string> = {
  ordered: 'Dipesan',
  delivered: 'Diterima',
  paid: 'Dibayar',
};
