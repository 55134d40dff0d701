import type { Category } from '../../basics/category.ts';
import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import type { LedgerEntry } from './ledger-entry.ts';

export type HandoverRules = Pick<RankingPolicy, 'provenOwners'>;

/** After every day that orders are for. */
const NOT_YET: Instant = '9999-12-31T00:00:00.000Z';

/**
 * From when on an order counts whoever ordered it: where a policy asks buyers for proof the morning of its day of delivery, which
 * nobody moves once it is accepted, or before it when its goods were received, or later when the last of them came in parts; else,
 * and where an entry does not know that day, its acceptance. Not while it is disputed, or waits to be fetched.
 */
export const countsFrom = (
  {
    at,
    deliverOn,
    receivedAt,
    lastReceivedAt,
    unproven,
  }: Pick<LedgerEntry, 'at' | 'deliverOn' | 'receivedAt' | 'lastReceivedAt' | 'unproven'>,
  rules: HandoverRules,
): Instant => {
  if (rules.provenOwners === 0 || deliverOn === undefined) return at;
  if (unproven) return NOT_YET;
  if (lastReceivedAt !== undefined) return lastReceivedAt;
  const morning = `${deliverOn}T00:00:00.000Z`;
  const day = receivedAt !== undefined && receivedAt < morning ? receivedAt : morning;
  return day > at ? day : at;
};

/** So long after its first goods were received what was left for later has come, or was given up. */
const RECEIVED_MS = 30 * DAY_MS;
/** So long a buyer who called an accepted order off is believed nothing before its day. */
const CALLED_OFF_MS = 90 * DAY_MS;

type Moment = {
  readonly ownerOf: ReadonlyMap<string, string>;
  /** u of a category: its usual order. */
  readonly unitOf: (category: Category) => number;
  readonly policy: HandoverRules;
  readonly at: Instant;
};

/**
 * What a buyer received before, as far as several owners vouch for it: of each owner no more than of the one that comes last of
 * the first so many. One shop of a friend's, and trifles beside it, vouch for trifles.
 */
const provenRupiah = (orders: readonly LedgerEntry[], { ownerOf, policy, at }: Moment): number => {
  const received = new Map<string, number>();
  for (const order of orders) {
    const { state, receivedAt } = order;
    if (state !== 'accepted' || receivedAt === undefined || receivedAt > later(at, -RECEIVED_MS)) continue;
    const owner = ownerOf.get(order.merchantId) ?? order.ownerId;
    received.set(owner, (received.get(owner) ?? 0) + order.valueRupiah);
  }
  const most = [...received.values()].sort((a, b) => b - a)[policy.provenOwners - 1] ?? 0;
  return [...received.values()].reduce((sum, amount) => sum + Math.min(amount, most), 0);
};

/**
 * Of an order that may be held open one usual order is believed at the most, together with what is believed `there` already, and
 * half of one at the least: else three trifles, really bought, would end an owner's silence and spend a newcomer's promise.
 */
export const believed = (rupiah: number, unitRupiah: number, there = 0): number => {
  const counted = Math.min(rupiah, Math.max(0, unitRupiah - there));
  return 2 * (there + counted) >= unitRupiah ? counted : 0;
};

/**
 * Of each order whose day of delivery is still to come, how much of its value is counted already: as much as its buyer has
 * received before, oldest order first, at one owner between half a usual order and one, and nothing for who called an accepted order
 * off in ninety days. Whoever is not known to buy sinks nobody by orders that are held open, and who is by one order at most;
 * all else is counted from its day on. `known` are a year's entries.
 */
export const sureOrders = (known: readonly LedgerEntry[], moment: Moment): ReadonlyMap<string, number> => {
  const { ownerOf, policy, at, unitOf } = moment;
  const sure = new Map<string, number>();
  if (policy.provenOwners === 0) return sure;
  const isOpen = (entry: LedgerEntry) => entry.state === 'accepted' && countsFrom(entry, policy) > at;
  const byBuyer = Map.groupBy(known, ({ buyer }) => buyer ?? '');
  for (const [buyer, orders] of byBuyer) {
    const open = orders.filter(isOpen).sort((a, b) => byText(a.at, b.at) || byText(a.orderId, b.orderId));
    if (open.length === 0) continue;
    const since = later(at, -CALLED_OFF_MS);
    const calledOff = orders.some(
      ({ cancelledBy, cancelledAt = '' }) => cancelledBy === 'buyer' && cancelledAt > since,
    );
    let left = buyer === '' || calledOff ? 0 : provenRupiah(orders, moment);
    const atOwner = new Map<string, number>();
    for (const { orderId, merchantId, ownerId, category, valueRupiah } of open) {
      const owner = ownerOf.get(merchantId) ?? ownerId;
      const there = atOwner.get(owner) ?? 0;
      const counted = believed(Math.min(valueRupiah, left), unitOf(category), there);
      sure.set(orderId, counted);
      atOwner.set(owner, there + counted);
      left -= counted;
    }
  }
  return sure;
};

/** A part of what an order counts as, as large as a part of its value; whole rupiah, rounded down. */
export const partOf = (counted: number, part: number, whole: number): number =>
  part >= whole ? counted : Number((BigInt(counted) * BigInt(part)) / BigInt(whole));
