import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { entries } from '../../infra/bundle.ts';
import { fileNeeds } from '../../infra/needs.ts';
import { entryOf, listed, marketApp, resourcesOf, statementsOf, templatesOf, text } from './market-template.ts';

const { Service } = templatesOf(marketApp());
const functions = Object.values(resourcesOf(Service, 'AWS::Lambda::Function'));
const statements = (entry: string) => {
  const found = functions.find((one) => entryOf(one) === entry.replace('/', '-'));
  return statementsOf(Service, found?.Properties['Role']['Fn::GetAtt'][0]);
};
const may = (entry: string, service: string) =>
  statements(entry).flatMap(({ Action, Resource }) =>
    listed<string>(Action)
      .filter((action) => action.startsWith(`${service}:`))
      .flatMap((action) => listed(Resource).map((resource) => ({ action, resource: text(resource) }))),
  );

/** Helpers of shared/table and the action each needs; what no path reaches, esbuild leaves out. */
const helpers: Record<string, string> = {
  get: 'GetItem',
  getMany: 'BatchGetItem',
  listItems: 'Query',
  insert: 'PutItem',
  replace: 'PutItem',
  put: 'PutItem',
  update: 'UpdateItem',
  remove: 'DeleteItem',
};

/** What the code of a function can reach: table actions, and the lists it queries. */
const reachable = (entry: string) => {
  const { outputFiles } = buildSync({
    entryPoints: [`functions/${entry}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const kept = Object.entries(helpers).filter(([helper]) => new RegExp(`^var ${helper} = `, 'm').test(code));
  const checks = /action: "ConditionCheck"/.test(code) ? ['ConditionCheckItem'] : [];
  const lists = ['list1', 'list2', 'due'].filter((index) => code.includes(`"${index}"`));
  return { actions: [...new Set([...kept.map(([, action]) => action), ...checks])].sort(), lists };
};

describe('every function', () => {
  test('is one of the entries, and every entry is deployed', () => {
    expect(functions.map(entryOf).sort()).toEqual(entries.map((entry) => entry.replace('/', '-')).sort());
  });

  test.each(functions)(
    'runs on Node 24 and ARM64, traced, with its own log group and an encrypted environment',
    (one) => {
      expect(one.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(one.Properties['TracingConfig']).toEqual({ Mode: 'Active' });
      expect(one.Properties['LoggingConfig'].LogGroup).toBeDefined();
      expect(one.Properties['KmsKeyArn']).toBeDefined();
    },
  );

  test.each(functions)('finds its secrets by reference, never as text', (one) => {
    const { SEAL_SECRET, ORIGIN_SECRET } = one.Properties['Environment'].Variables;
    for (const secret of [SEAL_SECRET, ORIGIN_SECRET])
      if (secret) expect(text(secret)).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::\}\}$/);
  });

  test('that serves routes knows the origin secret', () => {
    const serving = functions.filter((one) => entryOf(one).endsWith('-api'));
    expect(serving.every((one) => one.Properties['Environment'].Variables.ORIGIN_SECRET)).toBe(true);
  });
});

describe('the policy of', () => {
  test.each(entries)('%s allows the table actions its code can reach, and no more', (entry) => {
    const { actions, lists } = reachable(entry);
    const granted = may(entry, 'dynamodb').filter(({ resource }) => !resource.includes('StreamArn'));
    const onTable = granted.filter(({ resource }) => !resource.includes('/index/'));
    const onLists = granted.filter(({ resource }) => resource.includes('/index/'));
    expect(onTable.map(({ action }) => action.slice('dynamodb:'.length)).sort()).toEqual(actions);
    expect(onLists.map(({ action, resource }) => [action, resource.split('/index/')[1]])).toEqual(
      lists.map((list) => ['dynamodb:Query', list]),
    );
    expect(granted.every(({ resource }) => /ExportsOutputFnGetAttTable/.test(resource))).toBe(true);
  });

  test.each(entries)('%s names its resources, but for X-Ray, which has none', (entry) => {
    for (const { Action, Resource } of statements(entry))
      if (listed(Resource).some((resource) => text(resource) === '*'))
        expect(listed<string>(Action).every((action) => action.startsWith('xray:Put'))).toBe(true);
      else expect(listed<string>(Action).every((action) => !action.includes('*'))).toBe(true);
  });

  test('the publisher may read the stream and put events, not touch the table', () => {
    const table = may('outbox/publish-changes', 'dynamodb');
    expect(table.every(({ resource }) => resource.includes('StreamArn'))).toBe(true);
    expect(may('outbox/publish-changes', 'events').map(({ action }) => action)).toEqual(['events:PutEvents']);
  });

  test('those that keep files reach their own folders only, and delete nothing', () => {
    const reaching = entries.filter((entry) => may(entry, 's3').length > 0);
    expect(reaching.sort()).toEqual(Object.keys(fileNeeds).sort());
    for (const entry of reaching)
      for (const { action, resource } of may(entry, 's3'))
        if (action !== 's3:ListBucket') {
          expect(['s3:GetObject', 's3:PutObject']).toContain(action);
          expect(resource).toMatch(/Arn[0-9A-F]+\/[a-z]+\/\*$/);
        }
  });
});
