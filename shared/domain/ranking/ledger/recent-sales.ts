import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import { safeRupiah } from '../rule/request.ts';

/** One line of an owner's ledger. Only platform orders: self-reported turnover never enters. */
export type LedgerEntry = {
  orderId: string;
  valueRupiah: number;
  /** What it counts as (`countedRupiah`), where that is not what was paid. */
  countedRupiah?: number;
  /** `accepted` stands for every later state except cancellation. */
  state: 'accepted' | 'cancelled' | 'refused';
  /** When the order was accepted or refused. */
  at: Instant;
  /** When an accepted order was cancelled, and on whose side. */
  cancelledAt?: Instant;
  cancelledBy?: 'merchant' | 'buyer' | 'city';
  /** From when on it counts in full, where that is not its acceptance, and what is counted of it before. */
  countsFrom?: Instant;
  sureRupiah?: number;
  /** Who ordered, under a keyed hash; left out where every order counts as another buyer's. */
  buyer?: string;
};

type RecentSalesRules = Pick<
  RankingPolicy,
  'windowDays' | 'cancelledDays' | 'freeRefusals' | 'silenceDays' | 'provenOwners'
>;

const earliestFirst = (a: LedgerEntry, b: LedgerEntry): number => byText(a.at, b.at) || byText(a.orderId, b.orderId);

/** The first refusal of each buyer: who orders three times what the shop cannot take has been refused once. */
const oncePerBuyer = (refused: LedgerEntry[]): LedgerEntry[] => {
  const buyers = new Set<string>();
  return refused.sort(earliestFirst).filter(({ buyer, orderId }) => {
    const known = buyers.has(buyer ?? orderId);
    buyers.add(buyer ?? orderId);
    return !known;
  });
};

/**
 * V of one owner at an instant, in rupiah, over all shops and categories (EQUITY.md §3):
 * orders accepted in the last `windowDays`; an order its own shop cancelled after acceptance stays for `cancelledDays`
 * from the cancellation, so that accepting and cancelling does not reset a rank, while one that the buyer (or the city)
 * cancelled is given back at once, or rivals would sink a shop by ordering; small orders (under one u) refused to
 * distinct buyers count as if accepted from the one after `freeRefusals` on, so that waiting for the big ones gains
 * nothing and one buyer cannot make a shop refuse too often. An order that counts from its day of delivery on counts before
 * as far as its buyer is sure (`sureOrders`), or rivals would sink a shop by orders that they hold open. Who has sold nothing for `silenceDays` has sold nothing: what it
 * refused, or a buyer cancelled, does not end its silence, or rivals could keep it from the front.
 */
export const recentSalesAt = (
  entries: readonly LedgerEntry[],
  at: Instant,
  unitRupiah: number,
  rules: RecentSalesRules,
): number => {
  const since = later(at, -rules.windowDays * DAY_MS);
  const cancelledSince = later(at, -rules.cancelledDays * DAY_MS);
  const stays = ({ cancelledBy, cancelledAt, at: acceptedAt }: LedgerEntry) =>
    cancelledBy === 'merchant' && (cancelledAt ?? acceptedAt) > cancelledSince;
  const silentSince = later(at, -rules.silenceDays * DAY_MS);
  let [total, lastSold] = [0, ''];
  const refused: LedgerEntry[] = [];
  for (const entry of entries) {
    const from = rules.provenOwners > 0 ? (entry.countsFrom ?? entry.at) : entry.at;
    if (entry.at > at || from <= since) continue;
    if (entry.state === 'refused') {
      if (entry.valueRupiah < unitRupiah) refused.push(entry);
    } else if (entry.state === 'accepted' || stays(entry)) {
      const open = entry.state === 'accepted' && from > at;
      const counted = open ? (entry.sureRupiah ?? 0) : (entry.countedRupiah ?? entry.valueRupiah);
      total += counted;
      const sold = open ? entry.at : from;
      if (counted > 0 && sold > lastSold) lastSold = sold;
    }
  }
  if (lastSold <= silentSince) total = 0;
  if (refused.length > rules.freeRefusals)
    for (const entry of oncePerBuyer(refused).slice(rules.freeRefusals))
      total += entry.countedRupiah ?? entry.valueRupiah;
  return safeRupiah(total, 'recent sales');
};
