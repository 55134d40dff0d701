import * as z from 'zod';
import { Instant, Month } from '../../basics/month-schema.ts';
import { Figure } from '../snapshot/cell.ts';

/** The one way the attainable is computed today; stored with each month. */
export const ATTAINABLE_DEFINITION = 'tercapai-1';

/** What the month's own orders would have made of it, in three ways, and where the city stands. */
export const Reached = z
  .object({
    orders: z.int().describe('Accepted in the month and not called off'),
    owners: z.int().describe('With an offer above the line, or an order'),
    sellers: z.int(),
    topTwoShare: z.number().nullable().describe('Decides whether it may be public'),
    giniPopularity: Figure.describe('By a list of best sellers'),
    giniActual: Figure.describe('As it happened'),
    giniAssigned: Figure.describe('Each order, whole, to whoever could take it and has the least'),
    giniSplit: Figure.describe('The same with large orders in lots'),
    closedShare: Figure.describe('Of the way from best sellers to assignment, how much the city has gone'),
  })
  .meta({ id: 'Reached' });
export type Reached = z.infer<typeof Reached>;

/** What can be attained with the month's orders, and how long owners waited: computed once, when the month has ended. */
export const Attainable = z
  .object({
    place: z.string(),
    month: Month,
    definition: z.string(),
    total: Reached,
    categories: z.array(Reached.extend({ code: z.string() })).describe('For the city itself; empty in public'),
    comparableOwners: z.int().describe('Owners with another who could take exactly the same orders'),
    envyAssignedRupiah: z
      .int()
      .nullable()
      .describe('Beyond u and the largest order, assigned by the rule; null in public'),
    envyChosenRupiah: z.int().nullable().describe('The same of what buyers chose; null in public'),
    isBounded: z.boolean().nullable().describe('Whether assignment keeps its bound; null where no two are alike'),
    waiting: z.int().describe('Owners with an offer'),
    newcomers: z.int(),
    silenceDays: Figure,
    silenceRequests: Figure,
    firstSaleDays: Figure,
    firstSaleRequests: Figure,
    chosenLines: z
      .int()
      .describe('Goods chosen from lists, of the month’s last orders, that had like goods to compare with'),
    cheapestRatio: Figure.describe('What was paid for them over the cheapest like goods of the same lists'),
    exposure: z.array(z.object({ channel: z.string(), owners: z.int(), exposureGini: Figure })),
    inputs: z
      .object({ key: z.string() })
      .nullable()
      .describe('All it was computed from, without names; null in public'),
    takenAt: Instant,
  })
  .meta({ id: 'Attainable' });
export type Attainable = z.infer<typeof Attainable>;

export const none = (reason: string): Figure => ({ value: null, reason });
