import * as z from 'zod';
import { BuyerQuestion } from '../../domain/integrity/buyer-question.ts';
import { RuleCode } from '../../domain/integrity/rule-code.ts';
import { getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

// | entity      | pk       | sk            |
// | BuyerAnswer | ORDER#id | ANSWER#<rule> |
const BuyerAnswer = z.object({
  orderId: z.string(),
  rule: RuleCode,
  answer: BuyerQuestion.shape.answer.unwrap(),
});
export type BuyerAnswer = z.infer<typeof BuyerAnswer>;
export const parseBuyerAnswer = (item: unknown): BuyerAnswer => BuyerAnswer.parse(item);
const key = ({ orderId, rule }: Pick<BuyerAnswer, 'orderId' | 'rule'>) => ({
  pk: `ORDER#${orderId}`,
  sk: `ANSWER#${rule}`,
});
const answers = entity({
  type: 'BuyerAnswer',
  schema: BuyerAnswer,
  key,
});

/** Answers to questions of orders, in the order asked; undefined where nobody answered. At most 100. */
export const answersTo = (table: Table, asked: readonly Pick<BuyerAnswer, 'orderId' | 'rule'>[]) =>
  getMany(table, answers, asked.map(key));
/** An answer is given once: what was said then, stays. */
export const insertAnswer = (answer: BuyerAnswer): Write => insert(answers, answer, true);
