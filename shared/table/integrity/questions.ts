import * as z from 'zod';
import { Instant, Month } from '../../domain/basics/month-schema.ts';
import type { questionState } from '../../domain/integrity/ask-and-close.ts';
import { IntegrityQuestion, type Outcome, QuestionCard } from '../../domain/integrity/question.ts';
import { type RuleCode, ruleCodes } from '../../domain/integrity/rule-code.ts';
import { noTally, RuleTally } from '../../domain/integrity/rule-tally.ts';
import { CityCode } from '../../domain/places/region.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, put, replace, upsert, type Write } from '../engine/writes.ts';

// | entity            | pk            | sk                     | list 1                                         |
// | IntegrityQuestion | INTEGRITY#id  | QUESTION               | CITY#35.73#INTEGRITY#<state> / since, id       |
// | IntegrityTally    | CITY#35.73    | INTEGRITY-TALLY#<rule> |                                                |
// | IntegrityLook     | CITY#35.73    | INTEGRITY-LOOK#2026-11 |                                                |
const key = (questionId: string) => ({ pk: `INTEGRITY#${questionId}`, sk: 'QUESTION' });
/** Where a question stands in the list of its state: since when it is open, or closed. */
export const sortOfQuestion = ({ askedAt, closed, questionId }: QuestionCard): string =>
  `${closed?.at ?? askedAt}#${questionId}`;
const questions = entity({
  type: 'IntegrityQuestion',
  schema: IntegrityQuestion,
  key: ({ questionId }: Pick<IntegrityQuestion, 'questionId'>) => key(questionId),
  list1: (question) => ({
    pk: `CITY#${question.cityCode}#INTEGRITY#${question.state}`,
    sk: sortOfQuestion(question),
  }),
  card: namesIn(QuestionCard),
});

export const getQuestion = (table: Table, questionId: string) => get(table, questions, key(questionId));
type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Open ones oldest first: who waits longest is answered first. Closed ones newest first. */
export const integrityQuestionsOf = (
  table: Table,
  cityCode: string,
  state: z.infer<typeof questionState>,
  request: Paging,
) =>
  list(table, QuestionCard, 'list1', {
    pk: `CITY#${cityCode}#INTEGRITY#${state}`,
    descending: state === 'closed',
    ...request,
  });

const tallyKey = (cityCode: string, rule: RuleCode) => ({ pk: `CITY#${cityCode}`, sk: `INTEGRITY-TALLY#${rule}` });
const counted = z.int().default(0);
const TallyItem = RuleTally.extend({
  asked: counted,
  explained: counted,
  corrected: counted,
  referred: counted,
  groundless: counted,
});
/** What came of every rule's questions in a city. */
export const talliesOf = async (table: Table, cityCode: string): Promise<RuleTally[]> => {
  const found = await getMany(
    table,
    { schema: TallyItem },
    ruleCodes.map((rule) => tallyKey(cityCode, rule)),
    { consistent: false },
  );
  return ruleCodes.map((rule, index) => found[index] ?? noTally(rule));
};
const countOne = (cityCode: string, rule: RuleCode, name: 'asked' | Outcome): Write =>
  upsert('IntegrityTally', tallyKey(cityCode, rule), { set: { rule }, add: { [name]: 1 } });

/** Asks a question once, and counts it. A commit that meets it again writes neither. */
export const askOnce = (question: IntegrityQuestion): Write[] => [
  insert(questions, question, true),
  countOne(question.cityCode, question.rule, 'asked'),
];
/** Closes a question, and counts what came of it. */
export const closeQuestion = (question: IntegrityQuestion, outcome: Outcome): Write[] => [
  replace(questions, question),
  countOne(question.cityCode, question.rule, outcome),
];

/** How far a city's month was looked at: of which revision of its close, and what there was to look at. */
export const IntegrityLook = z
  .object({
    cityCode: CityCode,
    month: Month,
    revision: z.int().describe('Of the month’s close'),
    at: Instant,
    purchases: z.int().describe('Orders that were looked at'),
    asked: z.int().describe('Questions found, asked before or not'),
  })
  .meta({ id: 'IntegrityLook' });
export type IntegrityLook = z.infer<typeof IntegrityLook>;
const looks = entity({
  type: 'IntegrityLook',
  schema: IntegrityLook,
  key: ({ cityCode, month }: Pick<IntegrityLook, 'cityCode' | 'month'>) => lookKey(cityCode, month),
});
const lookKey = (cityCode: string, month: string) => ({ pk: `CITY#${cityCode}`, sk: `INTEGRITY-LOOK#${month}` });
export const getLook = (table: Table, cityCode: string, month: string) => get(table, looks, lookKey(cityCode, month));
/** The last month a city was looked at. */
export const lastLook = async (table: Table, cityCode: string): Promise<IntegrityLook | undefined> => {
  const request = { pk: `CITY#${cityCode}`, prefix: 'INTEGRITY-LOOK#', limit: 1, descending: true };
  return (await list(table, IntegrityLook, undefined, request)).items[0];
};
export const putLook = (look: IntegrityLook): Write => put(looks, look);
