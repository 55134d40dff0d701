import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../functions/world.ts';
import { createTable, localCredentials, localRegion } from '../../../infra/local/engine/engine.ts';
import { freePort, spawnEngine } from '../../../infra/local/engine/engine-process.ts';
import type { Item } from '../../../infra/local/memory/item.ts';
import { enginePid } from '../../local/engine-pid.ts';
import { type Command, type Outcome, sentTo } from '../../table/outcomes.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Died with its command, or before it: nothing is known of what it did. */
const connectionBroke = (error: Error): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === undefined; // prettier-ignore

/** The real engine on a file, which is killed in the middle of its work and started again on that file. */
export type MortalEngine = {
  /** Begins a history: a new table with these items. */
  readonly load: (items: Iterable<Item>) => Promise<void>;
  /** One command; `diesAfter`: the engine is killed so many milliseconds after it was sent, and is back when this ends. */
  readonly send: (command: Command, diesAfter?: number) => Promise<Outcome | 'unknown'>;
  readonly get: (key: { pk: string; sk: string }) => Promise<Item | undefined>;
  /** Everything in the table, by key. */
  readonly contents: () => Promise<Map<string, Item>>;
  readonly deaths: () => number;
  readonly stop: () => Promise<void>;
};

const BATCH = 25;

export const startMortalEngine = async (tableName: string): Promise<MortalEngine> => {
  const folder = await mkdtemp(join(tmpdir(), 'pasar-mortal-'));
  const file = join(folder, 'market.db');
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  // The engine keeps nobody awake, and while it is dead there is nothing else to wait for.
  const awake = setInterval(() => {}, 1000);
  let deaths = 0;
  let tables = 0;
  let name = '';
  const start = async () => {
    const run = await spawnEngine(endpoint, file);
    if (typeof run === 'string') throw new Error(`the engine did not come back on its file: ${run}`);
    return { run, pid: await enginePid(file) };
  };
  let current = await start();
  // Once only: whether a command was carried out is asked of the table, not of a second attempt.
  const plain = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials, maxAttempts: 1 });
  const client = documentClient(plain);

  const die = async (ms: number) => {
    await later(ms);
    process.kill(current.pid, 'SIGKILL');
    await current.run.exited;
    deaths += 1;
    current = await start();
  };
  const perform = async (command: Command): Promise<Outcome | 'unknown'> => {
    try {
      return { answer: (await client.send(sentTo(name, command) as never)) as Item };
    } catch (error) {
      return connectionBroke(error as Error) ? 'unknown' : { error: error as Error };
    }
  };
  const scan = async (): Promise<Item[]> => {
    const items: Item[] = [];
    let from: Item | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: name, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  };

  return {
    load: async (given) => {
      tables += 1;
      name = `${tableName}-${tables}`;
      await createTable(plain, name, { stream: false });
      const items = [...given];
      for (let at = 0; at < items.length; at += BATCH) {
        const portion = items.slice(at, at + BATCH).map((item) => ({ PutRequest: { Item: item } }));
        await client.send(new BatchWriteCommand({ RequestItems: { [name]: portion } }));
      }
    },
    send: async (command, diesAfter) => {
      const [outcome] = await Promise.all([perform(command), diesAfter === undefined ? undefined : die(diesAfter)]);
      return outcome;
    },
    get: async (key) =>
      (await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item as Item | undefined,
    contents: async () => new Map((await scan()).map((item) => [`${item['pk']} ${item['sk']}`, item])),
    deaths: () => deaths,
    stop: async () => {
      clearInterval(awake);
      await current.run.stop();
      plain.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The first thing in which two tables differ; undefined when they are the same. */
export const difference = (engine: ReadonlyMap<string, Item>, model: Iterable<Item>): string | undefined => {
  let count = 0;
  for (const item of model) {
    count += 1;
    const key = `${item['pk']} ${item['sk']}`;
    if (!isDeepStrictEqual(engine.get(key), { ...item }))
      return `${key} is ${JSON.stringify(engine.get(key))} on the engine, and was to be ${JSON.stringify(item)}`;
  }
  return count === engine.size ? undefined : `the engine holds ${engine.size} items of ${count}`;
};
