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

  test('end in a queue whose letters are counted, whatever starts a function: rule, schedule, stream, queue or call', () => {
    const unguarded: string[] = [];
    const need = (id: string, guarded: unknown) => void (guarded ? undefined : unguarded.push(id));
    const all = Object.values(templates).flatMap((template) =>
      Object.entries(template.toJSON()['Resources'] as Record<string, { Type: string; Properties: Properties }>),
    );
    const queueOf = (id: string) => all.find(([logical]) => logical === id)?.[1];
    for (const [id, { Type, Properties }] of all) {
      if (Type === 'AWS::Events::Rule')
        for (const target of Properties['Targets'] ?? []) need(`${id} ${target.Id}`, target.DeadLetterConfig?.Arn);
      if (Type === 'AWS::Scheduler::Schedule') need(id, Properties['Target'].DeadLetterConfig?.Arn);
      // What runs every few minutes has a next run for a letter, and an alarm of its own (FunctionErrors).
      if (Type === 'AWS::Lambda::EventInvokeConfig' && Properties['MaximumRetryAttempts'] !== 0)
        need(id, Properties['DestinationConfig']?.OnFailure?.Destination);
      if (Type === 'AWS::Lambda::EventSourceMapping') {
        const source = Properties['EventSourceArn']['Fn::GetAtt']?.[0];
        if (Properties['StartingPosition']) need(id, Properties['DestinationConfig']?.OnFailure?.Destination);
        else need(id, queueOf(source)?.Properties['RedrivePolicy']?.deadLetterTargetArn);
      }
    }
    expect(unguarded).toEqual([]);
    // Each of those queues has its alarm, on letters that lie there, from the first one on.
    for (const [, { Properties }] of named('DeadLetters')) {
      expect(JSON.stringify(Properties)).toContain('ApproximateNumberOfMessagesVisible');
      expect([Properties['Threshold'], Properties['ComparisonOperator']]).toEqual([0, 'GreaterThanThreshold']);
    }
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
