import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { Problem } from '../../problem.ts';
import { fromItem, type Item } from './card.ts';
import { changesInput, conditionInput, type FieldChanges, is, type Test } from './fields.ts';
import { rerunOn, retryThrottled, Stale } from './retries.ts';
import type { Entity, Key, Table, Write } from './table.ts';
import { toItem } from './to-item.ts';

export type { Write };

const stale = (label: string) => () => new Stale(label);

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
    ...conditionInput([is('version', value.version - 1)]),
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

/** Takes an item away while all tests hold of it. */
export const remove = (label: string, key: Key, ...tests: readonly Test[]): Write => ({
  label,
  action: 'Delete',
  input: { Key: key, ...conditionInput(tests) },
  refused: stale(label),
});

/** Changes fields of an item that is there; where it is not, `changes.when` has to refuse. */
export const update = (
  label: string,
  key: Key,
  changes: FieldChanges,
  refused: Write['refused'] = stale(label),
): Write => ({
  label,
  action: 'Update',
  input: { Key: key, ...changesInput(changes) },
  refused,
});

/** Changes fields of an item that comes into being with its first change. */
export const upsert = (type: string, key: Key, changes: FieldChanges, refused?: Write['refused']): Write =>
  update(type, key, { ...changes, set: { type, ...changes.set } }, refused);

/** Writes nothing, but refuses the other writes of its list when an item no longer is as it was read. */
export const check = (label: string, key: Key, ...tests: readonly Test[]): Write => ({
  label,
  action: 'ConditionCheck',
  input: { Key: key, ...conditionInput(tests) },
  refused: stale(label),
});

/** The document client reads answers, but leaves the items inside errors as they came over the wire. */
const itemOf = ({ Item }: { Item?: Record<string, AttributeValue> | undefined }): Item | undefined =>
  Item && fromItem(unmarshall(Item));

type Refused = { readonly write: Write; readonly item: Item | undefined };
const refusals = (error: unknown, writes: readonly Write[]): Refused[] => {
  if (error instanceof ConditionalCheckFailedException)
    return writes.slice(0, 1).map((write) => ({ write, item: itemOf(error) }));
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap((reason, index) => {
    const write = writes[index];
    return write && reason.Code === 'ConditionalCheckFailed' ? [{ write, item: itemOf(reason) }] : [];
  });
};

/** What goes beside writes into their commit. */
const alongside = ({ alongside: beside }: Table, writes: readonly Write[]): Write[] =>
  (beside?.(writes) ?? []).map((item) => ({
    label: String(item['type']),
    action: 'Put',
    input: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
    refused: stale(String(item['type'])),
  }));

/** How often writes are made again, of which each time only those at a chain's end were refused: many link to one end at once. */
const RENEWALS = 24;
/** So long a pause at most between two of them, as an attempt: somebody waits for the answer. */
const LONGEST = 4;
const isRenewable = (failed: readonly Refused[]): boolean =>
  failed.length > 0 && failed.every(({ write }) => write.renew);

/** The same list, in which writes that can be made again are, each group where its first one stood. */
const renewed = async (writes: readonly Write[]): Promise<Write[]> => {
  const groups = new Set(writes.flatMap(({ renew }) => renew ?? []));
  const made = new Map(await Promise.all([...groups].map(async (renew) => [renew, await renew()] as const)));
  return writes.flatMap((write, at) => {
    if (!write.renew) return [write];
    return writes.findIndex(({ renew }) => renew === write.renew) === at ? (made.get(write.renew) ?? []) : [];
  });
};

/** Performs writes, those at a chain's end made again while they alone are refused; tells which were refused in the end. */
const performRenewed = async (
  table: Table,
  asked: readonly Write[],
): Promise<{ error: unknown; failed: Refused[] } | undefined> => {
  let writes = asked;
  let failed: Refused[] = [];
  const pause = (attempt: number) => table.pause(Math.min(attempt, LONGEST));
  try {
    await rerunOn(
      { pause },
      RENEWALS,
      () => isRenewable(failed),
      async (attempt) => {
        failed = [];
        if (attempt > 1) writes = await renewed(writes);
        await retryThrottled(table, () => perform(table, writes)).catch((error) => {
          failed = refusals(error, writes);
          throw error;
        });
      },
    );
    return undefined;
  } catch (error) {
    return { error, failed };
  }
};

/**
 * Performs writes together: one plain write when there is one (a one-item transaction costs double), else one
 * transaction. Answers the existing item when an insert made with `once` met its first result, otherwise undefined.
 * Throws the Problem of the refused writes, all flaws joined, or Stale.
 */
export const commit = async (table: Table, asked: readonly Write[]): Promise<Item | undefined> => {
  const refused = await performRenewed(table, [...asked, ...alongside(table, asked)]);
  if (!refused) return undefined;
  const failed = refused.failed.map(({ write, item }) => ({ outcome: write.refused(item), item }));
  const first = failed[0];
  if (!first) throw refused.error;
  const repeat = failed.find(({ outcome }) => outcome === 'exists');
  if (repeat) return repeat.item;
  const outcomes = failed.flatMap(({ outcome }) => (outcome === 'exists' ? [] : [outcome]));
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
};

/** So few in one transaction that one which was refused sends few others back. */
const TOGETHER = 25;
const faultOf = (work: Promise<unknown>): Promise<Error | undefined> =>
  work.then(
    () => undefined,
    (error: Error) => error,
  );

/**
 * Writes of different items that do not depend on each other, in few calls: many of one city in one transaction, and each
 * by itself where one of them was Stale. Tells why something was not written; what was is not in the answer.
 */
export const commitEach = async <T extends { readonly cityCode: string | null }>(
  table: Table,
  values: readonly T[],
  writeOf: (value: T) => Write,
): Promise<ReadonlyMap<T, Error>> => {
  const faults = new Map<T, Error>();
  const attempt = async (some: readonly T[]): Promise<void> => {
    const fault = await faultOf(commit(table, some.map(writeOf)));
    if (fault instanceof Stale && some.length > 1) await Promise.all(some.map((one) => attempt([one])));
    else if (fault) for (const one of some) faults.set(one, fault);
  };
  for (const ofCity of Map.groupBy(values, ({ cityCode }) => cityCode).values())
    for (let from = 0; from < ofCity.length; from += TOGETHER) await attempt(ofCity.slice(from, from + TOGETHER));
  return faults;
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
