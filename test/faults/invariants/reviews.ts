import { isDeepStrictEqual } from 'node:util';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Review } from '../../../shared/domain/reviews/review.ts';
import type { Observer, Sim } from '../sim.ts';
import type { Books } from './books.ts';

const WEEK = 7 * DAY_MS;
/** Clocks of containers are minutes apart. */
const CLOCKS_APART = 5 * 60_000;
const fixed = ['reviewId', 'orderId', 'merchantId', 'ownerId', 'by', 'agencyId', 'writtenAt', 'editableUntil'] as const;

const first = (sim: Sim, review: Review): string | undefined => {
  const order = sim.ledger.find('Order', `ORDER#${review.orderId} ORDER`);
  if (order?.state !== 'received') return `its order is ${order?.state}`;
  if (order.merchantId !== review.merchantId) return 'it is of another shop than its order';
  if (order.agencyId === null && order.buyer !== review.by) return `${review.by} did not buy it`;
  const other = sim.ledger.all('Review').find(({ orderId }) => orderId === review.orderId);
  if (other) return `the order has ${other.reviewId} already`;
  return review.version === 1 && review.state === 'shown' ? undefined : `begins as ${review.state}`;
};

const next = (sim: Sim, before: Review, after: Review): string | undefined => {
  const changed = fixed.find((name) => before[name] !== after[name]);
  if (changed) return `its ${changed} changed`;
  if (after.version !== before.version + 1) return 'it skipped a version';
  if (!isDeepStrictEqual(after.history.slice(0, before.history.length), before.history))
    return 'its trail was rewritten';
  if (before.state === 'withdrawn') return 'it was taken back, and changed';
  if (before.state !== after.state && after.history.length === before.history.length) return 'its trail has a gap';
  const edited = before.stars !== after.stars || before.text !== after.text || before.photo !== after.photo;
  const late = sim.now > Date.parse(before.writtenAt) + WEEK + CLOCKS_APART;
  return edited && late ? 'it was changed after its week' : undefined;
};

const ratingOf = ({ ledger }: Pick<Books, 'ledger'>, merchantId: string, but: ReadonlyMap<string, Review>) => {
  const all = new Map(ledger.all('Review').map((review) => [review.reviewId, review]));
  for (const [id, review] of but) all.set(id, review);
  const shown = [...all.values()].filter((one) => one.merchantId === merchantId && one.state === 'shown');
  return { sum: shown.reduce((sum, { stars }) => sum + stars, 0), count: shown.length };
};
const compare = (
  books: Books,
  merchantId: string,
  said: { ratingSum: number; ratingCount: number } | undefined,
  but: ReadonlyMap<string, Review>,
) => {
  const { sum, count } = ratingOf(books, merchantId, but);
  if ((said?.ratingSum ?? 0) !== sum || (said?.ratingCount ?? 0) !== count)
    books.violated(
      `${merchantId} has ${said?.ratingSum} stars of ${said?.ratingCount}, its reviews give ${sum} of ${count}`,
    );
};

/** After every commit: a received order has one review, and the shop's average is of what is shown, at every moment. */
export const keepsReviews: Observer = (sim, changes) => {
  const reviews = changes.filter(({ before, after }) => (after ?? before)?.['type'] === 'Review');
  if (reviews.length === 0) return;
  const now = new Map<string, Review>();
  for (const { key, before, after } of reviews) {
    const [was, is] = [before as unknown as Review | undefined, after as unknown as Review | undefined];
    const wrong = !is ? 'it was removed' : was ? next(sim, was, is) : first(sim, is);
    if (wrong) sim.violated(`Review ${key}: ${wrong}`);
    if (is) now.set(is.reviewId, is);
  }
  for (const merchantId of new Set([...now.values()].map((one) => one.merchantId))) {
    const written = changes.find(({ after }) => after?.['type'] === 'MerchantRating')?.after;
    const said = (written as never) ?? sim.ledger.find('MerchantRating', `MERCHANT#${merchantId} RATING`);
    compare(sim, merchantId, said, now);
  }
};

/** When the dust has settled. */
export const checkReviews = (sim: Books): void => {
  for (const { merchantId } of sim.ledger.all('Merchant'))
    compare(sim, merchantId, sim.ledger.find('MerchantRating', `MERCHANT#${merchantId} RATING`), new Map());
};
