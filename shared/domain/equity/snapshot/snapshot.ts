import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
import { Instant, Month } from '../../basics/month-schema.ts';
import { Attainable } from '../attainable/attainable.ts';
import { Contributors } from '../disclosure/contributors.ts';
import { AgencySpread, Between, Cell, NamedCell } from './cell.ts';

const File = z.object({ key: z.string(), sha256: z.string(), merchants: z.int() });

export const Phase = z.enum(['preliminary', 'final']).meta({ id: 'Phase' });
export type Phase = z.infer<typeof Phase>;

/** The one way snapshots are calculated today; stored with each, so a past one can be recomputed as it was. */
export const DEFINITION = 'pemerataan-5';
/** The version of the ranking rule the month's lists were made by (docs/equity, shared/domain/ranking). */
export const RULES = 'urut-merata-1';

/** All that is measured of a place in one period: the month, or the twelve months that end with it. */
const Period = z.object({
  total: Cell,
  districts: z.array(NamedCell),
  categories: z.array(NamedCell),
  between: z.object({ districts: Between.nullable(), categories: Between.nullable() }),
  agencies: z.array(AgencySpread).describe('For the city itself; empty in public'),
  control: z
    .object({ merchants: z.int(), turnoverRupiah: RupiahTotal })
    .describe('From consistent reads of the register; a snapshot exists only if the ordered list added up to them'),
});
export const SnapshotYear = Period.meta({ id: 'SnapshotYear' });
export type SnapshotYear = z.infer<typeof SnapshotYear>;

/** What a revision changed since the one before it, and why. `of` is `total`, `year` or a cell's code. */
export const Changes = z
  .object({
    since: z.int().describe('The revision it follows'),
    reasons: z.array(z.string()),
    figures: z.array(
      z.object({ of: z.string(), id: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

/** Which cells the public may not see: decided once, when the revision is written, and kept. */
export const Suppressed = z.object({
  total: z.boolean(),
  month: z.array(z.string()),
  yearTotal: z.boolean(),
  year: z.array(z.string()),
  prices: z.boolean().optional().describe('Prices paid of the total; kept back where it was never decided'),
  reports: z.boolean().optional().describe('Reports of the total; kept back where it was never decided'),
  yearPrices: z.boolean().optional(),
  yearReports: z.boolean().optional(),
  pricesFrom: Contributors.optional().describe('Of a city: the shops behind its prices, for the merges above'),
});
export type Suppressed = z.infer<typeof Suppressed>;

/**
 * The immutable result of a month for a city, a province or the country. A correction is the next revision. The same
 * input makes the same bytes: `hash` is over everything but itself and the revision's number and time.
 */
export const Snapshot = z
  .object({
    place: z.string().describe('`35.73`, `35` or `ID`'),
    placeName: z.string(),
    month: Month,
    revision: z.int(),
    phase: Phase,
    definition: z.string(),
    rules: z.string().optional().describe('Version of the ranking rule'),
    sentence: z.string().describe('The month in one sentence'),
    ...Period.shape,
    cities: z.array(NamedCell).describe('For a province or the country: what was merged'),
    year: SnapshotYear.describe('The twelve months that end with this one: with few orders a single month says little'),
    merged: z
      .array(z.object({ place: z.string(), revision: z.int(), hash: z.string().optional() }))
      .optional()
      .describe(
        'For a province or the country: the revisions it was merged from; in public without their fingerprints',
      ),
    inputs: File.nullable()
      .optional()
      .describe('Everything a city was computed from, without names of merchants; null in public'),
    changes: Changes.optional().describe('Since the revision before; absent in the first'),
    suppressed: Suppressed.optional().describe('Cells the public may not see; absent in public'),
    missing: z.array(z.string()).describe('Cities with no closed month: the result is partial while any is named'),
    files: z
      .object({ month: File, year: File })
      .nullable()
      .describe('Sorted amounts without names, to merge and to recompute from'),
    takenAt: Instant.describe('The scheduled instant of the close, not the clock'),
    attainable: Attainable.optional().describe(
      'Of a city: what could have been attained, computed once when the month ended and not part of the revision or its hash; absent where it was not, or is hidden',
    ),
    hash: z.string().describe('Fingerprint of the content; in public that of what is shown'),
  })
  .meta({ id: 'Snapshot' });
export type Snapshot = z.infer<typeof Snapshot>;

export const SnapshotCard = Snapshot.pick({
  place: true,
  month: true,
  revision: true,
  phase: true,
  sentence: true,
  takenAt: true,
}).meta({
  id: 'SnapshotCard',
});
