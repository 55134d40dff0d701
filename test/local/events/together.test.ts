import { describe, expect, test } from 'vitest';
import { localBus } from '../../../infra/local/events/bus.ts';
import { together } from '../../../infra/local/events/together.ts';

type Batch = { Records: { messageId: string; body: string }[] };
const due = (cityCode: string) => ({
  type: 'LedgerDue' as const,
  detail: { eventId: `due ${cityCode}`, version: 1 as const, at: '2026-11-10T02:00:00.000Z', cityCode },
});
const cityIn = ({ body }: Batch['Records'][number]): string => JSON.parse(body).detail.cityCode;

describe('events that are handed over together', () => {
  test('come in batches of what was announced in one turn, and no more than so many in one', async () => {
    const batches: string[][] = [];
    const run = async (batch: unknown) => {
      batches.push((batch as Batch).Records.map(cityIn));
      return { batchItemFailures: [] };
    };
    const bus = localBus([{ types: ['LedgerDue'], target: together(run, 2) }]);
    await Promise.all(['a', 'b', 'c'].map((city) => bus(due(city))));
    await bus(due('d'));
    expect(batches).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  test('are refused to who announced them, each that was not taken and no other', async () => {
    const run = async (batch: unknown) => ({
      batchItemFailures: (batch as Batch).Records.filter((one) => cityIn(one) === 'b').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    });
    const bus = localBus([{ types: ['LedgerDue'], target: together(run, 100) }]);
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((city) => bus(due(city))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('are all refused by a run that threw, once every other listener has answered', async () => {
    let heard = 0;
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      heard += 1;
    };
    const thrown = together(() => Promise.reject(new Error('no table')), 100);
    const bus = localBus([
      { types: ['LedgerDue'], target: thrown },
      { types: ['LedgerDue'], target: slow },
    ]);
    const outcomes = await Promise.allSettled(['a', 'b'].map((city) => bus(due(city))));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(heard).toBe(2);
  });
});
