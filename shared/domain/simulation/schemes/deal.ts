import type { Instant } from '../../basics/month.ts';

/** A purchase that was agreed beforehand: of which owner of a category, whatever the list says. */
export type Deal = {
  readonly office: number;
  readonly category: number;
  readonly owner: number;
  readonly rupiah: number;
  readonly at: Instant;
  readonly packageId: string;
};
