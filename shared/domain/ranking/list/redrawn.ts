import * as z from 'zod';
import { Rupiah } from '../../basics/money.ts';
import { Day } from '../../basics/month-schema.ts';
import { PolicyRule } from '../policy/policy-change.ts';
import { Decision } from './decision-record.ts';
import { RankInList } from './rank-in-list.ts';
import { ListPriceLine } from './ranking-of-list.ts';

/** An offer with all that decided its rank: what a list is made again from. */
const OfferEvidence = z
  .object({
    offerId: z.string(),
    shopId: z.string(),
    ownerId: z.string(),
    verified: z.boolean(),
    open: z.boolean(),
    deliversTo: z.array(z.string()),
    capacityUnits: z.int(),
    priceRupiah: Rupiah,
    ratingSum: z.int(),
    ratingCount: z.int(),
    ceilingRupiah: z.int().optional().describe('The official ceiling of its goods'),
    like: z.object({ medianRupiah: z.number(), owners: z.int(), source: z.string() }).optional(),
    tier: z
      .int()
      .optional()
      .describe('In a search: 0 for whole words, 1 for beginnings, 2 for other spellings and synonyms'),
    minUnits: z.int().optional(),
    onDay: z.boolean().optional(),
  })
  .meta({ id: 'OfferEvidence' });

/** A past list with everything to make it again, and the market's own second making. */
export const Redrawn = z
  .object({
    decision: Decision,
    policy: PolicyRule,
    dayKey: z.string().nullable().describe('Null until the day after: until then ties cannot be drawn by others'),
    dayKeyShownFrom: Day,
    sentence: z.string(),
    line: ListPriceLine,
    replay: z.object({ matches: z.boolean(), differences: z.array(z.string()) }),
    items: z.array(
      RankInList.extend({
        name: z.string(),
        merchantName: z.string(),
        offer: OfferEvidence,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'RedrawnDecision' });
