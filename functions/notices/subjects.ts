import { orderSubject } from '../../shared/domain/notices/of-order.ts';
import { paperSubject } from '../../shared/domain/notices/of-paper.ts';
import { paymentSubject } from '../../shared/domain/notices/of-payment.ts';
import { reviewSubject } from '../../shared/domain/notices/of-review.ts';
import { appealSubject, proposalSubject, registerSubject } from '../../shared/domain/notices/of-shop.ts';
import type { Subject } from '../../shared/domain/notices/told.ts';
import type { PaperKind } from '../../shared/domain/papers/paper-kinds.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getPaper } from '../../shared/table/papers.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { getAppeal } from '../../shared/table/ranking/appeals.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { getReview } from '../../shared/table/reviews.ts';
import type { World } from '../world.ts';

/** What of an event names the thing it is about. */
export type Detail = {
  readonly orderId?: string;
  readonly merchantId?: string;
  readonly reviewId?: string;
  readonly appealId?: string;
  readonly kind?: PaperKind;
  readonly state?: string;
};

const some = <T>(found: T | undefined, subjects: (found: T) => Subject[]): Subject[] =>
  found === undefined ? [] : subjects(found);

const ofPaper = async ({ table }: World, { orderId = '', kind = 'nota' }: Detail): Promise<Subject[]> => {
  const [order, paper] = await Promise.all([getOrder(table, orderId), getPaper(table, orderId, kind)]);
  return order && paper ? [paperSubject(paper, order)] : [];
};

/** What an event is about, as it is now: an order, a payment, a paper, a review, a shop, an objection. */
export const subjectsOf = async (world: World, type: string, detail: Detail): Promise<Subject[]> => {
  const { table } = world;
  const { orderId = '', merchantId = '', reviewId = '', appealId = '' } = detail;
  if (type === 'OrderPlaced' || type === 'OrderMoved' || type === 'OrderReceived')
    return some(await getOrder(table, orderId), (order) => [orderSubject(order)]);
  // It is written with every order, and while nothing is asked for it says nothing to anybody: not worth a look.
  if (type === 'PaymentOpened' && detail.state === 'unpaid') return [];
  if (type.startsWith('Payment')) return some(await getPayment(table, orderId), (one) => [paymentSubject(one)]);
  if (type.startsWith('Paper')) return ofPaper(world, detail);
  if (type.startsWith('Review')) return some(await getReview(table, reviewId), (review) => [reviewSubject(review)]);
  if (type.startsWith('Appeal')) return some(await getAppeal(table, appealId), (appeal) => [appealSubject(appeal)]);
  return some(await getMerchant(table, merchantId), (shop) => [registerSubject(shop), proposalSubject(shop)]);
};
