import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { indexes, keyNames } from '../../shared/table/engine/schema.ts';
import { Advice } from './advice.ts';

/** A DynamoDB that answers at `endpoint`; `exited` ends when it does, whoever ended it. */
export type Engine = {
  readonly endpoint: string;
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
};

const BINARY = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const MISSING =
  'Mesin basis data lokal tidak ditemukan: jalankan "npm ci" di Linux x64, atau isi DYNAMODB_ENDPOINT dengan alamat DynamoDB Local. / ' +
  'The local database engine is missing: run "npm ci" on Linux x64, or set DYNAMODB_ENDPOINT to the address of a DynamoDB Local.';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );

/**
 * Starts the embedded engine on a free port: in a file, or in memory when no file is named. DYNAMODB_ENDPOINT, when
 * set, is used instead. The engine ends with this process however that ends, kill -9 included.
 */
export const startEngine = async ({ file }: { file?: string } = {}): Promise<Engine> => {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    if (!URL.canParse(given) || !(await answers(given)))
      throw new Advice(
        `DYNAMODB_ENDPOINT (${given}) tidak menjawab: nyalakan mesinnya atau kosongkan variabel itu. / ` +
          `DYNAMODB_ENDPOINT (${given}) does not answer: start that engine or unset the variable.`,
      );
    return { endpoint: given, exited: new Promise(() => {}), stop: async () => {} };
  }
  if (!existsSync(BINARY)) throw new Advice(MISSING);
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    indexStreamRecords(file);
  }
  for (let attempt = 1; ; attempt++) {
    const started = await spawnEngine(file);
    if (typeof started !== 'string') return started;
    // Another process may have taken the free port in between.
    if (attempt === 3)
      throw new Advice(
        `Mesin basis data lokal berhenti saat dinyalakan (${started}); coba lagi, atau hapus folder .local. / ` +
          'The local database engine stopped while starting; try again, or delete the folder .local.',
      );
  }
};

const spawnEngine = async (file: string | undefined): Promise<Engine | string> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  // Its own process group: Ctrl-C reaches us alone, and we stop the engine after the last write.
  const child = spawn(BINARY, ['serve', '--port', String(port), ...(file ? ['--db-path', file] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const guard = guardOf(child);
  let words = '';
  let ended = false;
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString('utf8')).slice(-500);
  });
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      guard.kill('SIGKILL');
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const stop = (): Promise<void> => {
    child.ref();
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
    return exited.finally(() => clearTimeout(hard));
  };
  for (let tries = 0; tries < 500 && !ended; tries++) {
    if ((await answers(endpoint)) && !ended) {
      for (const handle of [child, guard, child.stderr, guard.stdin]) (handle as { unref?: () => void }).unref?.();
      return { endpoint, exited, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await stop();
  return words.trim().replaceAll('\n', ' ') || 'no answer';
};

/** Waits on a pipe that closes when this process is gone, even killed, then ends the engine. */
const guardOf = (child: ChildProcess): ChildProcess =>
  spawn('/bin/sh', ['-c', `read _; kill ${child.pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });

/**
 * The engine (dynoxide 1.2.1) looks for the last record of a table's stream with every write, and keeps no index to find
 * it by: the fifty thousandth write would take fifty times as long as the first. Its file is SQLite, so we give it one.
 */
const indexStreamRecords = (file: string): void => {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_stream_records'").get();
  if (known)
    database.exec(
      'CREATE INDEX IF NOT EXISTS _stream_records_last ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  database.close();
};

/** A client with made-up credentials. The engine has one writer, so more sockets would only wait in line. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
export const localRegion = 'ap-southeast-3';
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    requestHandler: { httpAgent: { maxSockets: 16 }, connectionTimeout: 5_000, requestTimeout: 60_000 },
  });

/** Creates the table as the schema says, with its stream unless told. Answers false when it was there already. */
export const createTable = async (client: DynamoDBClient, name: string, { stream = true } = {}): Promise<boolean> => {
  const lists = Object.entries(indexes);
  const keys = [keyNames, ...lists.map(([, index]) => index)].flatMap(({ partition, sort }) => [partition, sort]);
  const schema = ({ partition, sort }: { partition: string; sort: string }) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
        KeySchema: schema(keyNames),
        GlobalSecondaryIndexes: lists.map(([IndexName, index]) => ({
          IndexName,
          KeySchema: schema(index),
          Projection:
            index.shown.length > 0
              ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.shown] }
              : { ProjectionType: 'KEYS_ONLY' as const },
        })),
        StreamSpecification: stream
          ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' }
          : { StreamEnabled: false },
      }),
    );
  } catch (error) {
    if (error instanceof DynamoDBServiceException && error.name === 'ResourceInUseException') return false;
    throw error;
  }
  await waitUntilTableExists({ client, minDelay: 0.05, maxDelay: 1, maxWaitTime: 20 }, { TableName: name });
  return true;
};
