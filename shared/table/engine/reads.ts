import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { Problem } from '../../problem.ts';
import { FACE, fromItem, type Item, shownInLists } from './card.ts';
import { type IndexName, indexes } from './schema.ts';
import { ATTEMPTS, type Entity, type Key, patiently, type Table } from './table.ts';

export type Freshness = { consistent?: boolean };

/**
 * Names the attributes an answer shall hold, besides its keys: what is not named neither travels nor is read. Worth it
 * where a million are read; elsewhere a whole item is simpler.
 */
const holding = (keys: readonly string[], only: readonly string[] | undefined) => {
  if (!only) return undefined;
  const paths = only.map((name, place) => `${shownInLists.has(name) ? '#face.' : ''}#a${place}`);
  const bound = only.map((name, place) => [`#a${place}`, name] as const);
  return {
    ProjectionExpression: [...keys, ...paths].join(', '),
    ExpressionAttributeNames: { '#face': FACE, ...Object.fromEntries(bound) },
  };
};

export const get = async <S extends z.ZodObject>(
  table: Table,
  kind: Pick<Entity<S>, 'schema'>,
  key: Key,
  { consistent = true }: Freshness = {},
): Promise<z.infer<S> | undefined> => {
  const { Item } = await patiently(table, () =>
    table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent })),
  );
  return Item && kind.schema.parse(fromItem(Item));
};

/** Reads many items by key, in the order of the keys; missing ones are undefined. At most 100 keys. */
export const getMany = async <S extends z.ZodObject>(
  table: Table,
  kind: Pick<Entity<S>, 'schema'>,
  keys: readonly Key[],
  { consistent = true, only }: Freshness & { only?: readonly string[] } = {},
): Promise<(z.infer<S> | undefined)[]> => {
  const shape = { ConsistentRead: consistent, ...holding(['pk', 'sk'], only) };
  const found = new Map<string, Item>();
  let asked: readonly Key[] = keys;
  for (let attempt = 1; asked.length > 0; attempt++) {
    const { Responses, UnprocessedKeys } = await patiently(table, () =>
      table.client.send(new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...asked], ...shape } } })),
    );
    for (const item of Responses?.[table.name] ?? []) found.set(`${item.pk} ${item.sk}`, item);
    asked = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
    if (asked.length > 0) {
      if (attempt === ATTEMPTS) throw new Problem('too_busy', 'Pasar sedang ramai. Coba lagi beberapa detik lagi.');
      await table.pause(attempt);
    }
  }
  return keys.map(({ pk, sk }) => {
    const item = found.get(`${pk} ${sk}`);
    return item && kind.schema.parse(fromItem(item));
  });
};

/** A stretch of a list: which partition, an optional sort-key prefix, the sort key it continues after, and direction. */
export type Stretch = {
  readonly pk: string;
  readonly prefix?: string;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly descending?: boolean;
  readonly consistent?: boolean;
  /** Of entries of a list that are streamed unparsed: what they shall hold. All they show when absent. */
  readonly only?: readonly string[] | undefined;
};
export type Stretched<T> = { readonly items: T[]; readonly next: string | undefined };

const names = (index: IndexName | undefined) =>
  index ? indexes[index] : { partition: 'pk' as const, sort: 'sk' as const };

/**
 * Keys hold ids, codes and dates only: all of them sort after this (AWS refuses an empty string as a key's bound) …
 */
const FIRST = ' ';
/** … and every continuation of a prefix sorts before this. */
const LAST = '￿';

/** One page of a list: at most `limit` values and the sort key to continue after, undefined at the end. */
export const list = async <S extends z.ZodObject>(
  table: Table,
  schema: S,
  index: IndexName | undefined,
  stretch: Stretch,
): Promise<Stretched<z.infer<S>>> => {
  const { items, next } = await listItems(table, index, stretch);
  return { items: items.map((item) => schema.parse(item)), next };
};

/** What a list entry shows: its face, used as it came because a million are streamed, and the keys a reader may need. */
const entryOf = (item: Item, index: IndexName | undefined, sort: string): Item => {
  const face = item[FACE] as Item | undefined;
  if (!index || !face) return fromItem(item);
  face['pk'] = item['pk'];
  face['sk'] = item['sk'];
  face[sort] = item[sort];
  return face;
};

/** The same page unparsed, for the one reader that streams a million entries. */
export const listItems = async (
  table: Table,
  index: IndexName | undefined,
  { pk, prefix = '', after, limit, descending = false, consistent = false, only }: Stretch,
): Promise<Stretched<Item>> => {
  const { partition, sort } = names(index);
  const first = prefix || FIRST;
  const [from, to] = descending ? [first, after ?? prefix + LAST] : [after ?? first, prefix + LAST];
  const held = holding(['#s'], only);
  const answer = await patiently(table, () =>
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
  const read = ((answer.Items ?? []) as Item[]).map((item) => entryOf(item, index, sort));
  const rest = after === undefined ? read : read.filter((item) => item[sort] !== after);
  // The known end may have left the list meanwhile: then one more was read than the page holds.
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const more = (answer.LastEvaluatedKey !== undefined || rest.length > limit) && last !== undefined;
  return { items, next: more ? String(last[sort]) : undefined };
};
