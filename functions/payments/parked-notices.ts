import type { Notice } from '../../shared/domain/payments/notices/notice.ts';
import { withAnswer } from '../../shared/domain/payments/notices/unplaced.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPaymentNotice, parkedNotices, savePaymentNotice } from '../../shared/table/payments/notices.ts';
import { savePayment } from '../../shared/table/payments/payments.ts';
import { requireSeller } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { currentPayment } from './current-payment.ts';
import { isOrderId } from './settle-notice.ts';

export const listParkedNotices = endpoint(
  'GET /merchants/{merchantId}/payment-notices',
  async ({ params: { merchantId }, query, caller }, world) => {
    requireSeller(caller, merchantId);
    return page(world, `parked of ${merchantId}`, query, (request) => parkedNotices(world.table, merchantId, request));
  },
);

/** Who paid reads what became of the money they were told of. */
const answeredPayment = async (world: World, { reference, noticeId, merchantId }: Notice, answer: string) => {
  const current = isOrderId(reference) ? await currentPayment(world, reference) : undefined;
  if (current?.payment.merchantId !== merchantId) return [];
  const payment = withAnswer(current.payment, noticeId, answer);
  return payment ? [savePayment({ ...payment, version: current.nextVersion })] : [];
};

/** What was decided about money that nobody could place by itself. It moves no payment: the shop confirms what came. */
export const settleParkedNotice = endpoint(
  'POST /merchants/{merchantId}/parked-notices/{noticeId}/settle',
  async ({ params: { merchantId, noticeId }, body: { reference, reason }, caller }, world) => {
    const { table, now } = world;
    requireSeller(caller, merchantId);
    const notice = await getPaymentNotice(table, { merchantId, reference, noticeId });
    if (notice?.reason === undefined)
      throw new Problem('notice_not_found', 'Pemberitahuan ini tidak ada, atau uangnya sudah cocok dengan pesanan.');
    if (notice.settled && notice.settled.reason !== reason)
      throw new Problem('payment_moved_on', 'Orang lain sudah mencatat apa jadinya uang ini. Muat ulang daftarnya.');
    if (notice.settled) return notice;
    const settled = { at: now(), by: caller.person, reason };
    const answered = await answeredPayment(world, notice, reason);
    await commit(table, [...savePaymentNotice({ ...notice, settled, version: notice.version + 1 }), ...answered]);
    return notice;
  },
);
