import * as z from 'zod';
import { Day } from '../../basics/month-schema.ts';
import { DecisionId } from './choice.ts';

/** P of a list and the numbers behind it, rupiah for one unit. */
export const ListPriceLine = z
  .object({
    medianRupiah: z.number().nullable(),
    owners: z.int().describe('Owners behind the median'),
    tolerancePercent: z.int(),
    ceilingRupiah: z.int().nullable(),
    source: z.enum(['paid', 'like', 'province', 'past']).nullable(),
    lineRupiah: z.number().nullable().describe('The most a fair price may be'),
  })
  .meta({ id: 'ListPriceLine' });

/** What a list was made from, and the sentence over it. */
export const RankingOfList = z
  .object({
    decisionId: DecisionId,
    ledgerVersion: z.string(),
    ledgerAt: z.string().nullable().describe('When this version of the ledger was last found to hold'),
    policyVersion: z.int(),
    dayKeyHash: z.string().describe('The key itself is published on the next day'),
    drawnOn: Day,
    unitRupiah: z.int(),
    sentence: z.string(),
    owners: z.int().describe('Owners above the line: a turn each'),
    above: z.int().describe('Offers above the line'),
    below: z.int(),
    line: ListPriceLine.describe('Of goods that are all alike; else null, each rank has its own'),
  })
  .meta({ id: 'RankingOfList' });
export type RankingOfList = z.infer<typeof RankingOfList>;
