import * as z from 'zod';
import { derivedId, fingerprint } from '../../basics/id.ts';
import type { Month } from '../../basics/month.ts';
import type { CityMedian } from '../rule/evidence.ts';
import type { OwnerFigures } from '../rule/request.ts';
import { commitmentOf } from './commitment.ts';
import { offsetOf } from './owner-offset.ts';

/**
 * One immutable version of a city's ledger, as its file holds it. Rows are sorted, so the same state makes the same
 * bytes and the same version; nothing in it says when it was made.
 */
export const LedgerFile = z.object({
  city: z.string(),
  salt: z.string().describe('Keyed by the market: owners’ commitments are made with it'),
  offsetKey: z
    .string()
    .optional()
    .describe('Keyed by the market for a city and month: where each owner steps up (`offsetOf`); none before rule 4'),
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

/**
 * A file with its keys: the salt another for each content, what steps are drawn with another for each month; the same when
 * it is made again.
 */
export const salted = (
  content: Omit<LedgerFile, 'salt' | 'offsetKey'>,
  month: Month,
  keyed: (text: string) => string,
): LedgerFile => {
  const file = { ...content, offsetKey: keyed(`steps ${content.city} ${month}`) };
  return { ...file, salt: keyed(`ledger ${fingerprint(file)}`) };
};

const offsetIn = ({ offsetKey }: LedgerFile, ownerId: string): number =>
  offsetKey === undefined ? 0 : offsetOf(offsetKey, ownerId);

export const ledgerFrom = (version: string, file: LedgerFile): CityLedger => ({
  version,
  policyVersion: file.policyVersion,
  salt: file.salt,
  units: file.units,
  owners: new Map(
    file.owners.map(([ownerId, recentSalesRupiah, exposure, ratingSum, ratingCount]) => [
      ownerId,
      { recentSalesRupiah, exposure, ratingSum, ratingCount, offset: offsetIn(file, ownerId) },
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
