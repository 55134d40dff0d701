import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { fileShelf } from '../../infra/local/memory/shelf.ts';
import { compareBytes } from '../../infra/local/memory/sorted.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { freshTable } from '../engine.ts';

/** Few names, so that commands meet each other's items. */
const [pks, sks] = [
  ['A', 'B'],
  ['a', 'b', 'b#1', 'b#2', 'c', 'ä', '\uffee', '😀'],
];
const key = fc.record({ pk: fc.constantFrom(...pks), sk: fc.constantFrom(...sks) });
const emptied = (TableName: string) =>
  new TransactWriteCommand({
    TransactItems: pks.flatMap((pk) => sks.map((sk) => ({ Delete: { TableName, Key: { pk, sk } } }))),
  });
const small = fc.integer({ min: -3, max: 6 });

/** Sort keys of an index end in the item's own key, as ours do: the engine promises no order among equals. */
const item = fc
  .record(
    {
      key,
      free: small,
      taken: small,
      version: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom('', 'nasi', 'kopi'),
      hidden: fc.anything({ maxDepth: 2, values: [fc.integer(), fc.string(), fc.boolean(), fc.constant(null)] }),
      list1: fc.constantFrom('x', 'y', 'z'),
      list2: fc.constantFrom('x', 'y'),
      due: fc.constantFrom('x', 'y'),
      lonely: fc.boolean(),
      card: small.map((orderVersion) => ({ name: 'kopi', entry: { orderVersion } })),
    },
    { requiredKeys: ['key', 'free'] },
  )
  .map(({ key, list1, list2, due, lonely, hidden, ...values }) => ({
    ...key,
    ...values,
    ...(hidden === undefined ? {} : { hidden: JSON.parse(JSON.stringify({ hidden })).hidden }),
    ...(list1 ? { l1pk: list1, ...(lonely ? {} : { l1sk: `${values.free + 5}#${key.pk}${key.sk}` }) } : {}),
    ...(list2 ? { l2pk: list2, l2sk: `${list2}#${key.sk}#${key.pk}` } : {}),
    ...(due ? { dpk: due, dsk: `${key.sk}#${key.pk}` } : {}),
  }));

type Options = Record<string, unknown>;
const returning = fc.constantFrom<Options>({}, { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
const condition: fc.Arbitrary<Options> = fc.oneof(
  fc.constantFrom<Options>(
    {},
    { ConditionExpression: 'attribute_not_exists(pk)' },
    { ConditionExpression: 'attribute_exists(pk)' },
  ),
  fc.record({ prior: fc.integer({ min: 1, max: 3 }), sign: fc.constantFrom('=', '<', '<=', '>', '>=') }).map(
    ({ prior, sign }): Options => ({
      ConditionExpression: `#version ${sign} :prior`,
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':prior': prior },
    }),
  ),
  small.map(
    (version): Options => ({
      ConditionExpression: 'attribute_not_exists(pk) OR #card.#entry.orderVersion < :version',
      ExpressionAttributeNames: { '#card': 'card', '#entry': 'entry' },
      ExpressionAttributeValues: { ':version': version },
    }),
  ),
  fc.record({ q: small, text: fc.boolean(), both: fc.boolean() }).map(
    ({ q, text, both }): Options => ({
      ConditionExpression: both
        ? '(#free >= :q AND attribute_exists(pk)) OR #free = :q'
        : '#free >= :q OR attribute_not_exists(#free)',
      ExpressionAttributeNames: { '#free': 'free' },
      ExpressionAttributeValues: { ':q': text ? String(q) : q },
    }),
  ),
);
const texts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((list) => new Set(list));
const updates: fc.Arbitrary<Options> = fc.oneof(
  fc.record({ q: small, guard: fc.boolean() }).map(
    ({ q, guard }): Options => ({
      UpdateExpression: 'SET #free = #free - :q, #taken = #taken + :q',
      ...(guard ? { ConditionExpression: '#free >= :q' } : {}),
      ExpressionAttributeNames: { '#free': 'free', '#taken': 'taken' },
      ExpressionAttributeValues: { ':q': q },
    }),
  ),
  small.map(
    (q): Options => ({
      UpdateExpression:
        'SET #free = if_not_exists(#free, :given) - :q, #taken = if_not_exists(#taken, :zero) + :q, #name = :name, productId = :name',
      ConditionExpression: '#free >= :q OR attribute_not_exists(#free)',
      ExpressionAttributeNames: { '#free': 'free', '#taken': 'taken', '#name': 'name' },
      ExpressionAttributeValues: { ':given': 5, ':q': q, ':zero': 0, ':name': 'teh' },
    }),
  ),
  small.map(
    (q): Options => ({
      UpdateExpression: 'SET #name = :name ADD #free :q, #taken :q',
      ExpressionAttributeNames: { '#free': 'free', '#taken': 'taken', '#name': 'name' },
      ExpressionAttributeValues: { ':q': q, ':name': 'teh' },
    }),
  ),
  fc.constantFrom<Options>(
    {
      UpdateExpression: 'ADD #name :q SET #free = :q',
      ExpressionAttributeNames: { '#free': 'free', '#name': 'name' },
      ExpressionAttributeValues: { ':q': 1 },
    },
    {
      UpdateExpression: 'ADD #count :q SET #shops = if_not_exists(#shops, :shops)',
      ExpressionAttributeNames: { '#count': 'count', '#shops': 'shops' },
      ExpressionAttributeValues: { ':q': 2, ':shops': ['a', 'b'] },
    },
    {
      UpdateExpression: 'SET #free = #name - :q',
      ExpressionAttributeNames: { '#free': 'free', '#name': 'name' },
      ExpressionAttributeValues: { ':q': 1 },
    },
    {
      UpdateExpression: 'SET #given = #taken + :free, #free = :free',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#given': 'given', '#taken': 'taken', '#free': 'free' },
      ExpressionAttributeValues: { ':free': 4 },
    },
    // Out of its list, when it was in one; what is not there can be taken away too.
    {
      UpdateExpression: 'SET #free = :free REMOVE #l1pk, #name, #count',
      ExpressionAttributeNames: { '#free': 'free', '#l1pk': 'l1pk', '#name': 'name', '#count': 'count' },
      ExpressionAttributeValues: { ':free': 2 },
    },
    {
      UpdateExpression: 'REMOVE #l2sk',
      ConditionExpression: 'card.orderVersion = :version',
      ExpressionAttributeNames: { '#l2sk': 'l2sk' },
      ExpressionAttributeValues: { ':version': 2 },
    },
    {
      UpdateExpression: 'SET #l1pk = :x, #l1sk = :x',
      ExpressionAttributeNames: { '#l1pk': 'l1pk', '#l1sk': 'l1sk' },
      ExpressionAttributeValues: { ':x': 'moved' },
    },
  ),
  // Sets: within a size, beside a number; what is not in one, or not there at all, can be taken out of it.
  fc.record({ texts, most: fc.integer({ min: 0, max: 3 }), one: fc.constantFrom('a', 'b') }).map(
    ({ texts, most, one }): Options => ({
      UpdateExpression: 'SET #name = if_not_exists(#name, :one) ADD #open :texts, #atShop :shop',
      ConditionExpression:
        '(attribute_not_exists(#open) OR size(#open) <= :most) AND (attribute_not_exists(#atShop) OR size(#atShop) <= :most)',
      ExpressionAttributeNames: { '#name': 'name', '#open': 'open', '#atShop': 'atShop' },
      ExpressionAttributeValues: { ':one': one, ':texts': texts, ':shop': new Set([one]), ':most': most },
    }),
  ),
  texts.map(
    (texts): Options => ({
      UpdateExpression: 'SET #name = :name ADD #free :one DELETE #open :texts, #atShop :texts',
      ExpressionAttributeNames: { '#name': 'name', '#free': 'free', '#open': 'open', '#atShop': 'atShop' },
      ExpressionAttributeValues: { ':name': 'teh', ':one': 1, ':texts': texts },
    }),
  ),
);

type Write = { action: 'Put' | 'Update' | 'Delete' | 'ConditionCheck'; input: Options };
const put = fc
  .record({ item, condition, returning })
  .map(
    ({ item, condition, returning }): Write => ({ action: 'Put', input: { Item: item, ...condition, ...returning } }),
  );
const update = fc
  .record({ key, updates, returning })
  .map(({ key, updates, returning }): Write => ({ action: 'Update', input: { Key: key, ...updates, ...returning } }));
const remove = fc
  .record({ key, condition, returning })
  .map(
    ({ key, condition, returning }): Write => ({ action: 'Delete', input: { Key: key, ...condition, ...returning } }),
  );
const check = fc.record({ key, condition, returning }).map(
  ({ key, condition, returning }): Write => ({
    action: 'ConditionCheck',
    input: {
      Key: key,
      ...('ConditionExpression' in condition ? condition : { ConditionExpression: 'attribute_exists(pk)' }),
      ...returning,
    },
  }),
);
const plain = { Put: PutCommand, Update: UpdateCommand, Delete: DeleteCommand, ConditionCheck: DeleteCommand };

const bound = fc.constantFrom(' ', 'a', 'b', 'b#', 'c', 'x', 'ä', '😀', '\uffff', '0');
/** What an answer shall hold: attributes beside each other and inside one. */
const part = fc.constantFrom<Options>(
  {},
  { ProjectionExpression: 'pk, sk', names: {} },
  { ProjectionExpression: 'pk, sk, #free, #card.#name', names: { '#free': 'free', '#card': 'card', '#name': 'name' } },
  {
    ProjectionExpression: '#card.#name, pk, #card.#entry, #hidden, sk',
    names: { '#card': 'card', '#name': 'name', '#entry': 'entry', '#hidden': 'hidden' },
  },
);
const query = fc
  .record({
    index: fc.constantFrom(undefined, 'list1', 'list2', 'due'),
    p: fc.constantFrom('A', 'B', 'x', 'y', 'moved'),
    ends: fc.tuple(bound, bound),
    limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    forward: fc.boolean(),
    part,
  })
  .map(({ index, p, ends, limit, forward, part: { names = {}, ...part } }) => {
    const letter = index === 'list1' ? 'l1' : index === 'list2' ? 'l2' : index === 'due' ? 'd' : '';
    return {
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#p = :p and #s between :from and :to',
      ...part,
      ExpressionAttributeNames: { '#p': `${letter}pk`, '#s': `${letter}sk`, ...(names as object) },
      ExpressionAttributeValues: { ':p': p, ':from': ends[0], ':to': ends[1] },
      ScanIndexForward: forward,
      ...(limit ? { Limit: limit } : {}),
    };
  });

type Make = (TableName: string) => { input: object };
const command: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(put, update, remove).map(
      ({ action, input }): Make =>
        (TableName) =>
          new plain[action]({ TableName, ...input } as never),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.array(fc.oneof(put, update, remove, check), { minLength: 1, maxLength: 4 }).map(
      (writes): Make =>
        (TableName) =>
          new TransactWriteCommand({
            TransactItems: writes.map(({ action, input }) => ({ [action]: { TableName, ...input } })) as never,
          }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(item, { minLength: 1, maxLength: 4 }).map(
      (items): Make =>
        (TableName) =>
          new BatchExecuteStatementCommand({
            Statements: items.map((one) => ({
              Statement: `INSERT INTO "${TableName}" VALUE {${Object.keys(one)
                .map((name) => `'${name}': ?`)
                .join(', ')}}`,
              Parameters: Object.values(one) as never,
            })),
          }),
    ),
  },
  {
    weight: 1,
    arbitrary: key.map(
      (Key): Make =>
        (TableName) =>
          new GetCommand({ TableName, Key, ConsistentRead: true }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(key, { minLength: 1, maxLength: 4 }), part).map(
      ([Keys, { names, ...part }]): Make =>
        (TableName) => {
          const held = names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names as never } : {};
          return new BatchGetCommand({
            RequestItems: { [TableName]: { Keys, ConsistentRead: true, ...part, ...held } },
          });
        },
    ),
  },
  {
    weight: 4,
    arbitrary: query.map(
      (input): Make =>
        (TableName) =>
          new QueryCommand({ TableName, ...input } as never),
    ),
  },
);

/** Lets a counterexample be read. */
const shown = (make: Make): Make =>
  Object.assign((TableName: string) => make(TableName), {
    [fc.toStringMethod]: () => `${make('T').constructor.name} ${JSON.stringify(make('T').input)}`,
  });

/** An answer or a refusal as far as our code can see it: engines word their sentences differently. */
const outcome = async (table: Table, make: Make): Promise<unknown> => {
  try {
    const { $metadata, Responses, ...answer } = (await table.client.send(make(table.name) as never)) as never as {
      [name: string]: unknown;
    };
    // Of a batch of statements it is what became of each.
    if (Array.isArray(Responses)) return Responses.map(({ Error: refused }) => refused?.Code);
    const found = (Responses as Record<string, { pk: string; sk: string }[]> | undefined)?.[table.name];
    return {
      ...answer,
      ...(found ? { found: [...found].sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1)) } : {}),
    };
  } catch (error) {
    const { name, Item, CancellationReasons } = error as Error & { Item?: object; CancellationReasons?: object[] };
    if (!/Exception$/.test(name)) throw error;
    const reasons = CancellationReasons?.map((reason) => ({ ...reason, Message: undefined }));
    return { name, ...(Item ? { Item } : {}), ...(reasons ? { reasons } : {}) };
  }
};

const everything = (pks: readonly string[], name: string | undefined): Make[] =>
  pks.map((p) => (TableName) => {
    const letter = name === undefined ? '' : name === 'due' ? 'd' : `l${name.slice(-1)}`;
    return new QueryCommand({
      TableName,
      ...(name ? { IndexName: name } : {}),
      KeyConditionExpression: '#p = :p and #s between :from and :to',
      ExpressionAttributeNames: { '#p': `${letter}pk`, '#s': `${letter}sk` },
      ExpressionAttributeValues: { ':p': p, ':from': ' ', ':to': '\u{10ffff}' },
    });
  });
const whole = [
  ...everything(['A', 'B'], undefined),
  ...['list1', 'list2', 'due'].flatMap((name) => everything(['x', 'y', 'z', 'moved'], name)),
];

describe('the memory table', () => {
  test('answers every sequence of commands as the real engine does', async () => {
    const real = await freshTable();
    await fc.assert(
      fc
        .asyncProperty(fc.array(command.map(shown), { minLength: 1, maxLength: 25 }), async (commands) => {
          const memory = new MemoryTable();
          const pair = { client: memory.client, name: memory.name, pause: real.pause };
          for (const make of [...commands, ...whole])
            expect(await outcome(pair, make)).toEqual(await outcome(real, make));
        })
        .afterEach(() => real.client.send(emptied(real.name)).then(() => undefined)),
      { numRuns: 60 },
    );
  });

  test('answers the same when what nobody asks for lies on a shelf', async () => {
    const path = join(tmpdir(), `shelf-${process.pid}`);
    const pause = async () => undefined;
    const step = fc.record({ make: command.map(shown), rests: fc.integer({ min: 0, max: 2 }) });
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          const [held, laid] = [new MemoryTable(), new MemoryTable('memory', undefined, fileShelf(path))];
          const [there, here] = [held, laid].map(({ client, name }): Table => ({ client, name, pause }));
          for (const { make, rests } of [...steps, ...whole.map((make) => ({ make, rests: 2 }))]) {
            expect(await outcome(here as Table, make)).toEqual(await outcome(there as Table, make));
            for (let rest = 0; rest < rests; rest++) laid.rest();
            expect([...laid.all()]).toEqual([...held.all()]);
          }
        }),
      );
    } finally {
      await rm(path, { force: true });
    }
  });

  test('refuses more than a hundred writes or reads at once, like the engine', async () => {
    const real = await freshTable();
    const memory = new MemoryTable();
    const pair = { client: memory.client, name: memory.name, pause: real.pause };
    const many = Array.from({ length: 101 }, (_, number) => ({ pk: 'A', sk: String(number) }));
    const makes: Make[] = [
      (TableName) => new TransactWriteCommand({ TransactItems: many.map((Item) => ({ Put: { TableName, Item } })) }),
      (TableName) => new BatchGetCommand({ RequestItems: { [TableName]: { Keys: many } } }),
      (TableName) =>
        new TransactWriteCommand({ TransactItems: many.slice(1).map((Item) => ({ Put: { TableName, Item } })) }),
    ];
    for (const make of makes) expect(await outcome(pair, make)).toEqual(await outcome(real, make));
  });

  test('keeps sort keys in order of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  test('refuses what the table’s code never uses, instead of guessing', async () => {
    const { client, name } = new MemoryTable();
    const odd = [
      new QueryCommand({ TableName: name, KeyConditionExpression: 'begins_with(pk, :x)' }),
      new PutCommand({ TableName: name, Item: { pk: 'A', sk: 'a', seen: new Set([1]) } }),
      new UpdateCommand({ TableName: name, Key: { pk: 'A', sk: 'a' }, UpdateExpression: 'REMOVE pk' }),
      new PutCommand({ TableName: name, Item: { pk: 'A', sk: 'a' }, ReturnValues: 'ALL_OLD' }),
      new BatchExecuteStatementCommand({ Statements: [{ Statement: `DELETE FROM "${name}" WHERE pk = 'A'` }] }),
    ];
    for (const one of odd) await expect(client.send(one as never)).rejects.toThrow('does not know');
  });
});
