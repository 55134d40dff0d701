import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { OrderAsked } from './order-asked.ts';
import { RuleCode } from './rule-code.ts';

/** What an office says to a question of one of its orders. */
export const NewAnswer = z
  .strictObject({ rule: RuleCode, answer: Line(300).describe('In a sentence; it stays with the order') })
  .meta({ id: 'NewIntegrityAnswer' });

export const BuyerQuestion = OrderAsked.extend({
  answer: z.object({ text: z.string(), by: Person, at: Instant }).nullable(),
}).meta({ id: 'IntegrityBuyerQuestion' });
export type BuyerQuestion = z.infer<typeof BuyerQuestion>;
