import type { Stack } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../../events/subscription.ts';
import { settingsOf } from '../../../infra/settings.ts';
import { type Deployed, stacks } from '../../../infra/stacks.ts';
import { catalogue } from '../../../shared/contract/catalogue/catalogue.ts';
import type { Route, Routes } from '../../../shared/contract/route/route.ts';
import { everywhere, marketApp, marketTemplates, type Templates, templatesOf } from './market-template.ts';

const sizesOf = (templates: Templates) =>
  Object.fromEntries(
    Object.entries(templates).map(([name, one]) => [name, Object.keys(one.toJSON()['Resources']).length]),
  );

const [anyRoute] = Object.values(catalogue) as unknown as [Route];
/** Every way to be started at once: no row of ours is as large. */
const busy: Subscription = {
  does: 'Everything',
  hears: ['OrderPlaced'],
  queues: { hears: ['OrderMoved'], atOnce: 5, keptMinutes: 60 },
  reads: { items: ['Order'] },
  everyMinutes: 5,
  announces: true,
};
/** A market of so many routes in so many contexts, each with its function and with consumers of every kind. */
const marketOf = (routes: number, contexts: number, consumers: number): Deployed => {
  const names = Array.from({ length: contexts }, (_, index) => `context-${index}`);
  const keysOf = (context: string, index: number): Routes => {
    // The first is the largest by far: a third of all routes.
    const count = index === 0 ? Math.floor(routes / 3) : Math.ceil((routes * 2) / 3 / (contexts - 1));
    return Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`GET /${context}/route-${at}/{id}`, { ...anyRoute, rate: 20 }]),
    );
  };
  return {
    contexts: Object.fromEntries(names.map((context, index) => [context, keysOf(context, index)])),
    subscriptions: Object.fromEntries(
      Array.from({ length: consumers }, (_, at) => [`${names[at % 7]}/consumer-${at}`, busy]),
    ),
  };
};

describe('a stack', () => {
  const templates = marketTemplates();

  test('holds far less than CloudFormation allows', () => {
    for (const [name, size] of Object.entries(sizesOf(templates))) expect(size, name).toBeLessThan(100);
  });

  test('holds less than 300 resources in a market three times as large', () => {
    const large = templatesOf(marketApp({ routeQuota: '700' }), marketOf(255, 24, 20));
    const count = (type: string) => everywhere(large, type).length;
    expect([count('AWS::ApiGatewayV2::Route'), count('AWS::Lambda::Function')]).toEqual([
      expect.toSatisfy((routes: number) => routes >= 250),
      45,
    ]);
    for (const [name, size] of Object.entries(sizesOf(large))) expect(size, name).toBeLessThan(300);
    for (const [name, one] of Object.entries(large)) {
      expect(Object.keys(one.toJSON()['Outputs'] ?? {}).length, name).toBeLessThan(200);
      expect(JSON.stringify(one.toJSON()).length, name).toBeLessThan(1_000_000);
    }
  });

  test('is locked by no other: none exports, none imports', () => {
    for (const [name, one] of Object.entries(templates)) {
      const outputs = Object.values(one.toJSON()['Outputs'] ?? {}) as object[];
      expect(
        outputs.filter((output) => 'Export' in output),
        name,
      ).toEqual([]);
      expect(JSON.stringify(one.toJSON()), name).not.toContain('Fn::ImportValue');
    }
  });

  test('says nothing at its end that comes from another, as CloudFormation refuses that', () => {
    for (const [name, one] of Object.entries(templates))
      expect(JSON.stringify(one.toJSON()['Outputs'] ?? {}), name).not.toContain('Fn::GetStackOutput');
  });

  test('reads only from stacks that are deployed before it, and only what they say', () => {
    const made = stacks(marketApp());
    const order = made.map(({ stackName }) => stackName);
    for (const [name, one] of Object.entries(templates)) {
      const read = [...JSON.stringify(one.toJSON()).matchAll(/"StackName":"([^"]+)","OutputName":"([^"]+)"/g)];
      const own = `PasarRata-${name}`;
      const before = made
        .find(({ stackName }) => stackName === own)
        ?.dependencies.map((stack) => (stack as Stack).stackName);
      for (const [, stack = '', output = ''] of read) {
        expect(order.indexOf(stack), `${own} reads ${stack}`).toBeLessThan(order.indexOf(own));
        expect(before, `${own} reads ${stack}`).toContain(stack);
        expect(Object.keys(templates[stack.replace('PasarRata-', '')]?.toJSON()['Outputs']), own).toContain(output);
      }
    }
  });
});

describe('a stack can be removed and made again', () => {
  const templates = marketTemplates();
  /** What may carry a name of its own: it goes with its stack, or its name holds the account and it goes too. */
  const named = ['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage', 'AWS::Cognito::UserPoolDomain'];
  /** Names of resources that must be unique in an account or region, by which a kept one blocks its successor. */
  const nameProperties = [
    'BucketName',
    'TableName',
    'QueueName',
    'TopicName',
    'FunctionName',
    'RoleName',
    'Name',
    'LogGroupName',
    'StateMachineName',
    'UserPoolName',
    'Domain',
  ];

  test('because nothing that stays behind has a name given by us', () => {
    for (const [stack, one] of Object.entries(templates))
      for (const [id, resource] of Object.entries(one.toJSON()['Resources'] as Record<string, Kept>)) {
        if (resource.DeletionPolicy !== 'Retain') continue;
        const given = nameProperties.filter((property) => property in (resource.Properties ?? {}));
        expect(given, `${stack} ${id}`).toEqual([]);
      }
  });

  test('with what holds data or proofs kept, and nothing else', () => {
    const kept = Object.entries(templates).flatMap(([, one]) =>
      Object.values(one.toJSON()['Resources'] as Record<string, Kept>)
        .filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
        .map(({ Type }) => Type),
    );
    expect([...new Set(kept)].sort()).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::Logs::LogGroup',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
    ]);
    for (const type of named) expect(kept).not.toContain(type);
  });
});
type Kept = { Type: string; Properties?: object; DeletionPolicy?: string };

describe('an API with more routes than AWS allows', () => {
  test('is refused before anything is deployed, in words', () => {
    const app = marketApp({ routeQuota: '300' });
    expect(() => stacks(app, settingsOf(app.node), marketOf(310, 10, 1))).toThrow(
      /routes.*Routes per API.*routeQuota/s,
    );
  });

  test('is deployed where AWS allows it', () => {
    const app = marketApp({ routeQuota: '700' });
    expect(() => stacks(app, settingsOf(app.node), marketOf(310, 10, 1))).not.toThrow();
  });
});
