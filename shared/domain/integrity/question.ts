import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Id } from '../basics/id-schema.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { OrderId } from '../orders/order.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { outcomes } from './outcomes.ts';
import { RuleCode } from './rule-code.ts';

export const IntegrityQuestionId = Id('itg').meta({ id: 'IntegrityQuestionId' });

export const Outcome = z.enum(Object.keys(outcomes) as [keyof typeof outcomes]).meta({ id: 'IntegrityOutcome' });
export type Outcome = z.infer<typeof Outcome>;

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
export const MOST_ABOUT = 300;

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
