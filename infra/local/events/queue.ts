import { randomUUID } from 'node:crypto';
import type { SQSBatchResponse } from 'aws-lambda';
import type { Subscription } from '../../../events/subscription.ts';
import type { World } from '../../../functions/world.ts';
import type { BusEvent } from './bus.ts';

type Message = { readonly messageId: string; readonly body: string; readonly until: number; tries: number };
export type LocalQueue = {
  readonly send: (event: Pick<BusEvent, 'detail-type'> & { detail: object }) => void;
  /** Ends when nothing waits and nothing is at work. */
  readonly drained: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type QueueOptions = {
  readonly row: NonNullable<Subscription['queues']>;
  readonly run: (event: unknown) => Promise<unknown>;
  readonly logger: () => World['logger'];
  /** Told of what was tried as often as it may be. */
  readonly giveUp: (body: string) => Promise<void>;
  /** Between two tries; grows with each. */
  readonly pauseMs: number;
};

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * A queue that gathers, as SQS with a batching window does: what comes within a few seconds is handed over together, one
 * batch at a time; what failed comes again, and after its last try is given up. What waits is lost with the process: the
 * next start makes every page again, and calls for every ledger, list and sum.
 */
export const localQueue = ({ row, run, logger, giveUp, pauseMs }: QueueOptions): LocalQueue => {
  const { gathers = { most: 1, seconds: 0 }, tries = 2, keptMinutes = Number.POSITIVE_INFINITY } = row;
  const waiting: Message[] = [];
  let working: Promise<void> | undefined;
  let stopped = false;
  let apart = 0;

  const failedOf = async (batch: readonly Message[]): Promise<ReadonlySet<string>> => {
    try {
      // What takes one by one answers what it did: all of it is taken.
      const answer = (await run({ Records: batch.map(({ messageId, body }) => ({ messageId, body })) })) as
        | Partial<SQSBatchResponse>
        | undefined;
      return new Set(answer?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
    } catch (error) {
      // What the end of the market cut short is no failure: its next start does it.
      if (stopped) return new Set();
      logger().error('a queue could not be worked off', { error: error as Error });
      return new Set(batch.map(({ messageId }) => messageId));
    }
  };
  const again = async (failed: readonly Message[]): Promise<void> => {
    for (const message of failed) message.tries += 1;
    for (const message of failed.filter((one) => one.tries >= tries)) await giveUp(message.body);
    const left = failed.filter((one) => one.tries < tries);
    if (left.length === 0) return;
    // They wait apart: what failed holds up nothing else.
    apart += 1;
    void later(Math.min(pauseMs * 2 ** ((left[0]?.tries ?? 1) - 1), 20_000)).then(() => {
      apart -= 1;
      waiting.push(...left);
      wake();
    });
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0 && !stopped) {
      await later(gathers.seconds * 1000);
      const batch = waiting.splice(0, gathers.most).filter(({ until }) => Date.now() < until);
      if (batch.length === 0) continue;
      const failed = await failedOf(batch);
      await again(batch.filter(({ messageId }) => failed.has(messageId)));
    }
    working = undefined;
  };
  const wake = (): void => {
    if (!stopped) working ??= work();
  };
  return {
    send: (event) => {
      const until = Date.now() + keptMinutes * 60_000;
      waiting.push({ messageId: randomUUID(), body: JSON.stringify(event), until, tries: 0 });
      wake();
    },
    drained: async () => {
      while (!stopped && (working || apart > 0)) await (working ?? later(50));
    },
    stop: async () => {
      stopped = true;
      await working;
    },
  };
};
