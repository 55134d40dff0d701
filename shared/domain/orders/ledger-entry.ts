import type { Category } from '../basics/category.ts';
import { goodsOf } from '../catalogue/goods.ts';
import { feeOf } from '../deliveries/order-delivery.ts';
import type { LedgerEntry } from '../ranking/ledger/ledger-entry.ts';
import { kindIn } from '../ranking/ledger/reference-prices.ts';
import type { Order } from './order.ts';

type Steps = Order['history'];
const before = (history: Steps, state: string, earlier: string) => {
  const index = history.findIndex((step) => step.state === state);
  return index > 0 && history[index - 1]?.state === earlier ? history[index] : undefined;
};

/**
 * The entry of an order as it stands, or undefined while its shop has neither accepted nor refused it. Letting a placed
 * order lapse is a refusal: else who only waits for large orders would never be counted. What an office's own approver
 * lets lapse never reached the shop.
 */
export const ledgerEntryOf = (
  order: Order,
  { category, buyer }: { category: Category; buyer: string },
): LedgerEntry | undefined => {
  const { history } = order;
  const accepted = history.find(({ state }) => state === 'accepted');
  const declined = before(history, 'declined', 'placed');
  const lapsed = before(history, 'lapsed', 'placed');
  const decisive = accepted ?? declined ?? lapsed;
  if (!decisive) return undefined;
  const receipts = order.receivedRupiah > 0 ? order.handovers : [];
  const [received, last] = [receipts[0], receipts.at(-1)];
  // What a shop accepted and let lapse it called off, whether it said so or not. What was received is sold, whatever becomes of the rest.
  const cancelled = accepted && !received && history.find(({ state }) => state === 'cancelled' || state === 'lapsed');
  const rating = order.handovers.findLast((handover) => handover.rating !== undefined)?.rating;
  return {
    orderId: order.orderId,
    merchantId: order.merchantId,
    ownerId: order.ownerId,
    cityCode: order.cityCode,
    category,
    ...soldIn(order, category),
    district: order.deliverTo.district,
    deliverOn: order.deliverOn,
    state: accepted ? (cancelled ? 'cancelled' : 'accepted') : 'refused',
    unanswered: lapsed !== undefined,
    at: decisive.at,
    ...(received ? { receivedAt: received.at } : {}),
    ...(last && last !== received ? { lastReceivedAt: last.at } : {}),
    ...(!received && isUnproven(order) ? { unproven: true as const } : {}),
    ...(cancelled ? { cancelledAt: cancelled.at, cancelledBy: cancelledBy(order, cancelled) } : {}),
    buyer,
    ...(rating === undefined ? {} : { rating }),
    orderVersion: order.version,
  };
};

const isFetched = ({ delivery }: Pick<Order, 'delivery'>): boolean => delivery?.way === 'pick-up';

/** Whoever ordered alone can say that it was not sold: by a dispute, or by not coming for it. */
const isUnproven = (order: Order): boolean =>
  order.state === 'disputed' || (order.state === 'accepted' && isFetched(order));

/**
 * What was sold: what was ordered, and once some was received what was received of it, or who takes one piece and gives the rest up, or
 * holds it open piece by piece, would have sunk the shop by all. Goods alone: what a shop asks for bringing them moves it in no list.
 */
const soldIn = (order: Order, category: Category): Pick<LedgerEntry, 'valueRupiah' | 'units' | 'lines'> => {
  const came = order.state === 'received' || order.receivedRupiah > 0;
  const lines = came ? order.lines.map((line) => ({ ...line, quantity: line.received })) : order.lines;
  return {
    valueRupiah: came ? order.receivedRupiah : order.totalRupiah - feeOf(order),
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    lines: linesIn({ lines: lines.filter(({ quantity }) => quantity > 0) }, category),
  };
};

/** Each line as the references of later months, and the rule's powers of price, need it. */
const linesIn = ({ lines }: Pick<Order, 'lines'>, ofOrder: Category): NonNullable<LedgerEntry['lines']> =>
  lines.map(({ quantity, priceRupiah, category = ofOrder, choice, ...goods }) => {
    return [kindIn(category, goodsOf(goods)), quantity, priceRupiah, choice?.referenceRupiah ?? 0];
  });

/**
 * The side a cancellation was made on; orders moved before steps said their side are told by who ordered. A shop that gives in to a
 * dispute ends what its buyer began: that is a ruling, or a rival would only have to dispute what it does not take.
 */
const cancelledBy = (order: Order, { state, side, by }: Steps[number]): NonNullable<LedgerEntry['cancelledBy']> => {
  // Who let it lapse that should have fetched it, or had nothing to fetch, nobody knows.
  if (state === 'lapsed') return isFetched(order) ? 'city' : 'merchant';
  if (side === 'merchant' && order.history.some((step) => step.state === 'disputed')) return 'city';
  if (side === 'merchant' || side === 'city') return side;
  return side === undefined && by !== order.buyer ? 'merchant' : 'buyer';
};

/** Who ordered: an office is one buyer, whoever of its people acts. */
export const buyerOf = ({ agencyId, buyer }: Pick<Order, 'agencyId' | 'buyer'>): string => agencyId ?? buyer;

/** The category most of an order's money is in; undefined for orders placed before lines said their category. */
export const categoryOfOrder = ({ lines }: Pick<Order, 'lines'>): Category | undefined => {
  const rupiah = new Map<Category, number>();
  for (const { category, priceRupiah, quantity } of lines)
    if (category) rupiah.set(category, (rupiah.get(category) ?? 0) + priceRupiah * quantity);
  return [...rupiah].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
};
