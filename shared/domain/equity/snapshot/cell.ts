import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
import { PricesPaidTotal } from '../standing/prices-paid-total.ts';

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
    departed: z.int().describe('Suspended, and not back at the end'),
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
