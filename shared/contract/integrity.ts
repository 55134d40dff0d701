import * as z from 'zod';
import { Instant, Month } from '../domain/basics/month-schema.ts';
import { questionState } from '../domain/integrity/ask-and-close.ts';
import { BuyerQuestion, NewAnswer } from '../domain/integrity/buyer-question.ts';
import { IntegrityQuestion, IntegrityQuestionId, NewOutcome, QuestionCard } from '../domain/integrity/question.ts';
import { RuleCode } from '../domain/integrity/rule-code.ts';
import { RuleTally } from '../domain/integrity/rule-tally.ts';
import { OrderId } from '../domain/orders/order.ts';
import { CityCode } from '../domain/places/region.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';
import { listSheet, SheetFormat, SheetPart } from './route/sheet.ts';

const OfCity = z.object({ city: CityCode });
const OfOrder = z.object({ orderId: OrderId });

const questionFilters = { state: questionState.default('open'), rule: RuleCode.optional() } as const;

/** A rule as it is published, with what came of its questions here. */
const PublishedRule = RuleTally.extend({
  name: z.string(),
  method: z.string().describe('What is compared with what, in a sentence'),
  formula: z.string(),
  sensitivity: z.string().describe('From where on it asks, and what it does not see'),
  precision: z.number().nullable().describe('Share of closed questions that were right to ask; null before the first'),
}).meta({ id: 'IntegrityRule' });

/** Questions about what is far from usual. None is a verdict, none stops an order, and no list is ranked by them. */
export const integrity = {
  'GET /cities/{city}/integrity-questions': {
    operation: 'list-integrity-questions',
    summary: 'What the rules ask about a city’s months: open ones oldest first, closed ones newest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({ ...questionFilters, ...Paging }),
    response: Paged(QuestionCard),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/integrity-questions/sheet/{format}': {
    ...listSheet,
    operation: 'print-integrity-questions',
    summary: 'The same list as a file, 10,000 rows at most; the rest by the cursor of its `Link`',
    who: ['city-admin', 'inspectorate'],
    params: OfCity.extend({ format: SheetFormat }),
    query: z.strictObject({ ...questionFilters, ...SheetPart }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'POST /cities/{city}/integrity-questions/{questionId}/outcome': {
    operation: 'close-integrity-question',
    summary: 'The city says what came of a question, and why; who it was about reads it in their own record',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity.extend({ questionId: IntegrityQuestionId }),
    body: NewOutcome,
    response: IntegrityQuestion,
    problems: [
      'city_not_found',
      'not_allowed',
      'integrity_question_not_found',
      'own_shop',
      'own_order',
      'version_mismatch',
    ],
  },
  'GET /cities/{city}/integrity-rules': {
    operation: 'list-integrity-rules',
    summary: 'The rules with their method, and which of them earned their place in this city',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: z.object({
      items: z.array(PublishedRule),
      looked: z
        .object({ month: Month, at: Instant, purchases: z.int(), asked: z.int() })
        .nullable()
        .describe('The last month that was looked at'),
    }),
    problems: ['city_not_found', 'not_allowed'],
  },
  'GET /orders/{orderId}/integrity-questions': {
    operation: 'list-order-questions',
    summary: 'What an office’s buyer was asked when the order was placed, with the answers; for that office alone',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer'],
    params: OfOrder,
    response: z.object({ items: z.array(BuyerQuestion) }),
    problems: ['order_not_found'],
  },
  'POST /orders/{orderId}/integrity-answers': {
    operation: 'answer-order-question',
    summary: 'The office answers a question of its order; the answer stays with the order as it was given',
    access: 'signed-in',
    who: ['buyer', 'approver'],
    params: OfOrder,
    body: NewAnswer,
    response: z.object({ items: z.array(BuyerQuestion) }),
    problems: ['order_not_found', 'integrity_question_not_found', 'already_answered'],
  },
} as const satisfies Routes;
