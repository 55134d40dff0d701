import * as z from 'zod';
import { RuleCode } from './rule-code.ts';

/**
 * What an office's buyer is asked as soon as an order is placed. It stops nothing: the order waits for its approver, who
 * reads the question and, when there is one, the answer.
 */
export const OrderAsked = z.object({ rule: RuleCode, question: z.string() });
export type OrderAsked = z.infer<typeof OrderAsked>;
