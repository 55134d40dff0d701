import type { Consumer } from '../../../events/subscriptions.ts';
import type { deadLetters, Replayed } from './dead-letters.ts';
import type { LocalQueue } from './queue.ts';
import type { StreamReader } from './stream.ts';

/** An event that a queue gave up, and who was to take it. */
export type Undelivered = { readonly consumer: Consumer; readonly body: string };

/**
 * Does again what one machine gave up: changes of the stream at once, events of a queue by another turn in it; what a queue
 * cannot take again is given up once more, and lies there for the next time.
 */
export const redriveAll = async (
  stream: Pick<StreamReader, 'redrive'>,
  letters: ReturnType<typeof deadLetters<Undelivered>>,
  queues: ReadonlyMap<Consumer, LocalQueue>,
): Promise<Replayed> => {
  const changes = await stream.redrive();
  const events = await letters.replay(async ({ consumer, body }) => {
    queues.get(consumer)?.send(JSON.parse(body));
    return queues.has(consumer);
  });
  return { taken: changes.taken + events.taken, left: changes.left + events.left };
};
