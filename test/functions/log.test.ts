import { Logger as PowertoolsLogger } from '@aws-lambda-powertools/logger';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { counted } from '../../functions/counted.ts';
import { jsonLogger, type Logger } from '../../functions/log.ts';

const lineOf = (say: (logger: Logger) => void) => {
  const lines: string[] = [];
  say(jsonLogger('orders-api', (line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a line of the log', () => {
  test.each([undefined, 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1'])(
    'about a request is what Powertools writes of it, trace: %s',
    (trace) => {
      vi.stubEnv('_X_AMZN_TRACE_ID', trace);
      const about = {
        requestId: 'request-1',
        status: 201,
        ...counted('POST /orders', { milliseconds: 1, fault: false }),
      };
      const written: string[] = [];
      class Told extends PowertoolsLogger {
        protected override printLog(...[, line]: Parameters<PowertoolsLogger['printLog']>): void {
          written.push(JSON.stringify(line.getAttributes()));
        }
      }
      new Told({ serviceName: 'orders-api' }).info('request', about);
      const theirs = JSON.parse(written[0] ?? '') as Record<string, unknown>;
      const ours = lineOf((logger) => logger.info('request', about));
      expect({ ...ours, timestamp: '' }).toEqual({ ...theirs, timestamp: '' });
    },
  );

  test('is not written below the level that is told', () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'WARN');
    const lines: string[] = [];
    const logger = jsonLogger('orders-api', (line) => lines.push(line));
    logger.info('request', { status: 200 });
    logger.warn('clock');
    expect(lines).toHaveLength(1);
  });

  test('names its level, its moment and its function beside what happened', () => {
    expect(lineOf((logger) => logger.warn('clock', { orderId: 'ord_1' }))).toMatchObject({
      level: 'WARN',
      message: 'clock',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      service: 'orders-api',
      orderId: 'ord_1',
    });
  });

  test('tells a fault with its stack and its cause, and nothing else that hangs on it', () => {
    const refused = { Item: { ownerName: 'Sri' } };
    const cause = Object.assign(
      new TypeError('deep', { cause: Object.assign(new Error('deepest'), refused) }),
      refused,
    );
    const line = lineOf((logger) =>
      logger.error('fault', { error: Object.assign(new Error('above', { cause }), refused) }),
    );
    expect(line['error']).toMatchObject({
      name: 'Error',
      message: 'above',
      stack: expect.stringContaining('log.test.ts'),
      cause: { name: 'TypeError', message: 'deep', stack: expect.stringContaining('log.test.ts') },
    });
    expect(JSON.stringify(line)).not.toContain('Sri');
  });

  test('is written whatever total is in it', () => {
    expect(lineOf((logger) => logger.info('total', { rupiah: 2n ** 60n }))).toMatchObject({
      rupiah: String(2n ** 60n),
    });
  });

  test('is counted as the embedded metric format asks: every figure and dimension it names stands in it', () => {
    counted('GET /months', { milliseconds: 7, fault: true });
    const line = lineOf((logger) => logger.info('request', counted('GET /cities', { milliseconds: 1.2, fault: true })));
    type Emf = { Timestamp: number; CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string }[] }[] };
    const aws = line['_aws'] as Emf;
    expect(aws.Timestamp).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(aws.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name))).toEqual([
      'milliseconds',
      'faults',
    ]);
    expect(line).toMatchObject({ route: 'GET /cities', milliseconds: 1.2, faults: 1 });
    const named = aws.CloudWatchMetrics.flatMap(({ Dimensions }) => Dimensions.flat());
    expect(named.sort()).toEqual(['route', 'service']);
    expect(named.filter((name) => !(name in line))).toEqual([]);
  });

  test('is counted with its own figures, whatever was counted of its route before', () => {
    const first = counted('GET /shops', { milliseconds: 1, fault: false });
    const later = counted('GET /shops', { milliseconds: 2, fault: false });
    expect([first['milliseconds'], later['milliseconds']]).toEqual([1, 2]);
    expect(counted('GET /shops', { milliseconds: 3, fault: true })).toMatchObject({ milliseconds: 3, faults: 1 });
  });

  test('counts no fault where there was none', () => {
    expect(counted('GET /cities', { milliseconds: 1.2, fault: false })).not.toHaveProperty('faults');
  });
});
