import { describe, expect, test } from 'vitest';
import { localQueue } from '../../../infra/local/events/queue.ts';

const silent = () => ({ info: () => {}, warn: () => {}, error: () => {} }) as never;
type Batch = { Records: { messageId: string; body: string }[] };
const row = {
  hears: ['PagesDue'],
  atOnce: 1,
  keptMinutes: 1,
  gathers: { most: 400, seconds: 0.02 },
  tries: 10,
} as const;
const event = (shop: number) => ({ 'detail-type': 'PagesDue' as const, detail: { shop } });

describe('a queue that gathers', () => {
  test('hands a thousand changes over in a handful of batches', async () => {
    const batches: number[] = [];
    const run = async (batch: unknown) => {
      batches.push((batch as Batch).Records.length);
      return { batchItemFailures: [] };
    };
    const queue = localQueue({ row, run, logger: silent, giveUp: async () => {}, pauseMs: 1 });
    for (let at = 0; at < 1000; at++) queue.send(event(at));
    await queue.drained();
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(1000);
    expect(batches.length).toBeLessThanOrEqual(4);
  });

  test('tries what fails ten times, holds nothing else up by it, and then gives it up where it is seen', async () => {
    const [given, done]: [string[], string[]] = [[], []];
    let tries = 0;
    const run = async (batch: unknown) => {
      const failed = (batch as Batch).Records.filter(({ body }) => body.includes('"shop":13'));
      tries += failed.length;
      done.push(...(batch as Batch).Records.filter((one) => !failed.includes(one)).map(({ body }) => body));
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };
    const giveUp = async (body: string) => void given.push(body);
    const queue = localQueue({ row, run, logger: silent, giveUp, pauseMs: 0.1 });
    for (let at = 0; at < 20; at++) queue.send(event(at));
    await queue.drained();
    expect(tries).toBe(10);
    expect(given.map((body) => JSON.parse(body).detail.shop)).toEqual([13]);
    expect(done).toHaveLength(19);
  });

  test('takes a run that threw for a failure of all it was handed', async () => {
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs < 3) throw new Error('no bucket');
      return undefined;
    };
    const given: string[] = [];
    const queue = localQueue({ row, run, logger: silent, giveUp: async (body) => void given.push(body), pauseMs: 0.1 });
    queue.send(event(1));
    await queue.drained();
    expect([runs, given]).toEqual([3, []]);
  });
});
