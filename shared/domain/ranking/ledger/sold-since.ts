import type { Category } from '../../basics/category.ts';
import type { Instant } from '../../basics/month.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import { countedRupiah, linesPriced } from './counted-value.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { countsFrom } from './sure-orders.ts';

type Since = {
  /** When the figures were found that a list is made from. */
  readonly since: Instant;
  readonly at: Instant;
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly unitOf: (category: Category) => number;
  readonly policy: RankingPolicy;
};

/**
 * What each owner sold after the figures were found that a list is made from: orders accepted since then, as they count in V. Of
 * those whose day of delivery is still to come, and which anybody may hold open, one usual order is believed at the most.
 */
export const soldSince = (noted: readonly LedgerEntry[], { since, at, ownerOf, unitOf, policy }: Since) => {
  const sold = new Map<string, number>();
  const held = new Map<string, number>();
  for (const entry of noted) {
    if (entry.state !== 'accepted' || entry.at <= since) continue;
    const ownerId = ownerOf.get(entry.merchantId) ?? entry.ownerId;
    const whole = countedRupiah(entry.valueRupiah, linesPriced(entry.lines ?? []), policy);
    const there = held.get(ownerId) ?? 0;
    const open = countsFrom(entry, policy) > at;
    const counted = open ? Math.min(whole, Math.max(0, unitOf(entry.category) - there)) : whole;
    if (open) held.set(ownerId, there + counted);
    sold.set(ownerId, (sold.get(ownerId) ?? 0) + counted);
  }
  return sold;
};
