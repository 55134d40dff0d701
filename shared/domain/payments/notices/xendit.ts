import * as z from 'zod';
import { fieldsOf, notGenuine, sameText } from '../../basics/webhooks/signed-notice.ts';
import { type PaymentNoticeStatus, wholeRupiah } from './notice.ts';
import type { Profile } from './profile.ts';

const Body = z.object({
  event: z.string().max(60),
  data: z.object({
    payment_id: z.string().max(120),
    reference_id: z.string().max(80),
    status: z.string().max(40),
    request_amount: z.number(),
    currency: z.string().max(8),
  }),
});

const statusOf = ({ event, data }: z.infer<typeof Body>): PaymentNoticeStatus => {
  if (event === 'payment.capture') return data.status === 'SUCCEEDED' ? 'paid' : 'pending';
  if (event === 'payment.failure') return 'failed';
  return event.startsWith('refund.') ? 'refunded' : 'unknown';
};

/**
 * Xendit, payments API v3. Its proof is a static token per account, which signs neither bytes nor time: it says who may
 * knock, and a copy of a notice does nothing the second time.
 */
export const xendit: Profile<{ callbackToken: string }> = {
  verify: ({ headers }, { callbackToken }) => {
    if (callbackToken === '' || !sameText(headers['x-callback-token'] ?? '', callbackToken)) throw notGenuine();
  },
  read: (body) => {
    const said = fieldsOf(Body, body);
    return {
      reference: said.data.reference_id,
      transaction: said.data.payment_id,
      status: statusOf(said),
      rupiah: said.data.currency === 'IDR' ? wholeRupiah(said.data.request_amount) : null,
    };
  },
  answer: {},
};
