import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Day, Instant } from '../../basics/month-schema.ts';
import { DecisionId } from './choice.ts';

/** A list that was made: all that names its inputs, and digests of what went in and came out. Never changed. */
export const Decision = z
  .object({
    decisionId: DecisionId,
    city: z.string(),
    ruleVersion: z.int(),
    request: z.object({
      category: Category.nullable().describe('Null over all categories'),
      quantity: z.int(),
      place: z.string(),
      lots: z.int().optional(),
      text: z.string().optional().describe('Words searched for'),
      shopsIn: z.string().optional().describe('The district whose shops are listed'),
    }),
    anyQuantity: z.boolean().describe('No quantity was asked for: nobody’s minimum stands in the way'),
    deliverOn: Day.nullable().describe('The delivery day asked for'),
    similarTo: z.string().nullable().describe('The product whose kind of goods was asked for'),
    drawnOn: Day.describe('The day whose key breaks ties'),
    ledgerVersion: z.string(),
    policyVersion: z.int(),
    unitRupiah: z
      .int()
      .describe('u: steps of V are counted from the rung below it on (until rule version 3, in usual orders)'),
    dayKeyHash: z.string(),
    offersDigest: z.string(),
    listDigest: z.string(),
    offerKeys: z.array(z.string()).describe('Files of the offers it was made from, a category each'),
    freeKey: z.string().nullable().describe('File of what was left on shelves and of days'),
    owners: z.int().describe('Owners above the line'),
    above: z.int().describe('Offers above the line'),
    below: z.int(),
    madeAt: Instant,
    ttl: z.int().optional().describe('When it is forgotten, unless an order or a person refers to it'),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;
