import type { Category } from '../../basics/category.ts';
import type { Instant } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { LedgerFile } from './ledger-version.ts';
import { addEntry, countedSales, emptyRow, type OwnerRow } from './owner-row.ts';
import type { ReferencePrices } from './reference-prices.ts';
import { sureOrders } from './sure-orders.ts';
import { unitIn, unitsOf } from './units.ts';

type Facts = {
  city: string;
  entries: readonly LedgerEntry[];
  /** Exposure of each shop, in millionths. */
  exposures: ReadonlyMap<string, number>;
  ownerOf: ReadonlyMap<string, string>;
  /** When an owner's first shop was verified, of those it is known of. */
  enteredAt?: ReadonlyMap<string, Instant>;
  /** Owners that are to be confirmed by a visit first (`unvisitedOf`). */
  unvisited?: ReadonlySet<string>;
  references?: ReferencePrices | null;
  /** A year's entries, by which buyers are known; left out, those of the window. */
  known?: readonly LedgerEntry[];
  policy: RankingPolicy;
  at: Instant;
};

/** Makes a version: V, X and ratings of every owner, over all of its shops and categories. Pure. */
export const makeLedger = (facts: Facts): Omit<LedgerFile, 'salt'> => {
  const { city, entries, known = entries, exposures, ownerOf, references, policy, at } = facts;
  const units = unitsOf(entries, policy);
  const unitOf = (category: Category): number => unitIn({ units }, category, policy);
  const rows = new Map<string, OwnerRow>();
  const rowOf = (ownerId: string) => {
    const known = rows.get(ownerId) ?? emptyRow();
    rows.set(ownerId, known);
    return known;
  };
  for (const entry of entries) {
    // Whether a refused order was small is a question of its own category's u.
    addEntry(rowOf(ownerOf.get(entry.merchantId) ?? entry.ownerId), entry, unitOf(entry.category));
  }
  for (const [shopId, exposure] of exposures) {
    const ownerId = ownerOf.get(shopId);
    if (ownerId !== undefined && exposure > 0) rowOf(ownerId).exposure += exposure;
  }
  const ofOwner = Map.groupBy(known, (entry) => ownerOf.get(entry.merchantId) ?? entry.ownerId);
  for (const ownerId of facts.unvisited ?? []) rowOf(ownerId).past = ofOwner.get(ownerId) ?? [];
  const sure = sureOrders(known, { ownerOf, policy, at, unitOf });
  const sales = countedSales(rows, { ...facts, sure });
  const owners = [...rows].map(([ownerId, { exposure, ratingSum, ratingCount }]): LedgerFile['owners'][number] => {
    return [ownerId, sales.get(ownerId) ?? 0, exposure, ratingSum, ratingCount];
  });
  return {
    city,
    policyVersion: policy.version,
    units,
    owners: owners.filter(([, v, x, , rated]) => v > 0 || x > 0 || rated > 0).sort((a, b) => byText(a[0], b[0])),
    shops: [...ownerOf].sort((a, b) => byText(a[0], b[0])),
    ...(references ? { references: referenceRows(references) } : {}),
    ...(facts.unvisited?.size ? { unvisited: [...facts.unvisited].sort(byText) } : {}),
  };
};

const referenceRows = ({ goods }: ReferencePrices) =>
  Object.entries(goods)
    .map(([kind, { medianRupiah, owners }]): [string, number, number] => [kind, medianRupiah, owners])
    .sort((a, b) => byText(a[0], b[0]));
