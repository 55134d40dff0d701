import { describe, expect, test } from 'vitest';
import { indexes } from '../../../shared/table/engine/schema.ts';
import { everywhere, marketApp, type Properties, propertiesOf, resourcesOf, templatesOf } from './market-template.ts';

const templates = templatesOf(marketApp({ alarmEmail: 'jaga@example.go.id' }));
const { Watch, Platform } = templates;

describe('alarms', () => {
  const alarms = resourcesOf(Watch, 'AWS::CloudWatch::Alarm');
  const named = (id: string) => Object.entries(alarms).filter(([logical]) => logical.startsWith(id));

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
    expect(named('FunctionErrors')).toHaveLength(everywhere(templates, 'AWS::Lambda::Function').length);
    // A queue of calls hands what fails to the queue of letters.
    const queues = everywhere(templates, 'AWS::SQS::Queue').filter(({ Properties }) => !Properties['RedrivePolicy']);
    expect(named('DeadLetters')).toHaveLength(queues.length);
    const streams = everywhere(templates, 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties['StartingPosition'],
    );
    expect(named('IteratorAge')).toHaveLength(streams.length);
    for (const index of Object.keys(indexes)) expect(JSON.stringify(named('TableThrottles'))).toContain(`"${index}"`);
  });

  test('reach somebody when an address is given', () => {
    expect(propertiesOf(Watch, 'AWS::SNS::Subscription')).toMatchObject([{ Endpoint: 'jaga@example.go.id' }]);
  });

  test('may be published to the topic by CloudWatch of this account, and only by TLS', () => {
    const [{ PolicyDocument } = {}] = propertiesOf(Watch, 'AWS::SNS::TopicPolicy');
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('are encrypted by a key that CloudWatch may use', () => {
    const [topic] = propertiesOf(Watch, 'AWS::SNS::Topic');
    expect(topic?.['KmsMasterKeyId']).toBeDefined();
    const [key] = propertiesOf(Platform, 'AWS::KMS::Key');
    const statements: Properties[] = key?.['KeyPolicy'].Statement;
    const allowed = statements.find(({ Principal }) => Principal.Service === 'cloudwatch.amazonaws.com');
    expect(allowed?.['Action']).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey*']));
  });
});
