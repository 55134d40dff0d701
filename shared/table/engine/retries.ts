import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { Problem } from '../../problem.ts';
import type { Table } from './table.ts';

/** Somebody else wrote first. The operation read too early; it is run again from its reads. */
export class Stale extends Error {
  constructor(label: string) {
    super(`${label} changed between read and write`);
    this.name = 'Stale';
  }
}

/** Runs `work` again, after a pause with full jitter, while it fails with an error that passes; then throws the last one. */
export const rerunOn = async <T>(
  table: Pick<Table, 'pause'>,
  attempts: number,
  passes: (error: unknown) => boolean,
  work: (attempt: number) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === attempts || !passes(error)) throw error;
      await table.pause(attempt);
    }
  }
};

/** Runs `work` again from its reads when a commit found that somebody wrote in between. @throws Stale in the end */
export const rerunOnStale = <T>(
  table: Pick<Table, 'pause'>,
  attempts: number,
  work: (attempt: number) => Promise<T>,
): Promise<T> => rerunOn(table, attempts, (error) => error instanceof Stale, work);

const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'InternalServerError',
]);

/** Whether a part of a call that the engine answered with this code may pass a moment later. */
export const isPassing = (code: string | undefined): boolean => passing.has(code ?? '');

const isThrottled = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some((reason) => isPassing(reason.Code));
  return error instanceof Error && (isPassing(error.name) || error instanceof Unprocessed);
};

/** A part of a batch that the engine did not come to: asked for again like a call it refused for now. */
export class Unprocessed extends Error {}

/** How often a call is tried while the engine says "not now". */
const ATTEMPTS = 6;

/** Runs a call again while the engine says "not now". SDKs do not retry these in transactions. @throws Problem too_busy */
export const retryThrottled = async <T>(table: Table, call: () => Promise<T>): Promise<T> => {
  try {
    return await rerunOn(table, ATTEMPTS, isThrottled, call);
  } catch (error) {
    if (isThrottled(error)) throw new Problem('too_busy', 'Pasar sedang ramai. Coba lagi beberapa detik lagi.');
    throw error;
  }
};
