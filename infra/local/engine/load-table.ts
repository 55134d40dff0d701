import { spawn } from 'node:child_process';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { BatchWriteItemCommand, DeleteTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type IndexName, indexes } from '../../../shared/table/engine/schema.ts';
import type { Item } from '../memory/item.ts';
import { createTable, localClient } from './engine.ts';
import { BINARY } from './engine-process.ts';
import { rowOf } from './engine-rows.ts';
import { tableShape } from './table-shape.ts';

/** The engine's file in the market's folder. */
export const MARKET_DB = 'market.db';

/**
 * Loads a table whole, its stream off: into the engine's file of a folder, or into the engine of DYNAMODB_ENDPOINT. What
 * an earlier attempt left half loaded is replaced.
 */
export const loadTable = (folder: string, name: string, items: Iterable<Item>): Promise<void> => {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  return endpoint ? writeAll(endpoint, name, items) : fill(folder, name, items);
};

/** Items a turn: between two turns others get theirs. */
const TURN = 200;

/**
 * The engine makes its empty table in a draft and we write its rows, for a third of what its own import costs; a draft that is
 * whole, and on the disk, takes the file's place.
 */
const fill = async (folder: string, name: string, items: Iterable<Item>): Promise<void> => {
  const draft = join(folder, `draft-${process.pid}`);
  const made = await emptyTable(draft, name);
  const database = new DatabaseSync(made);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
  const row = database.prepare(
    `INSERT INTO "${name}" (pk, sk, item_json, item_size, hash_prefix) VALUES (?, ?, ?, ?, ?)`,
  );
  const listing = Object.fromEntries(
    Object.keys(indexes).map((index) => [
      index,
      database.prepare(
        `INSERT INTO "${name}::gsi::${index}" (gsi_pk, gsi_sk, table_pk, table_sk, item_json) VALUES (?, ?, ?, ?, ?)`,
      ),
    ]),
  ) as Record<IndexName, StatementSync>;
  let count = 0;
  for (const item of items) {
    const { pk, sk, json, bytes, prefix, listed } = rowOf(item);
    row.run(pk, sk, json, bytes, prefix);
    for (const { index, ...list } of listed) listing[index].run(list.pk, list.sk, pk, sk, list.json);
    count += 1;
    if (count % TURN === 0) await setImmediate();
  }
  database.exec('COMMIT; PRAGMA journal_mode = WAL');
  database.close();
  await onDisk(made);
  await rename(made, join(folder, MARKET_DB));
  await rm(draft, { recursive: true, force: true });
};

const onDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
};

/** A file of the engine's with the table in it, made by the import of an export that holds nothing. */
const emptyTable = async (draft: string, name: string): Promise<string> => {
  await importExport(draft, name, '');
  return join(draft, MARKET_DB);
};

/** The engine's own import of an export of DynamoDB (lines of `{"Item":…}`) into a file of that folder. */
export const importExport = async (draft: string, name: string, lines: string): Promise<void> => {
  const data = join(draft, 'export', name, 'data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'items.json.gz'), gzipSync(lines));
  await writeFile(join(draft, 'schema.json'), JSON.stringify([{ Table: tableShape(name) }]));
  const words = { source: 'export', schema: 'schema.json', output: MARKET_DB };
  await runEngine(['import', ...Object.entries(words).flatMap(([word, part]) => [`--${word}`, join(draft, part)])]);
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
