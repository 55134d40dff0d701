import { randomUUID } from 'node:crypto';
import type { SQSBatchResponse } from 'aws-lambda';
import type { BusEvent, Rule } from './bus.ts';

type Waiting = { readonly messageId: string; readonly body: string; readonly done: (failed: boolean) => void };

/** What stands in a message: made once for all who hear the same event. */
const bodies = new WeakMap<BusEvent, string>();
const bodyOf = (event: BusEvent): string => {
  const known = bodies.get(event) ?? JSON.stringify(event);
  bodies.set(event, known);
  return known;
};

/**
 * Hands events over together, as a queue with a batching window does. What the stream told in one look is announced in one
 * turn, and whoever announced an event waits until it was taken: the stream's place is the queue, so a crash loses nothing.
 */
export const together = (run: (event: unknown) => Promise<unknown>, most: number): Rule['target'] => {
  let waiting: Waiting[] = [];
  const handOver = async (batch: readonly Waiting[]): Promise<void> => {
    const Records = batch.map(({ messageId, body }) => ({ messageId, body }));
    const failed = await run({ Records }).then(
      (answer) => new Set((answer as SQSBatchResponse).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
      () => undefined,
    );
    for (const { messageId, done } of batch) done(failed?.has(messageId) ?? true);
  };
  const handOverAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void handOver(all.slice(from, from + most));
  };
  return (event: BusEvent) =>
    new Promise<void>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(handOverAll);
      const done = (failed: boolean) =>
        failed ? reject(new Error(`${event['detail-type']} was not taken`)) : resolve();
      waiting.push({ messageId: randomUUID(), body: bodyOf(event), done });
    });
};
