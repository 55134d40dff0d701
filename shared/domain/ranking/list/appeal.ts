import * as z from 'zod';
import { Id } from '../../basics/id-schema.ts';
import { Instant } from '../../basics/month-schema.ts';
import { Paragraph } from '../../basics/text.ts';
import { Person } from '../../people/caller.ts';
import { MerchantId } from '../../register/merchant.ts';
import { DecisionId } from './choice.ts';

export const AppealState = z.enum(['open', 'answered']).meta({ id: 'AppealState' });

export const NewAppeal = z
  .strictObject({
    text: Paragraph(1000).describe('What is wrong with the rank, in the shop’s own words'),
    decisionId: DecisionId.optional().describe('The list it is about'),
  })
  .meta({ id: 'NewAppeal' });

export const Answer = z
  .strictObject({
    outcome: z.enum(['corrected', 'explained']).describe('Something was mended, or the rank was right'),
    text: Paragraph(1000),
  })
  .meta({ id: 'AppealAnswer' });

/** So many objections of one shop wait for the city at once: what is new is added when one is answered. */
export const MOST_OPEN_APPEALS = 3;

/** A shop's objection to its rank, a case for the city. The numbers it was about are kept with it. */
export const Appeal = z
  .object({
    appealId: Id('apl'),
    cityCode: z.string(),
    merchantId: MerchantId,
    merchantName: z.string(),
    state: AppealState,
    text: z.string(),
    decisionId: DecisionId.nullable(),
    ledgerVersion: z.string(),
    recentSalesRupiah: z.int().nullable(),
    exposure: z.int(),
    by: Person,
    at: Instant,
    answer: Answer.extend({ by: Person, at: Instant }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Appeal' });
export type Appeal = z.infer<typeof Appeal>;
