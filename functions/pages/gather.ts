import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { eventTypes, type MarketEvent } from '../../events/contract.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

const Gathered = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const Heard = z.object({ 'detail-type': z.string(), detail: z.unknown() });

const eventIn = (body: string): MarketEvent => {
  const { 'detail-type': type, detail } = Heard.parse(JSON.parse(body));
  const schema = eventTypes[type as MarketEvent['type']];
  return { type, detail: schema.parse(detail) } as MarketEvent;
};

/** So many pages are made at the same time: most of it is waiting for the table and the bucket. */
const AT_ONCE = 12;

export type Gathering<N> = {
  readonly showing: (event: MarketEvent) => Promise<readonly N[]>;
  /** Called with all pages before the first is made. */
  readonly begin?: (names: readonly N[]) => Promise<void>;
  /** Makes one page anew from what is true now. */
  readonly write: (name: N) => Promise<void>;
};

/**
 * Events that waited together, each page they touch made once. What failed is answered by message, so that those events
 * come again and no others: a page is made of what is true when it is made, so again, late and in any order are all the same.
 */
export const gather = async <N extends object>(
  { logger }: Pick<World, 'logger'>,
  event: unknown,
  { showing, begin, write }: Gathering<N>,
): Promise<SQSBatchResponse> => {
  const pages = new Map<string, { name: N; messages: string[] }>();
  const failed = new Set<string>();
  for (const { messageId, body } of Gathered.parse(event).Records)
    try {
      for (const name of await showing(eventIn(body))) {
        const key = JSON.stringify(name);
        const known = pages.get(key) ?? { name, messages: [] };
        pages.set(key, known);
        known.messages.push(messageId);
      }
    } catch (error) {
      logger.error('an event could not be read', { messageId, error: error as Error });
      failed.add(messageId);
    }
  await begin?.([...pages.values()].map(({ name }) => name));
  await inParallel([...pages.values()], AT_ONCE, async ({ name, messages }) => {
    try {
      await write(name);
    } catch (error) {
      logger.error('a page could not be written', { ...name, error: error as Error });
      for (const message of messages) failed.add(message);
    }
  });
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
};
