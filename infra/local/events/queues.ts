import type { Context } from 'aws-lambda';
import type { Subscription } from '../../../events/subscription.ts';
import { type Consumer, subscriptionOf } from '../../../events/subscriptions.ts';
import type { World } from '../../../functions/world.ts';
import type { Rule } from './bus.ts';
import { computes, isLargeWork } from './large-work.ts';
import { type LocalQueue, localQueue } from './queue.ts';
import type { Worker } from './work-apart.ts';

export type Run = (event?: unknown, context?: Context) => Promise<unknown>;
export type ConsumerOptions = {
  /** Told of an event that a queue tried as often as it may. */
  readonly giveUp?: (consumer: Consumer, body: string) => Promise<void>;
  /** Whether there is a site to write pages for; until then what pages would show is not queued. */
  readonly sited?: () => boolean;
  /** Takes what writes pages, and what computes over a large city, in another process; said nothing, it is taken here. */
  readonly apart?: Worker['run'];
  /** How many times faster queues gather and try again than their rows say, for anyone who cannot wait. */
  readonly haste?: number;
};

/** Between two tries of a queue; grows with each. */
const PAUSE_MS = 500;
/** What is called by events alone, when it waits for the process apart. */
const ONE_BY_ONE: NonNullable<Subscription['queues']> = { hears: [], atOnce: 1 };

type Waiting = Required<Pick<ConsumerOptions, 'giveUp' | 'haste'>> & {
  readonly apart: ConsumerOptions['apart'];
  readonly world: () => World;
  readonly runOf: (consumer: Consumer) => Run;
};

/** What waits on one machine: batches of pages, and what is computed over large cities in a process apart. */
export const marketQueues = ({ world, runOf, giveUp, haste, apart }: Waiting) => {
  const queues = new Map<Consumer, LocalQueue>();
  const made = (consumer: Consumer): LocalQueue => {
    const { queues: row = ONE_BY_ONE } = subscriptionOf(consumer);
    const gathers = row.gathers && { ...row.gathers, seconds: row.gathers.seconds / haste };
    const run = apart ? (batch: unknown) => apart(consumer, batch) : runOf(consumer);
    const giving = { giveUp: (body: string) => giveUp(consumer, body), pauseMs: PAUSE_MS / haste };
    return localQueue({ row: gathers ? { ...row, gathers } : row, run, logger: () => world().logger, ...giving });
  };
  const queueOf = (consumer: Consumer): LocalQueue => {
    const queue = queues.get(consumer) ?? made(consumer);
    queues.set(consumer, queue);
    return queue;
  };
  /** What computes over a large city waits for the process apart, and whoever announced it goes on. */
  const orApart = (consumer: Consumer, here: Rule['target']): Rule['target'] => {
    if (!apart || !computes(consumer)) return here;
    const queue = queueOf(consumer);
    return async (event) => ((await isLargeWork(world(), event)) ? queue.send(event) : here(event));
  };
  return { queues, queueOf, orApart };
};
