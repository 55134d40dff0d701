import { Problem } from '../../problem.ts';
import type { Instant, Month } from '../basics/month-schema.ts';
import type { Person } from '../people/caller.ts';
import type { Finding } from './finding.ts';
import { IntegrityQuestion, MOST_ABOUT, type NewOutcome } from './question.ts';

export const questionState = IntegrityQuestion.shape.state;

/** A finding as it is asked. The id is made of rule, subject and month, so that one of each is asked once. */
export const askedOf = (
  { rule, question, facts, agencyId, merchantIds, orderIds, officers = [] }: Finding,
  { questionId, cityCode, month, at }: { questionId: string; cityCode: string; month: Month; at: Instant },
): IntegrityQuestion => ({
  questionId,
  cityCode,
  rule,
  month,
  state: 'open',
  question,
  agencyId,
  facts: facts.map((fact) => ({ ...fact })),
  merchantIds: merchantIds.slice(0, MOST_ABOUT),
  orderIds: orderIds.slice(0, MOST_ABOUT),
  officers: officers.slice(0, MOST_ABOUT),
  askedAt: at,
  closed: null,
  version: 1,
});

/** The question with its outcome. @throws Problem when somebody closed it before */
export const closedWith = (
  question: IntegrityQuestion,
  outcome: NewOutcome,
  by: Person,
  at: Instant,
): IntegrityQuestion => {
  if (question.closed) throw new Problem('version_mismatch', 'Petugas lain sudah menutup pertanyaan ini.');
  return { ...question, state: 'closed', closed: { ...outcome, by, at }, version: question.version + 1 };
};
