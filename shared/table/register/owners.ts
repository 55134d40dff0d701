import * as z from 'zod';
import { OwnerQuestion } from '../../domain/register/owners/owner-question.ts';
import { OwnerChanged, OwnerRulingRecord } from '../../domain/register/owners/owner-record.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, put, save, type Write } from '../engine/writes.ts';

/** As stored: with the evidence itself, which no answer shows. */
export const StoredRuling = OwnerRulingRecord.extend({ value: z.string().nullable(), request: z.string() });
export type StoredRuling = z.infer<typeof StoredRuling>;

/** As stored: with what the shops share, which no answer shows. */
const StoredQuestion = OwnerQuestion.extend({ value: z.string() });
type StoredQuestion = z.infer<typeof StoredQuestion>;

// | entity       | pk                | sk                         |
// | OwnerChanged | CITY#35.73#OWNERS | CHANGE#<at>#<owner>#merged |
// | OwnerRuling  | CITY#35.73#OWNERS | RULING#<id>                |
// | OwnerQuestion | CITY#35.73#OWNERS | QUESTION#<id>             |
const changes = entity({
  type: 'OwnerChanged',
  schema: OwnerChanged,
  key: ({ city, at, ownerId, change }) => ({ pk: `CITY#${city}#OWNERS`, sk: `CHANGE#${at}#${ownerId}#${change}` }),
});
const rulings = entity({
  type: 'OwnerRuling',
  schema: StoredRuling,
  key: ({ city, rulingId }) => ({ pk: `CITY#${city}#OWNERS`, sk: `RULING#${rulingId}` }),
});
/** Where a question stands in the list of its city. */
export const sortOfQuestion = ({ questionId }: Pick<StoredQuestion, 'questionId'>): string => `QUESTION#${questionId}`;
const questions = entity({
  type: 'OwnerQuestion',
  schema: StoredQuestion,
  key: ({ city, questionId }) => ({ pk: `CITY#${city}#OWNERS`, sk: sortOfQuestion({ questionId }) }),
});

export const putOwnerChange = (change: OwnerChanged): Write => put(changes, change);
export const ownerChangesOf = (
  table: Table,
  city: string,
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) =>
  list(table, OwnerChanged, undefined, { pk: `CITY#${city}#OWNERS`, prefix: 'CHANGE#', descending: true, ...request });

/** Rulings are exceptions; a city with more than this should mend its register instead. */
const MOST_RULINGS = 1000;
export const rulingsOf = async (table: Table, city: string): Promise<StoredRuling[]> => {
  const request = { pk: `CITY#${city}#OWNERS`, prefix: 'RULING#', limit: MOST_RULINGS, consistent: true };
  return (await list(table, StoredRuling, undefined, request)).items;
};
export const insertRuling = (ruling: StoredRuling): Write => insert(rulings, ruling, true);

type Page = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** What a city is asked about its owners, answered or not. */
export const questionsAsked = (table: Table, city: string, request: Page) =>
  list(table, StoredQuestion, undefined, { pk: `CITY#${city}#OWNERS`, prefix: 'QUESTION#', ...request });
/** All of them, for the look that goes on from the last. */
export const everyQuestion = (table: Table, city: string): Promise<StoredQuestion[]> =>
  everyEntry((after) => questionsAsked(table, city, { limit: 500, after, consistent: true }));
export const saveQuestion = (question: StoredQuestion): Write => save(questions, question);
