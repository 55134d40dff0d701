import * as z from 'zod';
import { categories } from '../../basics/category-labels.ts';
import { derivedId } from '../../basics/id.ts';
import { Id } from '../../basics/id-schema.ts';
import type { Instant } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import { FIRST_UNIT_RUPIAH, type RankingPolicy, unitFor } from '../policy/policy.ts';
import type { OwnerFigures } from '../rule/request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { recentSalesAt } from './recent-sales.ts';

export const LedgerVersion = Id('led').meta({ id: 'LedgerVersion' });

/**
 * One immutable version of a city's ledger, as its file holds it. Rows are sorted, so the same state makes the same
 * bytes and the same version; nothing in it says when it was made.
 */
export const LedgerFile = z.object({
  city: z.string(),
  policyVersion: z.int(),
  units: z.record(z.string(), z.int()),
  owners: z
    .array(z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()]))
    .describe('Owner, V in rupiah, X in millionths, sum of ratings, number of ratings'),
  shops: z.array(z.tuple([z.string(), z.string()])).describe('Shop, the owner it belongs to'),
});
export type LedgerFile = z.infer<typeof LedgerFile>;

/** A ledger as lists are made from it. */
export type CityLedger = {
  version: string;
  policyVersion: number;
  units: Readonly<Record<string, number>>;
  owners: ReadonlyMap<string, OwnerFigures & { ratingSum: number; ratingCount: number }>;
  ownerOf: ReadonlyMap<string, string>;
};

export const versionOf = (file: LedgerFile): string => derivedId('led', JSON.stringify(file));

export const ledgerFrom = (version: string, file: LedgerFile): CityLedger => ({
  version,
  policyVersion: file.policyVersion,
  units: file.units,
  owners: new Map(
    file.owners.map(([ownerId, recentSalesRupiah, exposure, ratingSum, ratingCount]) => [
      ownerId,
      { recentSalesRupiah, exposure, ratingSum, ratingCount },
    ]),
  ),
  ownerOf: new Map(file.shops),
});

/** A city whose ledger was never made: nobody has sold anything yet. */
export const emptyLedger = (city: string, policyVersion: number): LedgerFile => ({
  ...{ city, policyVersion, units: {}, owners: [], shops: [] },
});

/** u of a category in rupiah, from the ledger that a list is made from. */
export const unitIn = ({ units }: Pick<CityLedger, 'units'>, category: string, policy: RankingPolicy): number =>
  policy.unitRupiah ?? units[category] ?? FIRST_UNIT_RUPIAH;

type Facts = {
  city: string;
  entries: readonly LedgerEntry[];
  /** Exposure of each shop, in millionths. */
  exposures: ReadonlyMap<string, number>;
  ownerOf: ReadonlyMap<string, string>;
  policy: RankingPolicy;
  at: Instant;
};

/** u of every category: the median value of orders in the window, from accepted orders alone. */
export const unitsOf = (entries: readonly LedgerEntry[], policy: RankingPolicy): Record<string, number> => {
  const values = new Map<string, number[]>();
  for (const { category, state, valueRupiah } of entries) {
    if (state !== 'accepted') continue;
    const known = values.get(category);
    if (known) known.push(valueRupiah);
    else values.set(category, [valueRupiah]);
  }
  return Object.fromEntries(
    Object.keys(categories).flatMap((category) => {
      const own = values.get(category);
      return own ? [[category, unitFor(policy, own)]] : [];
    }),
  );
};

/** Makes a version: V, X and ratings of every owner, over all of its shops and categories. Pure. */
export const makeLedger = ({ city, entries, exposures, ownerOf, policy, at }: Facts): LedgerFile => {
  const units = unitsOf(entries, policy);
  const ofOwner = new Map<string, { entries: LedgerEntry[]; exposure: number; stars: number; rated: number }>();
  const rowOf = (ownerId: string) => {
    const known = ofOwner.get(ownerId) ?? { entries: [], exposure: 0, stars: 0, rated: 0 };
    ofOwner.set(ownerId, known);
    return known;
  };
  for (const entry of entries) {
    const row = rowOf(ownerOf.get(entry.merchantId) ?? entry.ownerId);
    // Whether a refused order was small is a question of its own category's u.
    const unit = policy.unitRupiah ?? units[entry.category] ?? FIRST_UNIT_RUPIAH;
    if (entry.state !== 'refused' || entry.valueRupiah < unit) row.entries.push(entry);
    if (entry.rating === undefined) continue;
    row.stars += entry.rating;
    row.rated += 1;
  }
  for (const [shopId, exposure] of exposures) {
    const ownerId = ownerOf.get(shopId);
    if (ownerId !== undefined && exposure > 0) rowOf(ownerId).exposure += exposure;
  }
  const owners = [...ofOwner].map(([ownerId, row]): LedgerFile['owners'][number] => {
    const recentSales = recentSalesAt(row.entries.map(plain), at, Number.POSITIVE_INFINITY, policy);
    return [ownerId, recentSales, row.exposure, row.stars, row.rated];
  });
  return {
    city,
    policyVersion: policy.version,
    units,
    owners: owners.filter(([, v, x, , rated]) => v > 0 || x > 0 || rated > 0).sort((a, b) => byText(a[0], b[0])),
    shops: [...ownerOf].sort((a, b) => byText(a[0], b[0])),
  };
};

const plain = ({ orderId, valueRupiah, state, at, cancelledAt, cancelledBy, buyer }: LedgerEntry) => ({
  ...{ orderId, valueRupiah, state, at },
  ...(cancelledAt === undefined ? {} : { cancelledAt }),
  ...(cancelledBy === undefined ? {} : { cancelledBy }),
  ...(buyer === undefined ? {} : { buyer }),
});
