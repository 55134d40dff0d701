import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { AgencyId } from '../agencies/agency.ts';
import { Id } from '../basics/id-schema.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { OrderId } from '../orders/order.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import type { Finding } from './facts.ts';
import { outcomes } from './outcomes.ts';
import { RuleCode } from './rule-code.ts';

export const IntegrityQuestionId = Id('itg').meta({ id: 'IntegrityQuestionId' });

export const Outcome = z.enum(Object.keys(outcomes) as [keyof typeof outcomes]).meta({ id: 'IntegrityOutcome' });
export type Outcome = z.infer<typeof Outcome>;
const confirming: ReadonlySet<Outcome> = new Set(['corrected', 'referred']);

export const NewOutcome = z
  .strictObject({
    outcome: Outcome,
    reason: Paragraph(1000).describe('What was found, in a sentence or two: it stays with the question'),
  })
  .meta({ id: 'NewIntegrityOutcome' });
export type NewOutcome = z.infer<typeof NewOutcome>;

/**
 * Orders, shops and people a question keeps: all it is about in any city we know of, because nobody it is about closes it. Beyond
 * that an office's orders are still its own people's.
 */
const MOST_ABOUT = 300;

/**
 * One question of a rule about one subject in one month, for the city's people and its inspectorate alone. It is no
 * verdict, no list that a buyer sees is ranked by it, and it never leaves the city.
 */
export const IntegrityQuestion = z
  .object({
    questionId: IntegrityQuestionId,
    cityCode: CityCode,
    rule: RuleCode,
    month: Month,
    state: z.enum(['open', 'closed']),
    question: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    agencyId: AgencyId.nullable(),
    merchantIds: z.array(MerchantId),
    orderIds: z.array(OrderId).describe(`The first ${MOST_ABOUT} it is about`),
    officers: z.array(Person).default([]).describe('Whose doing it asks about: none of them closes it'),
    askedAt: Instant,
    closed: NewOutcome.extend({ by: Person, at: Instant }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'IntegrityQuestion' });
export type IntegrityQuestion = z.infer<typeof IntegrityQuestion>;

/** What a list shows of it. */
export const QuestionCard = IntegrityQuestion.omit({ version: true }).meta({ id: 'IntegrityQuestionCard' });
export type QuestionCard = z.infer<typeof QuestionCard>;

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
  if (question.closed)
    throw new Problem('version_mismatch', 'Pertanyaan ini sudah ditutup petugas lain. Muat ulang dulu.');
  return { ...question, state: 'closed', closed: { ...outcome, by, at }, version: question.version + 1 };
};

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
