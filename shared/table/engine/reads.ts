import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { CARD, type Cards, forSchema, holderOf, type Item } from './card.ts';
import { retryThrottled, Unprocessed } from './retries.ts';
import type { Entity, Key, Table } from './table.ts';

export type Freshness = { consistent?: boolean };

/** What a read needs to know of an entity: how it is parsed, and which of its attributes stand on its cards. */
export type Kind<S extends z.ZodObject> = Pick<Entity<S>, 'schema'> & Cards;

const parsers = new WeakMap<z.ZodObject, (item: Item) => unknown>();
/** How a whole item becomes its value: one function for each schema, by which a table may know what it parsed. */
export const parserOf = <S extends z.ZodObject>(schema: S): ((item: Item) => z.infer<S>) => {
  const known = parsers.get(schema) as ((item: Item) => z.infer<S>) | undefined;
  if (known) return known;
  const parse = (item: Item) => schema.parse(forSchema(item));
  parsers.set(schema, parse);
  return parse;
};
export const parsedOf = <T>(table: Table, item: Item, parse: (item: Item) => T): T =>
  table.parsed?.(item, parse) ?? parse(item);

/**
 * Names the attributes an answer shall hold, besides its keys: what is not named neither travels nor is read. Worth it
 * where a million are read; elsewhere a whole item is simpler.
 */
export const holding = (
  keys: readonly string[],
  only: readonly string[] | undefined,
  holder: ReturnType<typeof holderOf>,
) => {
  if (!only) return undefined;
  const holders = only.map(holder);
  const paths = only.map((_, index) => `${holders[index] ? `#${holders[index]}.` : ''}#a${index}`);
  const cards = holders.flatMap((name) => (name ? [[`#${name}`, name] as const] : []));
  const bound = only.map((name, index) => [`#a${index}`, name] as const);
  return {
    ProjectionExpression: [...keys, ...paths].join(', '),
    ExpressionAttributeNames: Object.fromEntries([...cards, ...bound]),
  };
};

export const get = async <S extends z.ZodObject>(
  table: Table,
  kind: Kind<S>,
  key: Key,
  { consistent = true }: Freshness = {},
): Promise<z.infer<S> | undefined> => {
  const { Item } = await retryThrottled(table, () =>
    table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent })),
  );
  return Item && parsedOf(table, Item, parserOf(kind.schema));
};

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const KEYS_AT_ONCE = 100;

/** Items by the names of their keys, with one call for each hundred; DynamoDB refuses a call that names a key twice. */
const itemsOf = async (table: Table, keys: readonly Key[], shape: object): Promise<ReadonlyMap<string, Item>> => {
  const found = new Map<string, Item>();
  const once = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const read = (from: number): Promise<void> => {
    let asked: readonly Key[] = once.slice(from, from + KEYS_AT_ONCE);
    return retryThrottled(table, async () => {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...asked], ...shape } } }),
      );
      for (const item of Responses?.[table.name] ?? []) found.set(nameOf(item as Key), item);
      asked = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
      if (asked.length > 0) throw new Unprocessed();
    });
  };
  const calls: Promise<void>[] = [];
  for (let from = 0; from < once.length; from += KEYS_AT_ONCE) calls.push(read(from));
  await Promise.all(calls);
  return found;
};

/** Reads many items by key, in the order of the keys; missing ones are undefined. */
export const getMany = async <S extends z.ZodObject>(
  table: Table,
  { schema, ...cards }: Kind<S>,
  keys: readonly Key[],
  { consistent = true, only }: Freshness & { only?: readonly string[] } = {},
): Promise<(z.infer<S> | undefined)[]> => {
  if (keys.length === 0) return [];
  const shape = { ConsistentRead: consistent, ...holding(['pk', 'sk'], only, holderOf(cards)) };
  const found = await itemsOf(table, keys, shape);
  // Where the card holds all that was asked for, it is the value as it came.
  const asCame = only?.every((name) => cards.card?.includes(name));
  return keys.map((key) => {
    const item = found.get(nameOf(key));
    return item && (asCame ? schema.parse(item[CARD] ?? {}) : parsedOf(table, item, parserOf(schema)));
  });
};

/** A read is a value, as a write is: nothing happens until `readTogether`. */
export type Read<T> = { readonly key: Key; readonly parse: (item: Item) => T };
export const readOf = <S extends z.ZodObject>({ schema }: Kind<S>, key: Key): Read<z.infer<S>> => ({
  key,
  parse: parserOf(schema),
});

/** What an operation asks for by name: one item, or several in order. */
export type Reads = Readonly<Record<string, Read<unknown> | readonly Read<unknown>[]>>;
type FoundBy<R> =
  R extends Read<infer T> ? T | undefined : R extends readonly Read<infer T>[] ? (T | undefined)[] : never;
export type Found<R extends Reads> = { readonly [Name in keyof R]: FoundBy<R[Name]> };

/** Reads items of any kinds with one call, consistently unless said otherwise. Whatever is missing is undefined. */
export const readTogether = async <R extends Reads>(
  table: Table,
  reads: R,
  { consistent = true }: Freshness = {},
): Promise<Found<R>> => {
  const keys = Object.values(reads).flatMap((read): Key[] =>
    Array.isArray(read) ? read.map(({ key }: Read<unknown>) => key) : [(read as Read<unknown>).key],
  );
  const found = await itemsOf(table, keys, { ConsistentRead: consistent });
  const parsed = ({ key, parse }: Read<unknown>): unknown => {
    const item = found.get(nameOf(key));
    return item && parsedOf(table, item, parse);
  };
  const results: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(reads))
    results[name] = Array.isArray(read) ? read.map(parsed) : parsed(read as Read<unknown>);
  return results as Found<R>;
};

/**
 * In which version items stand now, in the order of the reads that would get them: 0 for what has none, undefined for what is
 * not there. Nothing else of them travels or is parsed.
 */
export const versionsOf = async (
  table: Table,
  reads: readonly Pick<Read<unknown>, 'key'>[],
): Promise<(number | undefined)[]> => {
  const keys = reads.map(({ key }) => key);
  const found = await itemsOf(table, keys, {
    ConsistentRead: true,
    ProjectionExpression: 'pk, sk, #version',
    ExpressionAttributeNames: { '#version': 'version' },
  });
  return keys.map((key) => {
    const item = found.get(nameOf(key));
    return item && Number(item['version'] ?? 0);
  });
};
