import { isDeepStrictEqual } from 'node:util';
import { BatchGetCommand, BatchWriteCommand, GetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../infra/local/memory/item.ts';
import { MemoryTable } from '../infra/local/memory/memory-table.ts';
import type { Key, Table } from '../shared/table/engine/table.ts';
import { type Command, type Outcome, said, sentTo, touched, writes } from './table/outcomes.ts';

/*
 * A table in memory whose commands are tried on the real engine too: each kind of command when it is first met, among the
 * same items, and both must end alike. A call of the engine takes ten times what the same call takes here, and most calls of
 * the suite are of a kind that was met before.
 */

const EXPRESSIONS = ['KeyConditionExpression', 'ConditionExpression', 'UpdateExpression', 'ProjectionExpression'];
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : value instanceof Set ? 'set' : typeof value;

/** Texts that an engine may take otherwise: controls and halves of characters, letters of two bytes and of four, lengths of keys. */
const oddities = (part: object): boolean[] => {
  const text = JSON.stringify(part, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return [/\\u/, /[\u0080-\uffff]/, /[\ud800-\udfff]/, /"[^"]{1024}/, /"[^"]{2048}/].map((odd) => odd.test(text));
};

/** What a part of a command says, apart from names, keys and values. */
const kindOf = (part: Readonly<Record<string, unknown>>): string => {
  const values = Object.entries((part['ExpressionAttributeValues'] ?? {}) as object);
  return [
    Object.keys(part).sort(),
    EXPRESSIONS.map((name) => part[name]),
    part['IndexName'],
    values.map(([name, value]) => `${name} ${typeOf(value)}`),
    oddities(part),
  ].join();
};

type Input = Readonly<Record<string, unknown>> & {
  readonly TransactItems?: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
  readonly RequestItems?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly Statements?: readonly { readonly Statement: string }[];
};
const kindsOf = (command: Command): string[] => {
  const { TransactItems, RequestItems, Statements, ...input } = command.input as Input;
  const parts = TransactItems?.flatMap((one) => Object.entries(one).map(([action, part]) => action + kindOf(part)));
  const reads = RequestItems && Object.values(RequestItems).map(kindOf);
  const kinds = parts ?? reads ?? Statements?.map(({ Statement }) => Statement) ?? [kindOf(input)];
  return kinds.map((kind) => `${command.constructor.name} ${kind}`);
};

const outcomeOf = async (answered: () => unknown): Promise<Outcome> => {
  try {
    return { answer: (await answered()) as Item };
  } catch (error) {
    return { error: error as Error };
  }
};

const keysOf = (command: Command): readonly Key[] => {
  if (command instanceof QueryCommand) return [];
  if (!(command instanceof BatchGetCommand)) return touched(command);
  return Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys as unknown as Key[]);
};

const BATCH = 25;
/** What the engine's table needs to be as the one in memory, as far as a command reaches. */
const putBack = async (engine: Table, before: readonly { key: Key; item: Item | undefined }[]): Promise<void> => {
  const requests = before.map(({ key, item }) =>
    item ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: key } },
  );
  for (let at = 0; at < requests.length; at += BATCH)
    await engine.client.send(
      new BatchWriteCommand({ RequestItems: { [engine.name]: requests.slice(at, at + BATCH) } }),
    );
};

/** How a command ends on the engine, and what it leaves there. */
const onEngine = async (engine: Table, command: Command, keys: readonly Key[]) => {
  const outcome = await outcomeOf(() => engine.client.send(sentTo(engine.name, command) as never));
  const read = (Key: Key) => engine.client.send(new GetCommand({ TableName: engine.name, Key, ConsistentRead: true }));
  const left = writes(command) ? await Promise.all(keys.map(async (key) => (await read(key)).Item)) : [];
  return { outcome, left };
};

/** Refused or not: the list that a query reads is not there. */
const ended = (command: Command, outcome: Outcome): unknown =>
  command instanceof QueryCommand && 'answer' in outcome ? 'answered' : said(outcome);

const known = new Set<string>();
let turn: Promise<unknown> = Promise.resolve();
/** One trial after the other: two about one item would find each other's. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = turn.then(work, work);
  turn = mine;
  return mine;
};

/** @param engine the real table on which commands are tried; nobody else's, and used by all tables of a process */
export const triedTable = (engine: () => Promise<Table>): Table => {
  const memory = new MemoryTable();
  const itemsAt = (keys: readonly Key[]) => keys.map((key) => ({ key, item: memory.get(key.pk, key.sk) }));

  const trial = async (command: Command): Promise<unknown> => {
    const keys = keysOf(command);
    const before = itemsAt(keys);
    // At once, as every other command here: what is asked meanwhile finds it done.
    const inMemory = outcomeOf(() => memory.execute(command));
    const after = writes(command) ? itemsAt(keys).map(({ item }) => item && { ...item }) : [];
    const { outcome: really, left } = await inTurn(async () => {
      const here = await engine();
      await putBack(here, before);
      return onEngine(here, command, keys);
    });
    const outcome = await inMemory;
    const [told, done] = [ended(command, outcome), ended(command, really)];
    if (!isDeepStrictEqual(told, done))
      throw new Error(`the engine said ${JSON.stringify(done)}, not ${JSON.stringify(told)}`);
    if (!isDeepStrictEqual(left, after))
      throw new Error(`the engine left ${JSON.stringify(left)}, not ${JSON.stringify(after)}`);
    if ('error' in outcome) throw outcome.error;
    return outcome.answer;
  };

  const send = async (command: Command): Promise<unknown> => {
    // The market never scans; a test may look at everything.
    if (command instanceof ScanCommand) return { Items: [...memory.all()] };
    const kinds = kindsOf(command).filter((kind) => !known.has(kind));
    for (const kind of kinds) known.add(kind);
    return kinds.length === 0 ? memory.execute(command) : trial(command);
  };
  return { client: { send } as unknown as Table['client'], name: memory.name, pause: async () => undefined };
};
