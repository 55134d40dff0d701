import { describe, expect, test } from 'vitest';
import { counted, jsonLogger, type Logger } from '../../functions/log.ts';

const lineOf = (say: (logger: Logger) => void) => {
  const lines: string[] = [];
  say(jsonLogger('orders-api', { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
};

describe('a line of the log', () => {
  test('names its level, its moment and its function beside what happened', () => {
    expect(lineOf((logger) => logger.warn('clock', { orderId: 'ord_1' }))).toEqual({
      level: 'WARN',
      message: 'clock',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      service: 'orders-api',
      orderId: 'ord_1',
    });
  });

  test('tells a fault with its stack and its cause, and nothing else that hangs on it', () => {
    const cause = Object.assign(new TypeError('deep'), { Item: { ownerName: 'Sri' } });
    const line = lineOf((logger) => logger.error('fault', { error: new Error('above', { cause }) }));
    expect(line['error']).toEqual({
      ...{ name: 'Error', message: 'above', stack: expect.stringContaining('log.test.ts') },
      cause: { name: 'TypeError', message: 'deep', stack: expect.stringContaining('log.test.ts') },
    });
  });

  test('is written whatever is in it', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(lineOf((logger) => logger.info('total', { rupiah: 2n ** 60n }))).toMatchObject({
      rupiah: String(2n ** 60n),
    });
    expect(lineOf((logger) => logger.info('circle', { circle }))).toMatchObject({
      message: 'circle',
      unwritable: true,
    });
  });

  test('is counted as the embedded metric format asks: every figure and dimension it names stands in it', () => {
    const line = lineOf((logger) =>
      logger.info('request', { route: 'GET /cities', ...counted({ milliseconds: 1.2, faults: 1 }) }),
    );
    const aws = line['_aws'] as ReturnType<typeof counted>['_aws'];
    expect(aws.Timestamp).toBeGreaterThan(Date.parse('2026-01-01'));
    const [metrics] = aws.CloudWatchMetrics;
    expect(metrics?.Metrics).toEqual([
      { Name: 'milliseconds', Unit: 'Milliseconds' },
      { Name: 'faults', Unit: 'Count' },
    ]);
    const named = [...(metrics?.Dimensions.flat() ?? []), ...(metrics?.Metrics.map(({ Name }) => Name) ?? [])];
    expect(named.filter((name) => !(name in line))).toEqual([]);
  });
});
