import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { CARD, type Cards, forSchema, holderOf, type Item } from './card.ts';
import { retryThrottled, Unprocessed } from './retries.ts';
import type { Entity, Key, Table } from './table.ts';

export type Freshness = { consistent?: boolean };

/** What a read needs to know of an entity: how it is parsed, and which of its attributes stand on its cards. */
export type Kind<S extends z.ZodObject> = Pick<Entity<S>, 'schema'> & Cards;

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
  return Item && kind.schema.parse(forSchema(Item));
};

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const KEYS_AT_ONCE = 100;

/** Items by the names of their keys, with one call for each hundred; DynamoDB refuses a call that names a key twice. */
const itemsOf = async (table: Table, keys: readonly Key[], shape: object): Promise<ReadonlyMap<string, Item>> => {
  const found = new Map<string, Item>();
  let asked: readonly Key[] = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  await retryThrottled(table, async () => {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...asked], ...shape } } }),
    );
    for (const item of Responses?.[table.name] ?? []) found.set(nameOf(item as Key), item);
    asked = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
    if (asked.length > 0) throw new Unprocessed();
  });
  return found;
};

/** Reads many items by key, in the order of the keys; missing ones are undefined. At most 100 keys. */
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
  const asCame = only?.every((name) => cards.card?.includes(name)) ? (item: Item) => item[CARD] ?? {} : forSchema;
  return keys.map((key) => {
    const item = found.get(nameOf(key));
    return item && schema.parse(asCame(item));
  });
};

/** A read is a value, as a write is: nothing happens until `readTogether`. */
export type Read<T> = { readonly key: Key; readonly parse: (item: Item) => T };
export const readOf = <S extends z.ZodObject>({ schema }: Kind<S>, key: Key): Read<z.infer<S>> => ({
  key,
  parse: (item) => schema.parse(forSchema(item)),
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
  const keys = new Map(
    Object.values(reads)
      .flat()
      .map(({ key }: Read<unknown>) => [nameOf(key), key]),
  );
  const batches: Key[][] = [];
  for (const [index, key] of [...keys.values()].entries())
    if (index % KEYS_AT_ONCE === 0) batches.push([key]);
    else batches.at(-1)?.push(key);
  const items = await Promise.all(batches.map((batch) => itemsOf(table, batch, { ConsistentRead: consistent })));
  const found = new Map(items.flatMap((batch) => [...batch]));
  const parsed = ({ key, parse }: Read<unknown>): unknown => {
    const item = found.get(nameOf(key));
    return item && parse(item);
  };
  const results = Object.entries(reads).map(([name, read]) => [
    name,
    Array.isArray(read) ? read.map(parsed) : parsed(read as Read<unknown>),
  ]);
  return Object.fromEntries(results) as Found<R>;
};
