import * as z from 'zod';
import type { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import { derivedId, fingerprint } from '../../basics/id.ts';
import type { Instant } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import { FIRST_UNIT_RUPIAH, type RankingPolicy, unitFor } from '../policy/policy.ts';
import type { CityMedian } from '../rule/evidence.ts';
import type { OwnerFigures } from '../rule/request.ts';
import { commitmentOf } from './commitment.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { addEntry, countedSales, emptyRow, type OwnerRow } from './owner-row.ts';
import type { ReferencePrices } from './reference-prices.ts';
import { sureOrders } from './sure-orders.ts';

/**
 * One immutable version of a city's ledger, as its file holds it. Rows are sorted, so the same state makes the same
 * bytes and the same version; nothing in it says when it was made.
 */
export const LedgerFile = z.object({
  city: z.string(),
  salt: z.string().describe('Keyed by the market: owners’ commitments are made with it'),
  policyVersion: z.int(),
  units: z.record(z.string(), z.int()),
  owners: z
    .array(z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()]))
    .describe('Owner, V in rupiah, X in millionths, sum of ratings, number of ratings'),
  shops: z.array(z.tuple([z.string(), z.string()])).describe('Shop, the owner it belongs to'),
  references: z
    .array(z.tuple([z.string(), z.int(), z.int()]))
    .optional()
    .describe('Kind of goods, its reference price of the month, and the owners who were paid'),
  unvisited: z
    .array(z.string())
    .optional()
    .describe('Owners who are to be visited first; left out where there are none'),
});
export type LedgerFile = z.infer<typeof LedgerFile>;

/** A ledger as lists are made from it. */
export type CityLedger = {
  version: string;
  policyVersion: number;
  salt: string;
  units: Readonly<Record<string, number>>;
  owners: ReadonlyMap<string, OwnerFigures & { ratingSum: number; ratingCount: number }>;
  ownerOf: ReadonlyMap<string, string>;
  /** By kind of goods (`kindIn`); empty where the city's rule asks for none. */
  references: ReadonlyMap<string, CityMedian>;
  /** Owners who are to be confirmed by a visit, and have one promised order until then. */
  unvisited: ReadonlySet<string>;
};

/**
 * The name of a version is a digest of what may be told of it: of V the commitments alone. So the market is bound to each
 * V by what it published, and nobody finds one by trying amounts.
 */
export const versionOf = ({ salt, owners, ...file }: LedgerFile): string =>
  derivedId(
    'led',
    JSON.stringify({ ...file, owners: owners.map(([id, v, ...rest]) => [id, commitmentOf(salt, id, v), ...rest]) }),
  );

/** A file with its salt: keyed by the market, another for each content, the same when it is made again. */
export const salted = (file: Omit<LedgerFile, 'salt'>, keyed: (text: string) => string): LedgerFile => ({
  ...file,
  salt: keyed(`ledger ${fingerprint(file)}`),
});

export const ledgerFrom = (version: string, file: LedgerFile): CityLedger => ({
  version,
  policyVersion: file.policyVersion,
  salt: file.salt,
  units: file.units,
  owners: new Map(
    file.owners.map(([ownerId, recentSalesRupiah, exposure, ratingSum, ratingCount]) => [
      ownerId,
      { recentSalesRupiah, exposure, ratingSum, ratingCount },
    ]),
  ),
  ownerOf: new Map(file.shops),
  references: new Map(file.references?.map(([kind, medianRupiah, owners]) => [kind, { medianRupiah, owners }])),
  unvisited: new Set(file.unvisited),
});

/** A city whose ledger was never made: nobody has sold anything yet. */
export const emptyLedger = (city: string, policyVersion: number): LedgerFile => ({
  city,
  salt: '',
  policyVersion,
  units: {},
  owners: [],
  shops: [],
});

/** u of a category in rupiah, or of a list over all categories, from the ledger that a list is made from. */
export const unitIn = ({ units }: Pick<CityLedger, 'units'>, category: string | null, policy: RankingPolicy): number =>
  policy.unitRupiah ?? units[category ?? ALL] ?? FIRST_UNIT_RUPIAH;

/** The name of the unit over all categories among the units of a ledger. */
const ALL = 'all';
/** Fewer orders, or of fewer owners, and the median would be one shop's order, told to everybody. */
const LEAST_ORDERS = 10;
const LEAST_OWNERS = 3;

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

/**
 * u of every category and of all together: the median value of accepted orders in the window, to two digits. It is
 * public, and a median is always somebody's order: of few orders there is none.
 */
export const unitsOf = (entries: readonly LedgerEntry[], policy: RankingPolicy): Record<string, number> => {
  const accepted = Map.groupBy(
    entries.filter(({ state }) => state === 'accepted'),
    ({ category }) => category as string,
  );
  const named = [...Object.keys(categories), ALL].map(
    (name) => [name, name === ALL ? [...accepted.values()].flat() : (accepted.get(name) ?? [])] as const,
  );
  return Object.fromEntries(
    named.flatMap(([name, own]) =>
      own.length < LEAST_ORDERS || new Set(own.map(({ ownerId }) => ownerId)).size < LEAST_OWNERS
        ? []
        : [
            [
              name,
              toTwoDigits(
                unitFor(
                  policy,
                  own.map(({ valueRupiah }) => valueRupiah),
                ),
              ),
            ],
          ],
    ),
  );
};

const toTwoDigits = (amount: number): number => Number(amount.toPrecision(2));

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
