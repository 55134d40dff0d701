import { describe, expect, test } from 'vitest';
import { indexes } from '../../shared/table/engine/schema.ts';
import { marketApp, propertiesOf, resourcesOf, templatesOf } from './market-template.ts';

const { Service } = templatesOf(marketApp({ alarmEmail: 'jaga@example.go.id' }));

describe('alarms', () => {
  const alarms = resourcesOf(Service, 'AWS::CloudWatch::Alarm');
  const named = (id: string) => Object.entries(alarms).filter(([logical]) => logical.startsWith(`Watch${id}`));

  test.each([
    'ApiFaults',
    'ApiLatency',
    'FunctionErrors',
    'FunctionThrottles',
    'TableThrottles',
    'IteratorAge',
    'DeadLetters',
    'CloseFailures',
    'SchedulerFailures',
  ])('%s tells the topic when it rings and when it is over', (id) => {
    expect(named(id).length).toBeGreaterThan(0);
    for (const [, { Properties }] of named(id)) {
      expect(Properties['AlarmActions']).toHaveLength(1);
      expect(Properties['OKActions']).toHaveLength(1);
      expect(Properties['AlarmDescription']).toContain(`docs/deploy.md, "${id}"`);
    }
  });

  test('sum at most ten metrics, as CloudWatch allows', () => {
    for (const { Properties } of Object.values(alarms))
      expect((Properties['Metrics'] ?? []).filter((one: object) => 'MetricStat' in one).length).toBeLessThanOrEqual(10);
  });

  test('watch every function, every queue of dead letters and every index', () => {
    const functions = Object.keys(resourcesOf(Service, 'AWS::Lambda::Function'));
    expect(named('FunctionErrors')).toHaveLength(functions.length);
    // A queue of calls hands what fails to the queues of letters.
    const queues = Object.values(resourcesOf(Service, 'AWS::SQS::Queue')).filter(
      ({ Properties }) => !Properties['RedrivePolicy'],
    );
    expect(JSON.stringify(named('DeadLetters')).match(/QueueName/g)).toHaveLength(2 * queues.length);
    for (const index of Object.keys(indexes)) expect(JSON.stringify(named('TableThrottles'))).toContain(`"${index}"`);
  });

  test('reach somebody when an address is given', () => {
    expect(propertiesOf(Service, 'AWS::SNS::Subscription')).toMatchObject([{ Endpoint: 'jaga@example.go.id' }]);
  });
});
