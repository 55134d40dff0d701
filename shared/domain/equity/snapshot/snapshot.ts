import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
import { Instant, Month } from '../../basics/month.ts';
import { Contributors } from '../disclosure/contributors.ts';
import { PricesPaidTotal } from '../standing/prices-paid.ts';

/** A measure's value, or null with the reason it has none; the exact fraction where one exists. */
export const Figure = z
  .object({
    value: z.number().nullable(),
    reason: z.string().optional(),
    exact: z.object({ numerator: z.string(), denominator: z.string() }).optional(),
  })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

/** Concentration and spread over the merchants of the register, the unsold included. See docs/equity/method.md. */
export const Spread = z
  .object({
    gini: Figure.describe('Over all merchants'),
    giniOffering: Figure.describe('Over those who offered on 15 days or more, or sold'),
    giniSellers: Figure.describe('Over those who sold'),
    giniFloor: Figure.describe('The least a Gini can be with this many orders: thin months are nobody’s fault'),
    hoover: Figure.describe('Share of turnover that would have to move for all to sell alike'),
    theil: Figure,
    topTenPercentShare: Figure,
    bottomFortyPercentShare: Figure,
    topTenMerchantsShare: Figure,
    palma: Figure,
    p25: Figure,
    median: Figure.describe('Of those who sold, rupiah'),
    p75: Figure,
    lorenz: z.array(z.number()).describe('21 points, L(0), L(0.05) … L(1); empty when nothing was sold'),
    ownPoints: z
      .array(z.int())
      .optional()
      .describe('Which of the 21 are the curve’s own, the others lying straight between; absent where all are'),
  })
  .meta({ id: 'Spread' });
export type Spread = z.infer<typeof Spread>;

const SignedTotal = z.string().regex(/^-?\d{1,30}$/);
/** Indicators 1–10, 14 and 15 of one place, district or category, of a month or of the twelve that end with it. */
export const Cell = z
  .object({
    merchants: z.int().describe('Active merchants: the register of the month, or of any of the twelve months'),
    newcomers: z.int(),
    left: z.int().describe('Suspended, and not back at the end'),
    sold: z.int(),
    unsold: z.int(),
    withoutOffer: z
      .int()
      .describe('Of the unsold: with an active offer on fewer than 15 days of the month, of each month'),
    turnoverRupiah: RupiahTotal.nullable().describe('Received platform orders; null where hidden'),
    reportedRupiah: RupiahTotal.nullable().describe(
      'Sales outside the platform as reported; never mixed with turnover',
    ),
    platformOfReportersRupiah: RupiahTotal.nullable().describe('Platform turnover of the months that were reported'),
    reportedMinusPlatformRupiah: SignedTotal.nullable(),
    reports: z.int().describe('Monthly reports received'),
    reportsMissing: z.int().describe('Monthly reports that were not given'),
    orders: z.int().nullable().describe('Received for the first time; null where turnover is hidden'),
    activated: z.int().describe('Sold after a whole month without a sale; in twelve months: at least once'),
    dropped: z.int().describe('Sold nothing after a month with a sale; in twelve months: at least once'),
    unsoldOne: z.int().describe('Unsold for this month only; in twelve months: never for longer than one'),
    unsoldTwo: z.int(),
    unsoldThreeOrMore: z.int(),
    topTwoShare: z.number().nullable().describe('Share of the two who sold most: decides whether a cell may be public'),
    spread: Spread.nullable().describe('Null where publishing it would show a single merchant'),
    pricesPaid: PricesPaidTotal.nullable()
      .optional()
      .describe(
        'Price paid against reference; absent when nothing was chosen from a fair list, null when hidden, as in every part',
      ),
  })
  .meta({ id: 'Cell' });
export type Cell = z.infer<typeof Cell>;

export const NamedCell = Cell.extend({
  code: z.string(),
  name: z.string(),
  mergedFrom: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .optional()
    .describe('In public: the parts too small to be shown by themselves, or hidden for the sake of such, as one'),
}).meta({ id: 'NamedCell' });
export type NamedCell = z.infer<typeof NamedCell>;

/** Indicator 13: Theil inside the groups and between their means; they add up to the Theil of all. */
export const Between = z.object({ within: Figure, between: Figure, betweenShare: Figure }).meta({ id: 'Between' });
export type Between = z.infer<typeof Between>;

/** Indicators 11 and 12 of one office: how its spending lies on owners, and who was new to it in twelve months. */
export const AgencySpread = z
  .object({
    agencyId: z.string(),
    name: z.string(),
    rupiah: RupiahTotal,
    owners: z.int().describe('Owners bought from'),
    equivalentOwners: Figure.describe('1/HHI: as if bought in equal parts from so many, "setara n UMKM"'),
    largestShare: Figure,
    newOwners: z
      .int()
      .describe('New to the office: not bought from in the eleven months before, or in the twelve before twelve'),
    newRupiah: RupiahTotal,
  })
  .meta({ id: 'AgencySpread' });
export type AgencySpread = z.infer<typeof AgencySpread>;

const File = z.object({ key: z.string(), sha256: z.string(), merchants: z.int() });

export const Phase = z.enum(['preliminary', 'final']).meta({ id: 'Phase' });
export type Phase = z.infer<typeof Phase>;

/** The one way snapshots are calculated today; stored with each, so a past one can be recomputed as it was. */
export const DEFINITION = 'pemerataan-4';
/** The version of the ranking rule the month's lists were made by (docs/equity, shared/domain/ranking). */
export const RULES = 'urut-merata-1';

/** All that is measured of a place in one period: the month, or the twelve months that end with it. */
const Period = z.object({
  whole: Cell,
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

/** What a revision changed since the one before it, and why. `of` is `whole`, `year` or a cell's code. */
export const Changes = z
  .object({
    since: z.int().describe('The revision it follows'),
    why: z.array(z.string()),
    figures: z.array(
      z.object({ of: z.string(), id: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

/** Which cells the public may not see: decided once, when the revision is written, and kept. */
export const Suppressed = z.object({
  whole: z.boolean(),
  month: z.array(z.string()),
  wholeYear: z.boolean(),
  year: z.array(z.string()),
  prices: z.boolean().optional().describe('Prices paid of the whole; kept back where it was never decided'),
  reports: z.boolean().optional().describe('Reports of the whole; kept back where it was never decided'),
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

/** The headline of every page and report: how many did not sell. */
export const headline = (cell: Pick<Cell, 'merchants' | 'unsold'>, month: Month): string =>
  cell.merchants === 0
    ? `Belum ada usaha aktif pada ${monthName(month)}.`
    : cell.unsold === 0
      ? `Semua ${count(cell.merchants)} usaha menjual pada ${monthName(month)}.`
      : `${count(cell.unsold)} dari ${count(cell.merchants)} usaha belum menjual apa pun pada ${monthName(month)}.`;

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
export const monthName = (month: Month): string => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
