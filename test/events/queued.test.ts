import { describe, expect, test } from 'vitest';
import { consumers, subscriptionOf } from '../../events/subscriptions.ts';
import { marketConsumers } from '../../infra/local/events/consumers.ts';
import { testWorld } from '../engine.ts';

const single = consumers.filter((consumer) => {
  const queue = subscriptionOf(consumer).queues;
  return queue && !queue.gathers;
});

describe('a consumer that takes one event at a time', () => {
  test.each(single)('hears it from its queue, and from the bus of one machine: %s', async (consumer) => {
    const { runOf } = marketConsumers(await nowhere());
    const [type] = subscriptionOf(consumer).queues?.hears ?? [];
    const named = { cityCode: '99.99', month: '2026-10', what: 'gap 2026-10' };
    const detail = { eventId: 'one', version: 1, at: '2026-11-10T02:00:00.000Z', ...named };
    const event = { 'detail-type': type, detail };
    const body = JSON.stringify(event);
    const fromBus = await runOf(consumer)(event);
    expect(fromBus).toEqual(await runOf(consumer)({ Records: [{ messageId: 'one', body }] }));
    expect(fromBus).toBeDefined();
    await expect(runOf(consumer)({ Records: [] })).rejects.toThrow();
  });
});

/** A market without any city: whoever is asked about one has nothing to do. */
const nowhere = async () => {
  const world = await testWorld();
  return () => world;
};
