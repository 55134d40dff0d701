import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/world.ts';
import { createTable, type Engine, localClient, startEngine, switchStreamOn } from '../../infra/local/engine/engine.ts';
import { importExport, loadTable, MARKET_DB } from '../../infra/local/engine/load-table.ts';
import type { Consumer } from '../../infra/local/events/hand-over.ts';
import { streamReader } from '../../infra/local/events/stream.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { enginePid } from './engine-pid.ts';

const TABLE = `engine-${randomUUID()}`;
let folder: string;
let file: string;
const running: Engine[] = [];
const start = async (options: Parameters<typeof startEngine>[0]): Promise<Engine> => {
  const engine = await startEngine(options);
  running.push(engine);
  return engine;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  file = join(folder, MARKET_DB);
});
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop();
  await rm(folder, { recursive: true, force: true });
});
const kill = async () => process.kill(await enginePid(file), 'SIGKILL');
const item = { pk: { S: 'A' }, sk: { S: 'a' } };

// An engine of DYNAMODB_ENDPOINT is somebody else's to keep alive.
describe.skipIf(process.env.DYNAMODB_ENDPOINT)('an engine with a file', () => {
  test('comes back by itself when it is killed, at its address and with what it held', async () => {
    let told = 0;
    const engine = await start({
      file,
      onRestart: () => {
        told += 1;
      },
    });
    const client = localClient(engine.endpoint);
    await createTable(client, TABLE);
    await client.send(new PutItemCommand({ TableName: TABLE, Item: item }));
    await kill();
    // Whoever asks in that moment is asked to wait, not refused.
    expect((await client.send(new GetItemCommand({ TableName: TABLE, Key: item }))).Item).toEqual(item);
    await expect.poll(() => told).toBe(1);
    expect([engine.restarts(), await engine.answers()]).toEqual([1, true]);
  });

  test('is given up when it keeps dying', async () => {
    const engine = await start({ file });
    let gone = false;
    void engine.exited.then(() => {
      gone = true;
    });
    for (let deaths = 1; deaths <= 6; deaths++) {
      const before = engine.restarts();
      await kill();
      await expect.poll(() => gone || (engine.restarts() > before && engine.answers())).toBe(true);
    }
    await engine.exited;
    expect(engine.restarts()).toBe(5);
  });

  test('stays away when it is stopped', async () => {
    const engine = await start({ file });
    await engine.stop();
    expect([engine.restarts(), await engine.answers()]).toEqual([0, false]);
  });
});

describe('a table loaded whole', () => {
  test('holds every item in every index, and its stream none of them', async () => {
    const memory = new MemoryTable(TABLE);
    for (let number = 0; number < 450; number++)
      memory.execute(
        new PutCommand({
          TableName: TABLE,
          Item: {
            pk: 'A',
            sk: String(number).padStart(3, '0'),
            type: 'X',
            face: { name: 'Kopi “Sari” ☕', number },
            ...(number % 2 ? { l1pk: 'odd', l1sk: `#${number}`, hidden: { list: [1, null, true, ''] } } : {}),
            ...(number % 3 ? {} : { dpk: 'due', dsk: `#${number}` }),
          },
        }),
      );
    await loadTable(folder, TABLE, memory.all());
    const engine = await start({ file });
    const client = localClient(engine.endpoint);
    await switchStreamOn(client, TABLE);
    const table = documentClient(client);
    for (const [index, letter, p] of [
      [undefined, '', 'A'],
      ['list1', 'l1', 'odd'],
      ['due', 'd', 'due'],
    ] as const) {
      const query = new QueryCommand({
        TableName: TABLE,
        ...(index ? { IndexName: index } : {}),
        KeyConditionExpression: '#p = :p and #s between :from and :to',
        ExpressionAttributeNames: { '#p': `${letter}pk`, '#s': `${letter}sk` },
        ExpressionAttributeValues: { ':p': p, ':from': '!', ':to': '~' },
      });
      const { Items, Count } = await table.send(query);
      const expected = memory.execute(query);
      expect([Count, Items]).toEqual([expected['Count'], expected['Items']]);
      expect(Count).toBeGreaterThanOrEqual(150);
    }
    let handed = 0;
    const consume: Consumer = async ({ Records }) => {
      handed += Records.length;
      return { batchItemFailures: [] };
    };
    const stream = await streamReader({ client, engine, tableName: TABLE, folder, consume });
    expect(await stream.drain()).toBe(0);
    await client.send(new PutItemCommand({ TableName: TABLE, Item: item }));
    expect([await stream.drain(), handed]).toEqual([1, 1]);
  });

  test.skipIf(process.env.DYNAMODB_ENDPOINT)(
    'is, column for column, what the engine makes of the same items',
    async () => {
      const values = [
        '',
        'Kopi “Sari” ☕ "\\ \n',
        0,
        -0,
        7,
        -12,
        1500,
        0.25,
        -0.075,
        Number.MAX_SAFE_INTEGER,
        1.5e-7,
        -2e-9,
        123_456_789_012_345,
      ];
      const items = [
        ...values,
        true,
        false,
        null,
        [],
        ['a', 1, [null]],
        {},
        { 'é"': { x: [{}] } },
        new Set(['b', 'ü']),
      ].map((value, number) => ({
        pk: `É#${number % 3}`,
        sk: String(number),
        value,
        type: 'X',
        ...(number % 2 ? { l1pk: 'odd', l1sk: `#${number}`, card: { value } } : {}),
        ...(number % 3 ? { l2pk: 'third', l2sk: 'same', card2: { value } } : {}),
        ...(number % 5 ? {} : { dpk: 'due', dsk: `#${number}` }),
      }));
      await loadTable(folder, TABLE, items);
      const draft = join(folder, 'import');
      await importExport(draft, TABLE, items.map((one) => `${JSON.stringify({ Item: marshall(one) })}\n`).join(''));
      const rowsIn = (file: string) => {
        const database = new DatabaseSync(file, { readOnly: true });
        const tables = ['', '::gsi::list1', '::gsi::list2', '::gsi::due'].map((part) => `${TABLE}${part}`);
        const rows = tables.map((table) =>
          database
            .prepare(`SELECT * FROM "${table}" ORDER BY 1, 2, 3`)
            .all()
            .map((row) => ({ ...row, item_json: JSON.parse(String(row['item_json'])) })),
        );
        const { journal_mode } = database.prepare('PRAGMA journal_mode').get() ?? {};
        database.close();
        return { rows, journal_mode };
      };
      const [ours, theirs] = [rowsIn(file), rowsIn(join(draft, MARKET_DB))];
      expect(ours).toEqual(theirs);
      expect(ours.rows.map(({ length }) => length)).toEqual([items.length, 10, 14, 5]);
    },
  );

  test('takes the place of one that was left half loaded', async () => {
    const load = (...sks: string[]) =>
      loadTable(
        folder,
        TABLE,
        sks.map((sk) => ({ pk: 'A', sk })),
      );
    await load('half');
    await load('whole');
    const client = localClient((await start({ file })).endpoint);
    const of = async (sk: string) =>
      (await client.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: 'A' }, sk: { S: sk } } }))).Item?.[
        'sk'
      ];
    expect([await of('half'), await of('whole')]).toEqual([undefined, { S: 'whole' }]);
  });
});
