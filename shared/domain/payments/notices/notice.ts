import * as z from 'zod';
import { derivedId } from '../../basics/id.ts';
import { Instant } from '../../basics/month-schema.ts';
import { MerchantId } from '../../register/merchant.ts';

export const Provider = z.enum(['midtrans', 'xendit', 'snap-bi']).meta({ id: 'Provider' });
export type Provider = z.infer<typeof Provider>;

/** What a provider's notice says, in our words. Everything but `paid` is a hint: it moves no payment. */
export const PaymentNoticeStatus = z.enum(['paid', 'pending', 'failed', 'refunded', 'unknown']);
export type PaymentNoticeStatus = z.infer<typeof PaymentNoticeStatus>;

/** Why a notice waits for a person: nothing is guessed about money. */
export const ParkedReason = z
  .enum(['amount', 'other-shop', 'paid-again', 'refund', 'way', 'reference', 'unknown-order'])
  .meta({ id: 'ParkedReason' });
export type ParkedReason = z.infer<typeof ParkedReason>;

/** One verified notice of a shop's own provider. */
export const Notice = z.object({
  noticeId: z.string(),
  provider: Provider,
  merchantId: MerchantId.describe('Whose account the notice is of'),
  reference: z.string().max(80).describe('What the shop called the payment: the order’s id'),
  transaction: z.string().max(120).describe('What the provider calls it'),
  status: PaymentNoticeStatus,
  rupiah: z.int().nullable().describe('Null when it is no amount of whole rupiah'),
  receivedAt: Instant,
});
export type Notice = z.infer<typeof Notice>;

/**
 * The id of a notice is made of what it says, not of how it was delivered: providers give each delivery a new number, and
 * some give none.
 */
export const noticeId = (
  notice: Pick<Notice, 'provider' | 'merchantId' | 'reference' | 'transaction' | 'status' | 'rupiah'>,
): string =>
  derivedId(
    'ntc',
    notice.provider,
    notice.merchantId,
    notice.reference,
    notice.transaction,
    notice.status,
    String(notice.rupiah),
  );

/** `"125000.00"`, `"125000"` or 125000 as whole rupiah; null for sen, signs, exponents and everything else. */
export const wholeRupiah = (amount: unknown): number | null => {
  const text = typeof amount === 'number' ? String(amount) : amount;
  return typeof text === 'string' && /^\d{1,12}(\.0{1,2})?$/.test(text) ? Number(text) : null;
};
