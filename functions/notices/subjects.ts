import type { Subject } from '../../shared/domain/notices/next-notice.ts';
import { applicationSubject } from '../../shared/domain/notices/of-application.ts';
import { erasureSubject } from '../../shared/domain/notices/of-erasure.ts';
import { goodsSubject } from '../../shared/domain/notices/of-goods.ts';
import { orderSubject } from '../../shared/domain/notices/of-order.ts';
import { paperSubject } from '../../shared/domain/notices/of-paper.ts';
import { paymentSubject } from '../../shared/domain/notices/of-payment.ts';
import { reviewSubject } from '../../shared/domain/notices/of-review.ts';
import { seatSubject } from '../../shared/domain/notices/of-seat.ts';
import { appealSubject, proposalSubject, registerSubject } from '../../shared/domain/notices/of-shop.ts';
import { storySubject } from '../../shared/domain/stories/subject.ts';
import { visitSubject } from '../../shared/domain/visits/awaited-subject.ts';
import { applicationOf } from '../../shared/table/capital/applications.ts';
import { goodsCaseOf } from '../../shared/table/catalogue/goods-cases.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { paperOf } from '../../shared/table/papers.ts';
import { paymentAt } from '../../shared/table/payments/payments.ts';
import { erasureAt } from '../../shared/table/people/erasures.ts';
import { invitationAt } from '../../shared/table/people/invitations.ts';
import { appealOf } from '../../shared/table/ranking/appeals.ts';
import { merchantOf } from '../../shared/table/register/merchants.ts';
import { reviewOf } from '../../shared/table/reviews.ts';
import { storyOf } from '../../shared/table/stories.ts';
import { awaitedVisitAt } from '../../shared/table/visits/awaited-visits.ts';
import type { World } from '../world.ts';
import type { Thing } from './things.ts';

/** A thing with one of the subjects it has to say something of. */
export type Speaking = { readonly thing: Thing; readonly subject: Subject };

/** What things say, as they are now. A thing that is not there says nothing. */
export const subjectsOf = async ({ table }: World, things: readonly Thing[]): Promise<Speaking[]> => {
  const of = <K extends Thing['kind']>(kind: K) =>
    things.filter((thing): thing is Extract<Thing, { kind: K }> => thing.kind === kind);
  const [orders, payments, papers] = [of('order'), of('payment'), of('paper')];
  const [reviews, appeals, shops, seats, goods] = [of('review'), of('appeal'), of('shop'), of('seat'), of('goods')];
  const [applications, stories, erasures, visits] = [of('application'), of('story'), of('erasure'), of('visit')];
  const found = await readTogether(table, {
    orders: orders.map(({ id }) => orderOf(id)),
    payments: payments.map(({ id }) => paymentAt(id)),
    papers: papers.map(({ id, paper }) => paperOf(id, paper)),
    ordersOfPapers: papers.map(({ id }) => orderOf(id)),
    reviews: reviews.map(({ id }) => reviewOf(id)),
    appeals: appeals.map(({ id }) => appealOf(id)),
    applications: applications.map(({ id }) => applicationOf(id)),
    stories: stories.map(({ id }) => storyOf(id)),
    shops: shops.map(({ id }) => merchantOf(id)),
    invitations: seats.map(({ offered }) => invitationAt(offered.person, offered.scope)),
    erasures: erasures.map(({ id }) => erasureAt(id)),
    visits: visits.map(({ asked }) => awaitedVisitAt(asked)),
    goods: goods.map(({ id, merchantId }) => goodsCaseOf(merchantId, id)),
  });
  return [
    ...speaking(orders, found.orders, orderSubject),
    ...speaking(payments, found.payments, paymentSubject),
    ...speaking(papers, found.papers, (paper, index) => {
      const order = found.ordersOfPapers[index];
      return order && paperSubject(paper, order);
    }),
    ...speaking(reviews, found.reviews, reviewSubject),
    ...speaking(appeals, found.appeals, appealSubject),
    ...speaking(applications, found.applications, applicationSubject),
    ...speaking(stories, found.stories, storySubject),
    ...speaking(goods, found.goods, goodsSubject),
    ...speaking(shops, found.shops, registerSubject),
    ...speaking(shops, found.shops, proposalSubject),
    // What is awaited no longer has something to take back, as has whom an invitation was for.
    ...visits.map((thing, index) => ({ thing, subject: visitSubject(thing.asked, found.visits[index]) })),
    ...erasures.map((thing, index) => ({ thing, subject: erasureSubject(thing.asked, found.erasures[index]) })),
    ...seats.map((thing, index) => ({
      thing,
      subject: seatSubject(thing.offered, found.invitations[index], thing.cityCode),
    })),
  ];
};

const speaking = <T>(
  things: readonly Thing[],
  found: readonly (T | undefined)[],
  says: (one: T, index: number) => Subject | undefined,
): Speaking[] =>
  things.flatMap((thing, index) => {
    const one = found[index];
    const subject = one && says(one, index);
    return subject ? [{ thing, subject }] : [];
  });
