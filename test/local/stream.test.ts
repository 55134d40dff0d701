import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { localClient } from '../../infra/local/engine/engine.ts';
import type { Consumer } from '../../infra/local/events/hand-over.ts';
import { type StreamOptions, streamReader } from '../../infra/local/events/stream.ts';
import { recordsFrom } from '../../infra/local/events/stream-records.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { engineEndpoint, engineTable } from '../engine.ts';

let table: Table;
let folder: string;
let alive: StreamOptions['engine'];
let client: DynamoDBClient;
beforeEach(async () => {
  table = await engineTable({ stream: true });
  folder = await mkdtemp(join(tmpdir(), 'stream-'));
  const endpoint = await engineEndpoint();
  alive = { endpoint, restarts: () => 0, answers: async () => true };
  client = localClient(endpoint);
});

let written = 0;
/** Every put changes something: one that does not leaves no record on AWS, whatever the embedded engine does. */
const write = async (...names: string[]) => {
  for (const name of names) {
    written += 1;
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk: name, sk: 'X', count: written } }));
  }
};
const namesOf = (event: DynamoDBStreamEvent) => event.Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S ?? '');
const reader = (consume: Consumer, change: Partial<StreamOptions> = {}) =>
  streamReader({ client, engine: alive, tableName: table.name, folder, consume, pauseMs: 1, ...change });

/** Takes every record, but each of `failures` only after so many tries. */
const taking = (failures: Record<string, number> = {}) => {
  const left = new Map(Object.entries(failures));
  const batches: string[][] = [];
  const consume: Consumer = async (event) => {
    batches.push(namesOf(event));
    const failed = event.Records.filter(({ dynamodb }) => {
      const name = dynamodb?.Keys?.pk?.S ?? '';
      const tries = left.get(name) ?? 0;
      left.set(name, tries - 1);
      return tries > 0;
    });
    return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
  };
  return { batches, consume };
};

describe('the stream', () => {
  test('hands over changes in order, as Lambda writes them', async () => {
    const events: DynamoDBStreamEvent[] = [];
    const stream = await reader(async (event) => {
      events.push(event);
      return { batchItemFailures: [] };
    });
    await write('a', 'b', 'a');
    expect(await stream.drain()).toBe(3);
    const records = events.flatMap(({ Records }) => Records);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'INSERT', 'MODIFY']);
    expect(records[2]?.dynamodb).toMatchObject({
      Keys: { pk: { S: 'a' }, sk: { S: 'X' } },
      OldImage: { count: { N: String(written - 2) } },
      NewImage: { count: { N: String(written) } },
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    });
    expect(typeof records[0]?.dynamodb?.ApproximateCreationDateTime).toBe('number');
    expect(records[0]?.eventSource).toBe('aws:dynamodb');
  });

  test('is read once: another reader goes on where this one ended', async () => {
    const first = taking();
    await write('a', 'b');
    await (await reader(first.consume)).drain();
    await write('c');
    const second = taking();
    await (await reader(second.consume)).drain();
    expect([first.batches, second.batches]).toEqual([[['a', 'b']], [['c']]]);
  });

  test('is read again from the lowest record that failed, those before it not', async () => {
    const { batches, consume } = taking({ c: 1, e: 1 });
    await write('a', 'b', 'c', 'd', 'e', 'f');
    await (await reader(consume)).drain();
    expect(batches).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['c', 'd', 'e', 'f'],
    ]);
  });

  test('is read again whole when the consumer crashed', async () => {
    let crashes = 2;
    const seen: string[][] = [];
    const stream = await reader(async (event) => {
      seen.push(namesOf(event));
      if (crashes-- > 0) throw new Error('crashed');
      return { batchItemFailures: [] };
    });
    await write('a', 'b');
    await stream.drain();
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('keeps its place only behind what went through: a crash in between repeats, and loses nothing', async () => {
    await write('a', 'b', 'c');
    const reading = await reader(() => new Promise(() => {}));
    void reading.drain();
    const { batches, consume } = taking({ c: 1 });
    await (await reader(consume)).drain();
    expect(batches[0]).toEqual(['a', 'b', 'c']);
    expect(batches.at(-1)).toEqual(['c']);
  });

  test('gives up a record that fails five times, writes it down, and goes on', async () => {
    const { batches, consume } = taking({ b: 99 });
    await write('a', 'b', 'c');
    await (await reader(consume)).drain();
    expect(batches.filter((batch) => batch.includes('b'))).toHaveLength(5);
    expect(batches.at(-1)).toEqual(['c']);
    const dead = (await readFile(join(folder, 'dead-letters.jsonl'), 'utf8')).trim().split('\n');
    expect(dead.map((line) => JSON.parse(line).dynamodb.Keys.pk.S)).toEqual(['b']);
  });

  test('gives up nothing while the engine is gone, however often it fails, and goes on when it is back', async () => {
    let [gone, tries] = [true, 0];
    const taken: string[][] = [];
    const consume: Consumer = async (event) => {
      tries += 1;
      if (tries === 9) gone = false;
      if (gone) throw new Error('connect ECONNREFUSED');
      taken.push(namesOf(event));
      return { batchItemFailures: [] };
    };
    await write('a', 'b');
    await (await reader(consume, { engine: { ...alive, answers: async () => !gone } })).drain();
    expect(taken).toEqual([['a', 'b']]);
    expect(existsSync(join(folder, 'dead-letters.jsonl'))).toBe(false);
  });

  test('counts no failure against a record when the engine died and came back meanwhile', async () => {
    let deaths = 0;
    const consume: Consumer = async ({ Records }) => {
      if (deaths === 9) return { batchItemFailures: [] };
      deaths += 1;
      return { batchItemFailures: Records.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
    };
    await write('a');
    await (await reader(consume, { engine: { ...alive, restarts: () => deaths } })).drain();
    expect(existsSync(join(folder, 'dead-letters.jsonl'))).toBe(false);
  });

  test('hands over again what was given up: what is taken goes, what fails stays, and so does half a line', async () => {
    const { batches, consume } = taking({ b: 99, c: 11 });
    await write('a', 'b', 'c');
    const stream = await reader(consume);
    await stream.drain();
    await appendFile(join(folder, 'dead-letters.jsonl'), '{"dynamodb":{"Ke');
    batches.length = 0;
    expect(await stream.redrive()).toEqual({ taken: 0, left: 3 });
    expect(await stream.redrive()).toEqual({ taken: 1, left: 2 });
    expect(batches).toEqual([['b'], ['c'], ['b'], ['c']]);
    const dead = (await readFile(join(folder, 'dead-letters.jsonl'), 'utf8')).trim().split('\n');
    expect(dead.map((line) => line.includes('"S":"b"'))).toEqual([true, false]);
    await rm(join(folder, 'dead-letters.jsonl'));
    expect(await stream.redrive()).toEqual({ taken: 0, left: 0 });
  });

  test('of another table starts from the beginning', async () => {
    await write('a');
    await (await reader(taking().consume)).drain();
    table = await engineTable({ stream: true });
    await write('z');
    const { batches, consume } = taking();
    await (await reader(consume)).drain();
    expect(batches).toEqual([['z']]);
  });

  test('waits with what came in behind a look, so that it is followed together', async () => {
    const { batches, consume } = taking();
    const after = async () => {
      await write('b');
      setTimeout(() => void write('c'), 50);
    };
    const stream = await reader(
      async (event, context) => {
        const answer = await consume(event, context);
        if (batches.length === 1) await after();
        return answer;
      },
      { pauseMs: 1000 },
    );
    await write('a');
    stream.start();
    await expect.poll(() => batches.flat().length).toBe(3);
    await stream.stop();
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  test('reads on by itself until it is stopped', async () => {
    const { batches, consume } = taking();
    const stream = await reader(consume);
    stream.start();
    await write(...Array.from({ length: 120 }, (_, i) => `n${i}`));
    await expect.poll(() => batches.flat().length).toBe(120);
    await stream.stop();
    expect(batches.flat()).toEqual(Array.from({ length: 120 }, (_, i) => `n${i}`));
  });
});

describe('a page of records', () => {
  test('says of an empty map that it is one, also where the engine does not', async () => {
    const page = (empty: object, text: string) => ({
      Records: [
        {
          eventName: 'MODIFY',
          dynamodb: {
            SequenceNumber: '1',
            NewImage: {
              card: { M: { goods: empty, name: { S: text } } },
              list: { L: [empty, { NULL: true }] },
              none: empty,
            },
          },
        },
      ],
    });
    for (const text of ['nasi', 'a":{}', '[{},{}]']) {
      const engineOf = createServer((_, answer) => void answer.end(JSON.stringify(page({}, text))));
      await new Promise<void>((resolve) => engineOf.listen(0, '127.0.0.1', resolve));
      const { port } = engineOf.address() as AddressInfo;
      const records = recordsFrom(`http://127.0.0.1:${port}`);
      expect(await records.ask('place', 10)).toEqual(page({ M: {} }, text));
      records.close();
      engineOf.close();
    }
  });
});
