import {
  DynamoDBServiceException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../../infra/local/memory/item.ts';
import type { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { EngineDied } from '../engine/mirror.ts';
import type { FaultKind } from './faults.ts';
import type { Random } from './random.ts';
import type { Process, Scheduler } from './scheduler.ts';

type Command = { readonly input: object };
type Answer = { readonly [name: string]: unknown };

export type Wire = {
  readonly random: Random;
  readonly table: MemoryTable;
  readonly scheduler: Scheduler;
  /** Draws whether a fault strikes now; counts it when it does. */
  readonly strikes: (kind: FaultKind) => boolean;
  /** Counts a fault that was there all along. */
  readonly met: (kind: FaultKind) => void;
  /** The engine's own work, on behalf of a process. */
  readonly execute: (command: Command, process: Process) => Answer | Promise<Answer>;
  /** The version of an item before its last change, while a lagging replica may still show it. */
  readonly earlier: ReadonlyMap<string, Item | undefined>;
  /** The process met an error that a client can only see as a fault of ours. */
  readonly broken: (process: Process) => void;
  /** Whether anybody will read what a process waited for. */
  readonly traced: boolean;
};

class ConnectionLost extends Error {
  constructor() {
    super('socket hang up');
    this.name = 'TimeoutError';
  }
}
const isRead = (command: Command): boolean =>
  command instanceof GetCommand || command instanceof QueryCommand || command instanceof BatchGetCommand;

/** What a trace tells of a command: its kind and the items it names. */
export const describe = (command: Command): string => {
  const input = command.input as Answer & { TransactItems?: Record<string, Answer>[] };
  const of = ({ Key, Item: item }: Answer) => {
    const { pk, sk } = (Key ?? item ?? {}) as Item;
    return `${String(pk).replace(/([a-z]{3}_)(.{4}).*/, '$1$2')} ${String(sk).replace(/([a-z]{3}_.{4})[0-9a-z]{22}/g, '$1')}`;
  };
  const kind = command.constructor.name.replace('Command', '');
  if (command instanceof TransactWriteCommand)
    return `TransactWrite[${input.TransactItems?.map((one) => Object.entries(one).map(([action, part]) => `${action} ${of(part)}`)).join(', ')}]`;
  if (command instanceof QueryCommand)
    return `Query ${Object.values((input['ExpressionAttributeValues'] ?? {}) as Item)
      .slice(0, 2)
      .join(' from ')}`;
  if (command instanceof BatchExecuteStatementCommand)
    return `${kind}[${command.input.Statements?.map(({ Parameters: [pk, sk] = [] }) => of({ Key: { pk, sk } })).join(', ')}]`;
  return command instanceof BatchGetCommand ? kind : `${kind} ${of(input)}`;
};

const refused = (name: string, message: string) =>
  new DynamoDBServiceException({ name, $fault: 'client', $metadata: {}, message });
const cancelled = (codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** "Not now": nothing was written, the same command may pass a moment later. */
const notNow = ({ random, strikes }: Wire, command: Command): Error | undefined => {
  const parts = command instanceof TransactWriteCommand ? (command.input.TransactItems ?? []).length : 0;
  if (strikes('throttled')) {
    if (parts > 0) return cancelled(Array.from({ length: parts }, () => 'ThrottlingError'));
    return refused('ProvisionedThroughputExceededException', 'throughput exceeded');
  }
  // A batch is refused as a whole when there is too much to do; a conflict is one of its insertions' own.
  if (isRead(command) || command instanceof BatchExecuteStatementCommand || !strikes('conflict')) return undefined;
  if (parts === 0) return new TransactionConflictException({ message: 'ongoing transaction', $metadata: {} });
  const hit = random.int(parts);
  const others = () => random.pick(['None', 'None', 'ConditionalCheckFailed']);
  return cancelled(Array.from({ length: parts }, (_, part) => (part === hit ? 'TransactionConflict' : others())));
};

/** Only part of a batch is read; the rest must be asked for again. */
const inPart = async (wire: Wire, command: BatchGetCommand, process: Process): Promise<Answer | undefined> => {
  const [name, request] = Object.entries(command.input.RequestItems ?? {})[0] ?? [];
  const keys = request?.Keys ?? [];
  if (!name || !request || keys.length < 2 || !wire.strikes('unprocessed')) return undefined;
  const some = 1 + wire.random.int(keys.length - 1);
  const first = new BatchGetCommand({ RequestItems: { [name]: { ...request, Keys: keys.slice(0, some) } } });
  return {
    ...(await wire.execute(first, process)),
    UnprocessedKeys: { [name]: { ...request, Keys: keys.slice(some) } },
  };
};

type Found = { readonly Responses?: Readonly<Record<string, readonly Item[]>> };
/** Of a batch that may be old, items as they were before their last change; parts of items are left as they are. */
const oldInPart = async (wire: Wire, command: BatchGetCommand, process: Process): Promise<Answer | undefined> => {
  const [name, request] = Object.entries(command.input.RequestItems ?? {})[0] ?? [];
  if (!name || request?.ConsistentRead !== false || request.ProjectionExpression) return undefined;
  const answer = await wire.execute(command, process);
  const items = ((answer as Found).Responses?.[name] ?? []).flatMap((item) => {
    const key = `${item['pk']} ${item['sk']}`;
    if (!wire.earlier.has(key) || !wire.strikes('stale read')) return [item];
    return wire.earlier.get(key) ?? [];
  });
  return { ...answer, Responses: { [name]: items } };
};

/** Some insertions of a batch meet a fault that passes; the others are done. */
const insertedInPart = async (
  wire: Wire,
  command: BatchExecuteStatementCommand,
  process: Process,
): Promise<Answer | undefined> => {
  const statements = command.input.Statements ?? [];
  if (statements.length < 2 || !wire.strikes('unprocessed')) return undefined;
  const refused = new Set(statements.filter(() => wire.random.chance(0.5)).slice(1));
  const some = new BatchExecuteStatementCommand({ Statements: statements.filter((one) => !refused.has(one)) });
  const { Responses } = (await wire.execute(some, process)) as { Responses: object[] };
  const answers = Responses.values();
  const code = () => wire.random.pick(['ThrottlingError', 'TransactionConflict', 'InternalServerError']);
  return {
    Responses: statements.map((one) => (refused.has(one) ? { Error: { Code: code() } } : answers.next().value)),
  };
};

const perform = async (wire: Wire, command: Command, process: Process): Promise<Answer> => {
  if (command instanceof BatchGetCommand) {
    const some = (await inPart(wire, command, process)) ?? (await oldInPart(wire, command, process));
    if (some) return some;
  }
  if (command instanceof BatchExecuteStatementCommand) {
    const some = await insertedInPart(wire, command, process);
    if (some) return some;
  }
  if (command instanceof GetCommand && command.input.ConsistentRead === false) {
    const key = `${command.input.Key?.['pk']} ${command.input.Key?.['sk']}`;
    if (wire.earlier.has(key) && wire.strikes('stale read')) {
      const item = wire.earlier.get(key);
      return item ? { Item: item } : {};
    }
  }
  if (command instanceof QueryCommand && command.input.IndexName && wire.table.behind > 0) wire.met('stale index');
  return wire.execute(command, process);
};

/** The table's client of one process: every command waits for its turn, on the way there and on the way back. */
export const faultyClient = (wire: Wire, process: () => Process): Table['client'] => {
  const send = async (given: Command): Promise<Answer> => {
    const mine = process();
    // The SDK marks a transaction, so that sending it again within ten minutes does nothing.
    const command =
      given instanceof TransactWriteCommand
        ? new TransactWriteCommand({ ...given.input, ClientRequestToken: wire.random.letters(20) })
        : given;
    await wire.scheduler.turn(mine, wire.traced ? describe(command) : '');
    const refusal = notNow(wire, command);
    if (refusal) throw refusal;
    if (wire.strikes('unreached')) {
      wire.broken(mine);
      throw new ConnectionLost();
    }
    const read = isRead(command);
    const attempt = async (): Promise<{ answer?: Answer; error?: unknown }> => {
      try {
        return { answer: await perform(wire, command, mine) };
      } catch (error) {
        if (error instanceof EngineDied) wire.broken(mine);
        return { error };
      }
    };
    let outcome = await attempt();
    if (!read) {
      await wire.scheduler.turn(mine, 'answer');
      if (outcome.answer && wire.strikes('resent')) outcome = await attempt();
    }
    if (outcome.answer && wire.strikes('lost')) {
      wire.broken(mine);
      throw new ConnectionLost();
    }
    if (outcome.error) throw outcome.error;
    return outcome.answer ?? {};
  };
  return { send } as unknown as Table['client'];
};
