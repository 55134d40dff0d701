import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { RupiahTotal } from '../basics/money.ts';

const Share = z.number().min(0).nullable();
/** One stage of the money, by how large the sellers are. Shares are of the part at small businesses. */
export const Stage = z
  .object({
    smallRupiah: RupiahTotal.describe('Micro, small and cooperatives: what counts'),
    mediumRupiah: RupiahTotal.describe('Does not count'),
    unstatedRupiah: RupiahTotal.describe('At shops whose scale nobody stated: does not count either'),
    totalRupiah: RupiahTotal,
    ofMarket: Share.describe('Of what went through this market; null where nothing did'),
    ofProcurement: Share.describe('Of the official procurement budget; null where it is not known'),
  })
  .meta({ id: 'SpendingStage' });
export type Stage = z.infer<typeof Stage>;

/** A year of one office, or of all of a city’s: what was planned, ordered, delivered and paid, each by itself. */
export const Spent = z
  .object({
    procurementRupiah: RupiahTotal.nullable().describe('Official; null where nobody said'),
    plannedSmallRupiah: RupiahTotal.nullable().describe(
      'Planned for small businesses, as the city said it or else as the lines of the plan are marked; null where neither is',
    ),
    plannedShare: Share.describe('Of the official budget of those offices'),
    plannedByMarks: z.int().describe('Offices whose figure is the sum of the marks of their plan'),
    ordered: Stage,
    delivered: Stage,
    paid: Stage,
    orders: z.int(),
    owners: z.int().describe('Different owners goods came from: shops of one owner are one'),
    equivalentOwners: Share.describe('As if bought in equal parts from so many (1 / Herfindahl)'),
    largestShare: Share.describe('Of the owner most was bought from'),
    paidOrders: z.int(),
    medianDays: z.int().nullable().describe('From handover to payment: the lower middle of the paid orders'),
    longestDays: z.int().nullable(),
  })
  .meta({ id: 'Spent' });
export type Spent = z.infer<typeof Spent>;

export const OfficeYear = Spent.extend({ agencyId: AgencyId, name: z.string() }).meta({ id: 'OfficeYear' });
export type OfficeYear = z.infer<typeof OfficeYear>;
