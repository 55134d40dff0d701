import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { eventTypes, type MarketEvent } from '../events/contract.ts';
import type { World } from './world.ts';

const Gathered = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const Heard = z.object({
  'detail-type': z.enum(Object.keys(eventTypes) as MarketEvent['type'][]),
  detail: z.unknown(),
});

/** On one machine several consumers hear the same message, one after the other: it is read once. */
const read = new Map<string, MarketEvent>();
const MOST_READ = 200;

const eventIn = (body: string): MarketEvent => {
  const known = read.get(body);
  if (known) return known;
  const { 'detail-type': type, detail } = Heard.parse(JSON.parse(body));
  const event = { type, detail: eventTypes[type].parse(detail) } as MarketEvent;
  if (read.size >= MOST_READ) read.clear();
  read.set(body, event);
  return event;
};

/** Told of each thing that could not be done, and why. */
export type Failed<T> = (asked: T, error: unknown) => void;
export type Gathering<T> = {
  /** What an event asks for; others of the same batch may ask for the same. */
  readonly asks: (event: MarketEvent) => readonly T[] | Promise<readonly T[]>;
  /** Does all that was asked for, each once; what it throws is a failure of everything. */
  readonly does: (asked: readonly T[], failed: Failed<T>) => Promise<void>;
};

/**
 * Events that waited together in a queue: what they ask for is done once, however many ask for it, and together where that
 * costs less. What failed is answered by message, so that those events come again and no others. Events come twice, late
 * and in any order, so what is done is decided by what is true when it is done, never by an event.
 */
export const gathered = async <T extends object>(
  { logger }: Pick<World, 'logger'>,
  batch: unknown,
  { asks, does }: Gathering<T>,
): Promise<SQSBatchResponse> => {
  const asked = new Map<string, { one: T; messages: string[] }>();
  const failed = new Set<string>();
  for (const { messageId, body } of Gathered.parse(batch).Records)
    try {
      for (const one of await asks(eventIn(body))) {
        const key = JSON.stringify(one);
        const known = asked.get(key) ?? { one, messages: [] };
        asked.set(key, known);
        known.messages.push(messageId);
      }
    } catch (error) {
      logger.error('an event could not be read', { messageId, error: error as Error });
      failed.add(messageId);
    }
  const notDone: Failed<T> = (one, error) => {
    const { messages = [] } = asked.get(JSON.stringify(one)) ?? {};
    // What was asked for may name a person; the messages, which come again, say it.
    logger.error('what an event asks for could not be done', { messages, error: error as Error });
    for (const message of messages) failed.add(message);
  };
  const all = [...asked.values()].map(({ one }) => one);
  if (all.length > 0)
    await does(all, notDone).catch((error: unknown) => {
      for (const one of all) notDone(one, error);
    });
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
};
