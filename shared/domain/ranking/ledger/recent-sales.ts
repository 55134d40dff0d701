import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import { safeRupiah } from '../rule/request.ts';

/** One line of an owner's ledger. Only platform orders: self-reported turnover never enters. */
export type LedgerEntry = {
  orderId: string;
  valueRupiah: number;
  /** `accepted` stands for every later state except cancellation. */
  state: 'accepted' | 'cancelled' | 'refused';
  /** When the order was accepted or refused. */
  at: Instant;
  /** When an accepted order was cancelled. */
  cancelledAt?: Instant;
};

type RecentSalesRules = Pick<RankingPolicy, 'windowDays' | 'cancelledDays' | 'freeRefusals'>;

/**
 * V of one owner at an instant, in rupiah, over all shops and categories (EQUITY.md §3):
 * orders accepted in the last `windowDays`; an order cancelled after acceptance stays for `cancelledDays` from the
 * cancellation, so that accepting and cancelling does not reset a rank; refused small orders (under one u) count as if
 * accepted from the one after `freeRefusals` on, so that waiting for the big ones gains nothing.
 */
export const recentSalesAt = (
  entries: readonly LedgerEntry[],
  at: Instant,
  unitRupiah: number,
  rules: RecentSalesRules,
): number => {
  const since = later(at, -rules.windowDays * DAY_MS);
  const cancelledSince = later(at, -rules.cancelledDays * DAY_MS);
  let total = 0;
  const refused: LedgerEntry[] = [];
  for (const entry of entries) {
    if (entry.at > at || entry.at <= since) continue;
    if (entry.state === 'refused') {
      if (entry.valueRupiah < unitRupiah) refused.push(entry);
    } else if (entry.state === 'accepted' || (entry.cancelledAt ?? entry.at) > cancelledSince)
      total += entry.valueRupiah;
  }
  if (refused.length > rules.freeRefusals) {
    refused.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.orderId < b.orderId ? -1 : 1));
    for (const entry of refused.slice(rules.freeRefusals)) total += entry.valueRupiah;
  }
  return safeRupiah(total, 'recent_sales');
};
