import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { CARD, CARD2, fromItem, holderOf, type Item } from './card.ts';
import { holding, parsedOf, parserOf } from './reads.ts';
import { retryThrottled } from './retries.ts';
import { type IndexName, indexes } from './schema.ts';
import type { Table } from './table.ts';

/** Which page of a list: its partition, an optional sort-key prefix, the sort key it continues after, and direction. */
export type PageRequest = {
  readonly pk: string;
  readonly prefix?: string;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly descending?: boolean;
  readonly consistent?: boolean;
  /** Of entries of a list that are streamed unparsed: what they shall hold. All they show when absent. */
  readonly only?: readonly string[] | undefined;
  /** Which of them stand on the second card. */
  readonly card2?: readonly string[] | undefined;
};
/** The sort key to continue after is undefined at the end of the list. */
export type Page<T> = { readonly items: T[]; readonly next: string | undefined };

const namesOf = (index: IndexName | undefined) =>
  index ? indexes[index] : { partition: 'pk' as const, sort: 'sk' as const };

/**
 * Keys hold ids, codes and dates only: all of them sort after this (AWS refuses an empty string as a key's bound) …
 */
const FIRST = ' ';
/** … and every continuation of a prefix sorts before this. */
const LAST = '￿';

/** One page of a list: at most `limit` values and the sort key to continue after. */
export const list = async <S extends z.ZodObject>(
  table: Table,
  schema: S,
  index: IndexName | undefined,
  request: PageRequest,
): Promise<Page<z.infer<S>>> => {
  const { items, next } = await listItems(table, index, request, !index);
  const parse = parserOf(schema);
  return { items: items.map((item) => (index ? schema.parse(item) : parsedOf(table, item, parse))), next };
};

/** What a list entry shows: its cards as one, used as it came because a million are streamed, and the keys a reader may need. */
const entryOf = (item: Item, index: IndexName | undefined, sort: string): Item => {
  const card = item[CARD] as Item | undefined;
  if (!index || !card) return fromItem(item);
  Object.assign(card, item[CARD2]);
  card['pk'] = item['pk'];
  card['sk'] = item['sk'];
  card[sort] = item[sort];
  return card;
};

/** The same page unparsed, for the one reader that streams a million entries; `asKept` leaves items as they are in the table. */
export const listItems = async (
  table: Table,
  index: IndexName | undefined,
  { pk, prefix = '', after, limit, descending = false, consistent = false, only, card2 = [] }: PageRequest,
  asKept?: boolean,
): Promise<Page<Item>> => {
  const { partition, sort } = namesOf(index);
  const first = prefix || FIRST;
  const [from, to] = descending ? [first, after ?? prefix + LAST] : [after ?? first, prefix + LAST];
  const held =
    index && holding(['#s'], only, holderOf({ card: only?.filter((name) => !card2.includes(name)) ?? [], card2 }));
  const answer = await retryThrottled(table, () =>
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...(index ? { IndexName: index } : {}),
        KeyConditionExpression: '#p = :p and #s between :from and :to',
        ...held,
        ExpressionAttributeNames: { '#p': partition, '#s': sort, ...held?.ExpressionAttributeNames },
        ExpressionAttributeValues: { ':p': pk, ':from': from, ':to': to },
        ScanIndexForward: !descending,
        // `between` includes its ends: when continuing, one more is read and the known end is dropped.
        Limit: after === undefined ? limit : limit + 1,
        ...(index ? {} : { ConsistentRead: consistent }),
      }),
    ),
  );
  const read = ((answer.Items ?? []) as Item[]).map((item) => (asKept ? item : entryOf(item, index, sort)));
  const rest = after === undefined ? read : read.filter((item) => item[sort] !== after);
  // The known end may have left the list meanwhile: then one more was read than the page holds.
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const more = (answer.LastEvaluatedKey !== undefined || rest.length > limit) && last !== undefined;
  return { items, next: more ? String(last[sort]) : undefined };
};

/**
 * A page of those entries of a list that are wanted, full until the last: a filter never answers nothing while something
 * matches further on. `sortOf` is the sort key of an entry.
 */
export const fullPage = async <T>(
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
  read: (request: { limit: number; after: string | undefined }) => Promise<Page<T>>,
  isWanted: (entry: T) => boolean,
  sortOf: (entry: T) => string,
): Promise<Page<T>> => {
  const found: T[] = [];
  for await (const page of everyPage((from) => read({ limit: limit + 1, after: from }), after)) {
    found.push(...page.filter(isWanted));
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? sortOf(last) : undefined };
};

/** Every page of a list that has entries, one after the other, from the beginning or after a sort key. */
export async function* everyPage<T>(
  read: (after: string | undefined) => Promise<Page<T>>,
  after?: string,
): AsyncGenerator<T[], void, undefined> {
  let from = after;
  do {
    const { items, next } = await read(from);
    if (items.length > 0) yield items;
    from = next;
  } while (from !== undefined);
}

/** All entries of a list that is short enough to hold. */
export const everyEntry = async <T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const entries: T[] = [];
  for await (const page of everyPage(read)) entries.push(...page);
  return entries;
};
