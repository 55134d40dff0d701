import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { Problem } from '../../problem.ts';
import type { Item } from './card.ts';

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

/** How often a call is tried while the engine says "not now". */
export const ATTEMPTS = 6;
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
export const patiently = async <T>(table: Table, call: () => Promise<T>): Promise<T> => {
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
