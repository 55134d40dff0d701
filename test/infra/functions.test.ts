import { relative } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { consumers, subscriptionOf } from '../../events/subscriptions.ts';
import { entries, folderOf } from '../../infra/bundling/bundle.ts';
import { rights, rightsOf } from '../../infra/rights.ts';
import { entryOf, everywhere, listed, marketTemplates, statementsOf, text } from './stacks/market-template.ts';

const functions = everywhere(marketTemplates(), 'AWS::Lambda::Function');
const statements = (entry: string) => {
  const found = functions.find((one) => entryOf(one) === folderOf(entry));
  if (!found) throw new Error(`${entry} is not deployed`);
  return statementsOf(found.template, found.Properties['Role']['Fn::GetAtt'][0]);
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
  readTogether: 'BatchGetItem',
  listItems: 'Query',
  insert: 'PutItem',
  insertEach: 'PartiQLInsert',
  replace: 'PutItem',
  put: 'PutItem',
  update: 'UpdateItem',
  remove: 'DeleteItem',
};

/** What each function is made of, read once for all of them. */
const { outputFiles } = buildSync({
  entryPoints: entries.map((entry) => ({ in: `functions/${entry}.ts`, out: entry })),
  outdir: 'functions',
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'silent',
});
const codes = new Map(outputFiles.map(({ path, text }) => [relative('functions', path).replace(/\.js$/, ''), text]));

/** What the code of a function can reach: table actions, and the lists it queries. */
const reachable = (entry: string) => {
  const code = codes.get(entry) ?? '';
  const kept = Object.entries(helpers).filter(([helper]) => new RegExp(`^var ${helper} = `, 'm').test(code));
  const checks = /action: "ConditionCheck"/.test(code) ? ['ConditionCheckItem'] : [];
  const lists = ['list1', 'list2', 'due'].filter((index) => code.includes(`"${index}"`));
  return { actions: [...new Set([...kept.map(([, action]) => action), ...checks])].sort(), lists };
};

describe('every function', () => {
  test('is one of the entries, and every entry is deployed', () => {
    expect(functions.map(entryOf).sort()).toEqual(entries.map(folderOf).sort());
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
    const { SEAL_SECRET, ORIGIN_SECRET, PUSH_SECRET, SIGNING_SECRET } = one.Properties['Environment'].Variables;
    for (const secret of [SEAL_SECRET, ORIGIN_SECRET, PUSH_SECRET, SIGNING_SECRET])
      if (secret) expect(text(secret)).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::\}\}$/);
  });

  test('that serves routes knows the origin secret', () => {
    const serving = functions.filter((one) => entryOf(one).endsWith('-api'));
    expect(serving.every((one) => one.Properties['Environment'].Variables.ORIGIN_SECRET)).toBe(true);
  });
});

/** What code can reach by the look of it, and never does. */
const unneeded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'orders/run-clocks': { Query: 'it reads the list of clocks alone' },
  'catalogue/watched/recheck-goods': { Query: 'it reads the list of a city’s goods alone' },
  'notices/tell-people': { Query: 'it asks who belongs to a place, and on which browsers somebody is called' },
  'notices/announce-policies': { Query: 'it reads shops, their people and what is open from lists alone' },
  'ranking/ledger/call-ledgers': { Query: 'it reads the list of cities alone' },
  'integrity/call-months': { Query: 'it reads the list of cities alone' },
  'pages/call-reopened': { Query: 'it reads lists of cities and their shops alone' },
  'city-ranking/gap/make-gaps': { list2: 'the list of the twelve months is streamed by the close alone' },
  'equity/api': { list2: 'the list of the twelve months is streamed by the close alone' },
  'reports/api': { list2: 'the list of the twelve months is streamed by the close alone' },
};

describe('the policy of', () => {
  test.each(entries)('%s allows the table actions its code can reach, and no more', (entry) => {
    const { actions, lists } = reachable(entry);
    const granted = may(entry, 'dynamodb').filter(({ action }) => !/Stream|Shard|Records/.test(action));
    const onTable = granted.filter(({ resource }) => !resource.includes('/index/'));
    const onLists = granted.filter(({ resource }) => resource.includes('/index/'));
    const needless = Object.keys(unneeded[entry] ?? {});
    const wanted = (all: readonly string[]) => all.filter((one) => !needless.includes(one));
    expect(onTable.map(({ action }) => action.slice('dynamodb:'.length)).sort()).toEqual(wanted(actions));
    expect(onLists.map(({ action, resource }) => [action, resource.split('/index/')[1]]).sort()).toEqual(
      wanted(lists)
        .sort()
        .map((list) => ['dynamodb:Query', list]),
    );
    expect(needless.filter((one) => ![...actions, ...lists].includes(one))).toEqual([]);
    expect(granted.every(({ resource }) => /^PublishOutputFnGetAttTable.*Arn/.test(resource))).toBe(true);
  });

  test.each(entries)('%s names its resources, but for the actions that have none', (entry) => {
    for (const { Action, Resource } of statements(entry))
      if (listed(Resource).some((resource) => text(resource) === '*'))
        expect(listed<string>(Action).every((action) => /^xray:Put|^dynamodb:ListStreams$/.test(action))).toBe(true);
      else expect(listed<string>(Action).every((action) => !action.includes('*'))).toBe(true);
  });

  test('every reader of the stream is what Lambda asks for before it makes a mapping', () => {
    const readers = consumers.filter((entry) => subscriptionOf(entry).reads);
    expect(readers.length).toBeGreaterThan(0);
    for (const entry of readers) {
      const asked = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((one) => `dynamodb:${one}`);
      const actions = may(entry, 'dynamodb').map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(asked));
    }
  });

  test('whoever announces may put events on our bus, and nobody else on any', () => {
    for (const entry of entries) {
      const put = may(entry, 'events').map(({ action, resource }) => [action, resource]);
      const announces = consumers.some((one) => one === entry && subscriptionOf(one).announces);
      expect(put, entry).toEqual(
        announces ? [['events:PutEvents', expect.stringMatching(/^PublishOutputFnGetAttBus/)]] : [],
      );
    }
  });

  test('the publisher does not touch the table', () => {
    const publisher = consumers.find((entry) => entry.endsWith('/publish-changes')) ?? '';
    expect(may(publisher, 'dynamodb').every(({ action }) => /Stream|Shard|Records/.test(action))).toBe(true);
  });

  test('those that keep files reach their own folders only, and delete nothing', () => {
    const reaching = entries.filter((entry) => may(entry, 's3').length > 0);
    expect(reaching.sort()).toEqual(entries.filter((entry) => rightsOf(entry).files ?? rightsOf(entry).site).sort());
    for (const entry of reaching)
      for (const { action, resource } of may(entry, 's3'))
        if (action !== 's3:ListBucket') {
          expect(['s3:GetObject', 's3:PutObject']).toContain(action);
          expect(resource).toMatch(/^(Files|Photos|Site)Arn\/[a-z-]+\/\*$/);
        }
  });

  test('whoever reads files is told that one is missing, not that it is forbidden', () => {
    for (const entry of entries) {
      const { files, site } = rightsOf(entry);
      const read = [files?.reads ?? [], site?.reads ?? []].filter(({ length }) => length > 0);
      const lists = statements(entry).filter(({ Action }) => listed(Action).includes('s3:ListBucket'));
      expect(lists.length, entry).toBe(read.length);
      // A request for a file names no prefix: only a condition that lets that pass grants what S3 looks for then.
      expect(lists.map(({ Condition }) => Condition)).toEqual(
        read.map((folders) => ({ StringLikeIfExists: { 's3:prefix': folders.map((folder) => `${folder}/*`) } })),
      );
    }
  });

  test('nobody has, who is not deployed', () => {
    expect(Object.keys(rights).filter((entry) => !entries.includes(entry))).toEqual([]);
  });
});
