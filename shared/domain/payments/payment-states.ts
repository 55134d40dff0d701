import * as z from 'zod';

/**
 * The one table of a payment's life: from each state, which moves are possible, who may make them, and where they lead.
 * Money goes from buyer to shop; this is only what both say of it. `provider` is the shop's payment provider by a
 * verified notice, `order` what became of the order.
 *
 * A buyer's word (`claimed`) is never money: only the shop, its provider or the cash in its hand confirms. An order that
 * ends takes with it what was never paid, and turns what was into a return that is owed; a payment that was claimed and
 * not yet looked at stays until the shop has looked.
 */
export const paymentMoves = {
  unpaid: {
    claim: { by: ['buyer'], to: 'claimed' },
    collect: { by: ['merchant'], to: 'confirmed' },
    refuse: { by: ['merchant'], to: 'refused' },
    record: { by: ['treasurer'], to: 'recorded' },
    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },
    end: { by: ['order'], to: 'void' },
  },
  claimed: {
    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },
    'not-find': { by: ['merchant'], to: 'not_found' },
  },
  not_found: {
    claim: { by: ['buyer'], to: 'claimed' },
    collect: { by: ['merchant'], to: 'confirmed' },
    refuse: { by: ['merchant'], to: 'refused' },
    record: { by: ['treasurer'], to: 'recorded' },
    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },
    end: { by: ['order'], to: 'void' },
  },
  recorded: {
    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },
    'not-find': { by: ['merchant'], to: 'not_found' },
  },
  refused: {
    collect: { by: ['merchant'], to: 'confirmed' },
    end: { by: ['order'], to: 'void' },
  },
  confirmed: {
    end: { by: ['order'], to: 'return_owed' },
  },
  return_owed: {
    'give-back': { by: ['merchant'], to: 'returned' },
  },
  returned: {
    deny: { by: ['buyer'], to: 'return_owed' },
  },
  void: {
    claim: { by: ['buyer'], to: 'claimed' },
    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },
  },
} as const satisfies Record<string, Record<string, { by: readonly PaymentParty[]; to: string }>>;

export type PaymentParty = 'buyer' | 'treasurer' | 'merchant' | 'provider' | 'order';
export type PaymentMove =
  | 'claim'
  | 'confirm'
  | 'not-find'
  | 'collect'
  | 'refuse'
  | 'record'
  | 'give-back'
  | 'deny'
  | 'end';

export const PaymentState = z
  .enum(Object.keys(paymentMoves) as [keyof typeof paymentMoves, ...(keyof typeof paymentMoves)[]])
  .meta({ id: 'PaymentState' });
export type PaymentState = z.infer<typeof PaymentState>;

/** What people call each state. */
export const paymentLabels: Record<PaymentState, string> = {
  unpaid: 'belum dibayar',
  claimed: 'menunggu konfirmasi penjual',
  not_found: 'uang belum ditemukan penjual',
  recorded: 'dibayar bendahara, menunggu konfirmasi penjual',
  refused: 'ditolak pembeli saat diantar',
  confirmed: 'lunas',
  return_owed: 'uang harus dikembalikan',
  returned: 'uang sudah dikembalikan',
  void: 'tidak perlu dibayar',
};
