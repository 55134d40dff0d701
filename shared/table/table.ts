import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { Problem } from '../problem.ts';
import { FACE, faced, fromItem, type Item, shownInLists } from './face.ts';
import { type IndexName, indexes } from './schema.ts';

export type { Item };
export type Key = { pk: string; sk: string };
export type ListKey = { pk: string; sk: string };

/** The one thing this folder needs from outside: a client, the table's name, and how to wait before another attempt. */
export type Table = {
  readonly client: Pick<DynamoDBDocumentClient, 'send'>;
  readonly name: string;
  readonly pause: (attempt: number) => Promise<void>;
};

/**
 * One kind of item. `schema` parses what comes back (and thereby drops keys), `key` and the lists say where it lives.
 * A list function that answers undefined keeps the item out of that list.
 */
export type Entity<S extends z.ZodObject> = {
  readonly type: string;
  readonly schema: S;
  readonly key: (value: z.infer<S>) => Key;
  readonly list1?: (value: z.infer<S>) => ListKey | undefined;
  readonly list2?: (value: z.infer<S>) => ListKey | undefined;
  readonly due?: (value: z.infer<S>) => ListKey | undefined;
};
export const entity = <S extends z.ZodObject>(definition: Entity<S>): Entity<S> => definition;

/** Somebody else wrote first. The operation read too early; it is run again from its reads. */
export class Stale extends Error {
  constructor(label: string) {
    super(`${label} changed between read and write`);
    this.name = 'Stale';
  }
}

type Input = { TableName: string; Key?: Key; Item?: Item; [option: string]: unknown };
/**
 * A write is a value: nothing happens until `commit`. `refused` says what a failed condition means: a Problem for the
 * person, Stale for a rerun, or `'exists'` for an insert whose repeat answers the first result.
 */
export type Write = {
  readonly label: string;
  readonly action: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  readonly input: Omit<Input, 'TableName'>;
  readonly refused: (existing: Item | undefined) => Error | 'exists';
};

const stale = (label: string) => () => new Stale(label);

/** The item as stored: its keys, its lists, its type, its values. */
export const toItem = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S>): Item => {
  const [list1, list2, due] = [kind.list1?.(value), kind.list2?.(value), kind.due?.(value)];
  return {
    ...kind.key(value),
    ...(list1 ? { l1pk: list1.pk, l1sk: list1.sk } : {}),
    ...(list2 ? { l2pk: list2.pk, l2sk: list2.sk } : {}),
    ...(due ? { dpk: due.pk, dsk: due.sk } : {}),
    type: kind.type,
    ...(kind.list1 || kind.list2 ? faced(value) : (value as Item)),
  };
};

/** Puts an item that must not exist yet. With `once`, meeting an existing one is an answer, not a failure. */
export const insert = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S>, once = false): Write => ({
  label: kind.type,
  action: 'Put',
  input: { Item: toItem(kind, value), ConditionExpression: 'attribute_not_exists(pk)' },
  refused: () => (once ? 'exists' : new Stale(kind.type)),
});

/** Puts the next version of an item that was read; refused when anybody wrote in between. */
export const replace = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S> & { version: number }): Write => ({
  label: kind.type,
  action: 'Put',
  input: {
    Item: toItem(kind, value),
    ConditionExpression: '#version = :prior',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':prior': value.version - 1 },
  },
  refused: stale(kind.type),
});

/** Inserts version 1, replaces any later one: for items that a sale may open. */
export const save = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S> & { version: number }): Write =>
  value.version === 1 ? insert(kind, value) : replace(kind, value);

/** Puts whatever was there before. Only for values that every writer would write alike. */
export const put = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S>): Write => ({
  label: kind.type,
  action: 'Put',
  input: { Item: toItem(kind, value) },
  refused: stale(kind.type),
});

export const remove = (label: string, key: Key, condition?: Omit<Write['input'], 'Key'>): Write => ({
  label,
  action: 'Delete',
  input: { Key: key, ...condition },
  refused: stale(label),
});

export const update = (
  label: string,
  key: Key,
  input: Omit<Write['input'], 'Key'>,
  refused: Write['refused'],
): Write => ({
  label,
  action: 'Update',
  input: { Key: key, ...input },
  refused,
});

/** Writes nothing, but refuses the other writes of its list when an item no longer is as it was read. */
export const check = (label: string, key: Key, condition: Omit<Write['input'], 'Key'>): Write => ({
  label,
  action: 'ConditionCheck',
  input: { Key: key, ...condition },
  refused: stale(label),
});

const ATTEMPTS = 6;
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
]);

/** Runs a call again while the engine says "not now": capped, with full jitter. SDKs do not retry these in transactions. */
const patiently = async <T>(table: Table, call: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (attempt === ATTEMPTS) throw new Problem('too_busy', 'Pasar sedang ramai. Coba lagi beberapa detik lagi.');
      await table.pause(attempt);
    }
  }
};

const isPassing = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some((reason) => passing.has(reason.Code ?? ''));
  return error instanceof Error && passing.has(error.name);
};

/** The document client reads answers, but leaves the items inside errors as they came over the wire. */
const itemOf = ({ Item }: { Item?: Record<string, AttributeValue> | undefined }): Item | undefined =>
  Item && fromItem(unmarshall(Item));

const refusals = (error: unknown, writes: readonly Write[]): { write: Write; item: Item | undefined }[] => {
  if (error instanceof ConditionalCheckFailedException)
    return writes.slice(0, 1).map((write) => ({ write, item: itemOf(error) }));
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap((reason, place) => {
    const write = writes[place];
    return write && reason.Code === 'ConditionalCheckFailed' ? [{ write, item: itemOf(reason) }] : [];
  });
};

/**
 * Performs writes together: one plain write when there is one (a one-item transaction costs double), else one
 * transaction. Answers the existing item when an insert made with `once` met its first result, otherwise undefined.
 * Throws the Problem of the refused writes, all flaws joined, or Stale.
 */
export const commit = async (table: Table, writes: readonly Write[]): Promise<Item | undefined> => {
  try {
    await patiently(table, () => perform(table, writes));
    return undefined;
  } catch (error) {
    const failed = refusals(error, writes).map(({ write, item }) => ({ outcome: write.refused(item), item }));
    const first = failed[0];
    if (!first) throw error;
    const repeat = failed.find(({ outcome }) => outcome === 'exists');
    if (repeat) return repeat.item;
    const outcomes = failed.map(({ outcome }) => outcome as Error);
    const rerun = outcomes.find((outcome) => outcome instanceof Stale);
    if (rerun) throw rerun;
    const told = outcomes.filter((outcome) => outcome instanceof Problem);
    if (told[0])
      throw new Problem(
        told[0].code,
        told[0].message,
        told.flatMap((problem) => problem.flaws),
      );
    throw first.outcome;
  }
};

const commands = { Put: PutCommand, Update: UpdateCommand, Delete: DeleteCommand } as const;

const perform = (table: Table, writes: readonly Write[]): Promise<unknown> => {
  const addressed = writes.map((write) => ({
    write,
    input: { TableName: table.name, ...write.input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
  }));
  const [only] = addressed;
  if (!only) return Promise.resolve();
  if (addressed.length === 1 && only.write.action !== 'ConditionCheck') {
    const Command = commands[only.write.action] as unknown as new (input: unknown) => PutCommand;
    return table.client.send(new Command(only.input));
  }
  const TransactItems = addressed.map(({ write, input }) => ({ [write.action]: input }));
  return table.client.send(new TransactWriteCommand({ TransactItems: TransactItems as never }));
};

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
