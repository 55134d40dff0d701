import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Day, Instant } from '../../basics/month.ts';
import { DecisionId } from './choice.ts';

/** A list that was made: all that names its inputs, and digests of what went in and came out. Never changed. */
export const Decision = z
  .object({
    decisionId: DecisionId,
    city: z.string(),
    request: z.object({ category: Category, quantity: z.int(), place: z.string(), lots: z.int().optional() }),
    deliverOn: Day.nullable().describe('The delivery day asked for'),
    like: z.string().nullable().describe('The product whose kind of goods was asked for'),
    drawnOn: Day.describe('The day whose key breaks ties'),
    ledgerVersion: z.string(),
    policyVersion: z.int(),
    unitRupiah: z.int().describe('u: owners within one u of each other count as equal'),
    dayKeyHash: z.string(),
    offersDigest: z.string(),
    listDigest: z.string(),
    offersKey: z.string().describe('File of the offers it was made from'),
    above: z.int(),
    below: z.int(),
    madeAt: Instant,
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;
