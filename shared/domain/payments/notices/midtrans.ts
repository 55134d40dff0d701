import { createHash } from 'node:crypto';
import * as z from 'zod';
import { fieldsOf, jsonOf, notGenuine, sameText } from '../../basics/webhooks/signed-notice.ts';
import { type PaymentNoticeStatus, wholeRupiah } from './notice.ts';
import type { Profile } from './profile.ts';

const Signed = z.object({
  order_id: z.string().max(80),
  status_code: z.string().max(8),
  gross_amount: z.string().max(24),
  signature_key: z.string().max(200),
});
const Body = Signed.extend({
  transaction_id: z.string().max(120),
  transaction_status: z.string().max(40),
  currency: z.string().max(8).default('IDR'),
  fraud_status: z.string().max(40).optional(),
});

/** Signed is `status_code`, not `transaction_status`: the word counts only where the signed number says the same. */
const statusOf = ({ status_code, transaction_status, fraud_status }: z.infer<typeof Body>): PaymentNoticeStatus => {
  if (status_code === '200' && (fraud_status === undefined || fraud_status === 'accept')) {
    if (transaction_status === 'settlement' || transaction_status === 'capture') return 'paid';
    if (/refund|chargeback/.test(transaction_status)) return 'refunded';
  }
  if (status_code === '201') return 'pending';
  return /deny|cancel|expire|failure/.test(transaction_status) ? 'failed' : 'unknown';
};

/** What Midtrans signs of a notice: hex SHA-512 over order, status, amount and the server key, as they stand in the body. */
export const midtransSignature = (
  { order_id, status_code, gross_amount }: Omit<z.infer<typeof Signed>, 'signature_key'>,
  serverKey: string,
): string =>
  createHash('sha512')
    .update(order_id + status_code + gross_amount + serverKey)
    .digest('hex');

/**
 * Midtrans, classic notices. No time is signed, so an old notice can be sent again by whoever recorded it: it then finds
 * its payment confirmed already, and does nothing.
 */
export const midtrans: Profile<{ serverKey: string }> = {
  verify: ({ raw }, { serverKey }) => {
    const signed = fieldsOf(Signed, jsonOf(raw));
    if (!sameText(midtransSignature(signed, serverKey), signed.signature_key.toLowerCase())) throw notGenuine();
  },
  read: (body) => {
    const said = fieldsOf(Body, body);
    return {
      reference: said.order_id,
      transaction: said.transaction_id,
      status: statusOf(said),
      rupiah: said.currency === 'IDR' ? wholeRupiah(said.gross_amount) : null,
    };
  },
  answer: {},
};
