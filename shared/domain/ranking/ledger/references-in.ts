import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import type { Month } from '../../basics/month-schema.ts';
import { byText } from '../../basics/sort.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { type Reference, type ReferencePrices, referenceFrom } from './reference-prices.ts';

/** Prices paid in so many days before the month speak for it. */
const PAID_DAYS = 90;
/** Who bought from whom may be one person: goods of which fewer bought have no price that is paid in a market. */
const LEAST_BUYERS = 3;

type Paid = { readonly owners: Map<string, number[]>; readonly buyers: Set<string> };
/** Prices paid for each kind of goods, by who was paid, and who paid them. An order counts when its goods were received. */
const paidIn = (entries: readonly LedgerEntry[], ownerOf: ReadonlyMap<string, string>) => {
  const kinds = new Map<string, Paid>();
  for (const { orderId, merchantId, ownerId, buyer, lines = [] } of entries) {
    const owner = ownerOf.get(merchantId) ?? ownerId;
    for (const [kind, , priceRupiah] of lines) {
      const { owners, buyers } = kinds.get(kind) ?? { owners: new Map<string, number[]>(), buyers: new Set<string>() };
      kinds.set(kind, { owners, buyers: buyers.add(buyer ?? orderId) });
      const prices = owners.get(owner) ?? [];
      prices.push(priceRupiah);
      owners.set(owner, prices);
    }
  }
  return new Map(
    [...kinds].map(([kind, { owners, buyers }]) => [kind, buyers.size < LEAST_BUYERS ? [] : [...owners.values()]]),
  );
};

type Facts = {
  readonly entries: readonly LedgerEntry[];
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly month: Month;
  /** The month's first instant in the city's zone. */
  readonly startsAt: Instant;
  readonly risePerMille: number;
};

/** The references of a month: found once, when it is first asked for, and the same until it ends. */
export const referencesIn = (before: ReferencePrices | null, facts: Facts): ReferencePrices => {
  const { entries, ownerOf, month, startsAt, risePerMille } = facts;
  if (before !== null && before.month >= month) return before;
  const since = later(startsAt, -PAID_DAYS * DAY_MS);
  const kinds = paidIn(
    entries.filter(({ state, receivedAt = '' }) => state === 'accepted' && receivedAt > since && receivedAt < startsAt),
    ownerOf,
  );
  const names = [...new Set([...Object.keys(before?.goods ?? {}), ...kinds.keys()])].sort(byText);
  const goods: Record<string, Reference> = {};
  for (const kind of names) {
    const found = referenceFrom(kinds.get(kind) ?? [], before?.goods[kind], { month, risePerMille });
    if (found) goods[kind] = found;
  }
  return { month, goods };
};
