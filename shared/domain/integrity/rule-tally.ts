import * as z from 'zod';
import type { Outcome } from './question.ts';
import { RuleCode } from './rule-code.ts';

const confirming: ReadonlySet<Outcome> = new Set(['corrected', 'referred']);

/** What came of a rule's questions in a city since it asks there. */
export const RuleTally = z
  .object({
    rule: RuleCode,
    asked: z.int(),
    explained: z.int(),
    corrected: z.int(),
    referred: z.int(),
    groundless: z.int(),
  })
  .meta({ id: 'IntegrityRuleTally' });
export type RuleTally = z.infer<typeof RuleTally>;

export const noTally = (rule: RuleCode): RuleTally => ({
  rule,
  asked: 0,
  explained: 0,
  corrected: 0,
  referred: 0,
  groundless: 0,
});

/** Share of a rule's closed questions that were right to ask; null before the first is closed. */
export const precisionOf = (tally: RuleTally): number | null => {
  const closed = tally.explained + tally.corrected + tally.referred + tally.groundless;
  const confirmed = [...confirming].reduce((sum, outcome) => sum + tally[outcome], 0);
  return closed === 0 ? null : confirmed / closed;
};
