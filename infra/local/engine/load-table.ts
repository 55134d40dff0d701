import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BatchWriteItemCommand, DeleteTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '../memory/item.ts';
import { createTable, localClient } from './engine.ts';
import { BINARY } from './engine-process.ts';
import { tableShape } from './table-shape.ts';

/** The engine's file in the market's folder. */
export const MARKET_DB = 'market.db';

/**
 * Loads a table whole, its stream off: into the engine's file of a folder, or into the engine of DYNAMODB_ENDPOINT. What
 * an earlier attempt left half loaded is replaced.
 */
export const loadTable = (folder: string, name: string, items: Iterable<Item>): Promise<void> => {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  return endpoint ? writeAll(endpoint, name, items) : importAll(folder, name, items);
};

/** Items a turn: between two turns others get theirs. */
const LINES = 200;
function* exported(items: Iterable<Item>): Generator<string> {
  let lines = '';
  let count = 0;
  for (const item of items) {
    lines += `${JSON.stringify({ Item: marshall(item) })}\n`;
    count += 1;
    if (count % LINES > 0) continue;
    yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}

/**
 * The engine's own import of a DynamoDB export: three times as fast as writing, and right in every index. It fills a
 * draft that takes the file's place when it is whole; a process of its own name, because a killed start may still import.
 */
const importAll = async (folder: string, name: string, items: Iterable<Item>): Promise<void> => {
  const draft = join(folder, `draft-${process.pid}`);
  const data = join(draft, 'export', name, 'data');
  await mkdir(data, { recursive: true });
  const level = { level: 1 };
  await pipeline(Readable.from(exported(items)), createGzip(level), createWriteStream(join(data, 'items.json.gz')));
  await writeFile(join(draft, 'schema.json'), JSON.stringify([{ Table: tableShape(name) }]));
  const [source, schema, output] = ['export', 'schema.json', MARKET_DB].map((part) => join(draft, part)) as [
    string,
    string,
    string,
  ];
  await runEngine(['import', '--source', source, '--schema', schema, '--output', output]);
  await rename(output, join(folder, MARKET_DB));
  await rm(draft, { recursive: true, force: true });
};

const runEngine = (words: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(BINARY, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (data: Buffer) => {
      output = (output + data.toString('utf8')).slice(-500);
    });
    child.once('error', reject).once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the engine did not import (${code}): ${output.trim()}`));
    });
  });

const BATCH = 25;
const AT_ONCE = 8;

/** Any other engine is written to, batch by batch. */
const writeAll = async (endpoint: string, name: string, items: Iterable<Item>): Promise<void> => {
  const client = localClient(endpoint);
  await dropTable(client, name);
  await createTable(client, name, { stream: false });
  const rest = items[Symbol.iterator]();
  const batch = () => [...take(rest, BATCH)].map((item) => ({ PutRequest: { Item: marshall(item) } }));
  const write = async () => {
    for (let requests = batch(); requests.length > 0; ) {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
      const left = UnprocessedItems?.[name] ?? [];
      requests = left.length > 0 ? (left as typeof requests) : batch();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  client.destroy();
};

function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken++) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}

/** Removes a table, if it is there. */
export const dropTable = async (client: ReturnType<typeof localClient>, name: string): Promise<void> => {
  try {
    await client.send(new DeleteTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
};
