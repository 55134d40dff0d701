import * as z from 'zod';
import { fieldsOf, notGenuine, sameText } from '../../basics/webhooks/signed-notice.ts';
import { type PaymentNoticeStatus, wholeRupiah } from './notice.ts';
import type { Profile } from './profile.ts';

const Named = z.object({
  reference_id: z.string().max(80),
  status: z.string().max(40),
  currency: z.string().max(8),
});
/** Of a payment as the payments API v3 tells it. */
const Payment = Named.extend({ payment_id: z.string().max(120), request_amount: z.number() });
/** Of a code's payment, and of a refund: both have an id of their own and call the sum an amount. */
const Other = Named.extend({ id: z.string().max(120), amount: z.number() });
const Body = z.object({ event: z.string().max(60), data: z.union([Payment, Other]) });
type Said = z.infer<typeof Body>;

const statusOf = ({ event, data: { status } }: Said): PaymentNoticeStatus => {
  if (event === 'payment.capture' || event === 'qr.payment') {
    // Codes of the older programming interface are completed, payments of the newer one succeed.
    if (status === 'SUCCEEDED' || (event === 'qr.payment' && status === 'COMPLETED')) return 'paid';
    return status === 'FAILED' ? 'failed' : 'pending';
  }
  if (event === 'payment.failure') return 'failed';
  return event.startsWith('refund.') ? 'refunded' : 'unknown';
};

/**
 * Xendit: payments API v3, and the payments of its QR codes (`qr.payment`). Its proof is a static token per account, which signs
 * neither bytes nor time: it says who may knock, and a copy of a notice does nothing the second time. Source: Xendit's
 * reference of payment webhooks; of `qr.payment`, public programs that take it.
 */
export const xendit: Profile<{ callbackToken: string }> = {
  verify: ({ headers }, { callbackToken }) => {
    if (callbackToken === '' || !sameText(headers['x-callback-token'] ?? '', callbackToken)) throw notGenuine();
  },
  read: (body) => {
    const said = fieldsOf(Body, body);
    const { data } = said;
    return {
      reference: data.reference_id,
      transaction: 'payment_id' in data ? data.payment_id : data.id,
      status: statusOf(said),
      rupiah: data.currency === 'IDR' ? wholeRupiah('payment_id' in data ? data.request_amount : data.amount) : null,
    };
  },
  answer: {},
};
