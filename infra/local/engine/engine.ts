import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  DynamoDBServiceException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { Advice } from '../advice.ts';
import { answers, BINARY, type EngineProcess, freePort, spawnEngine } from './engine-process.ts';
import { streamOn, tableShape } from './table-shape.ts';

/** A DynamoDB that answers at `endpoint`. */
export type Engine = {
  readonly endpoint: string;
  /** Ends when the engine is gone for good: it was stopped, or died and could not be started again. */
  readonly exited: Promise<void>;
  /** How often it died and was started again. What failed meanwhile says nothing about what was asked. */
  readonly restarts: () => number;
  readonly answers: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};
export type EngineOptions = {
  /** Where it keeps its tables; in memory when no file is named. */
  readonly file?: string;
  /** Told whenever it died and answers again. */
  readonly onRestart?: () => void;
};

const MISSING =
  'Mesin basis data lokal tidak ditemukan: jalankan "npm ci" di Linux x64, atau isi DYNAMODB_ENDPOINT dengan alamat DynamoDB Local. / ' +
  'The local database engine is missing: run "npm ci" on Linux x64, or set DYNAMODB_ENDPOINT to the address of a DynamoDB Local.';

/**
 * Starts the embedded engine on a free port. DYNAMODB_ENDPOINT, when set, is used instead. The engine ends with this
 * process however that ends, kill -9 included; when the engine is killed and has a file, it is started again.
 */
export const startEngine = async ({ file, onRestart = () => {} }: EngineOptions = {}): Promise<Engine> => {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    if (!URL.canParse(given) || !(await answers(given)))
      throw new Advice(
        `DYNAMODB_ENDPOINT (${given}) tidak menjawab: nyalakan mesinnya atau kosongkan variabel itu. / ` +
          `DYNAMODB_ENDPOINT (${given}) does not answer: start that engine or unset the variable.`,
      );
    const forever = new Promise<void>(() => {});
    return { endpoint: given, exited: forever, restarts: () => 0, answers: () => answers(given), stop: async () => {} };
  }
  if (!existsSync(BINARY)) throw new Advice(MISSING);
  if (file) mkdirSync(dirname(file), { recursive: true });
  const { endpoint, first } = await firstRun(file);
  // In memory everything went with it: a new engine there would be another market.
  if (file) {
    indexStreamRecords(file);
    return keptAlive(endpoint, file, first, onRestart);
  }
  return { ...first, endpoint, restarts: () => 0, answers: () => answers(endpoint) };
};

const ATTEMPTS = 3;
const firstRun = async (file: string | undefined): Promise<{ endpoint: string; first: EngineProcess }> => {
  for (let attempt = 1; ; attempt++) {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const first = await spawnEngine(endpoint, file);
    if (typeof first !== 'string') return { endpoint, first };
    // Another process may have taken the free port in between.
    if (attempt === ATTEMPTS)
      throw new Advice(
        `Mesin basis data lokal berhenti saat dinyalakan (${first}); coba lagi, atau hapus folder .local. / ` +
          'The local database engine stopped while starting; try again, or delete the folder .local.',
      );
  }
};

/** An engine that dies more often than this in a minute will not get better by being started again. */
const MOST_DEATHS = 5;
const MINUTE_MS = 60_000;

/** Starts the engine again at its address whenever it ends without being asked to: its file survives any death. */
const keptAlive = (endpoint: string, file: string, first: EngineProcess, onRestart: () => void): Engine => {
  let current = first;
  let stopping = false;
  let deaths: number[] = [];
  let restarts = 0;
  const again = async (): Promise<boolean> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const next = await spawnEngine(endpoint, file);
      if (typeof next === 'string') continue;
      current = next;
      return true;
    }
    return false;
  };
  const live = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      deaths = [...deaths.filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
      if (stopping || deaths.length > MOST_DEATHS) return;
      restarts += 1;
      if (!(await again())) return;
      if (stopping) await current.stop();
      else onRestart();
    }
  };
  const exited = live();
  const stop = async () => {
    stopping = true;
    await current.stop();
    await exited;
  };
  return { endpoint, exited, restarts: () => restarts, answers: () => answers(endpoint), stop };
};

/**
 * The engine (dynoxide 1.2.1) looks for the last record of a table's stream with every write, and keeps no index to find
 * it by: the fifty thousandth write would take fifty times as long as the first. Its file is SQLite, so we give it one, as
 * soon as the engine has made its tables in it: before anybody writes, in a new file too.
 */
const indexStreamRecords = (file: string): void => {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_stream_records'").get();
  if (known)
    database.exec(
      'CREATE INDEX IF NOT EXISTS _stream_records_last ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  database.close();
};

export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
export const localRegion = 'ap-southeast-3';
/** What every request carries in place of a signature: an engine on this machine looks at who asks, and knows no key. */
export const unsigned = {
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/20260101/${localRegion}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
} as const;
/** To sign takes a quarter of a call's CPU. */
const signer: NonNullable<DynamoDBClientConfig['signer']> = {
  sign: async (request) => Object.assign(request, { headers: { ...request.headers, ...unsigned } }),
};
/** A client with made-up credentials. The engine has one writer, so more sockets would only wait in line. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    signer,
    requestHandler: { httpAgent: { maxSockets: 16 }, connectionTimeout: 5_000, requestTimeout: 60_000 },
  });

/** Creates the table as the schema says, with its stream unless told. Answers false when it was there already. */
export const createTable = async (client: DynamoDBClient, name: string, { stream = true } = {}): Promise<boolean> => {
  try {
    await client.send(
      new CreateTableCommand({
        ...tableShape(name),
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: stream ? streamOn : { StreamEnabled: false },
      }),
    );
  } catch (error) {
    if (error instanceof DynamoDBServiceException && error.name === 'ResourceInUseException') return false;
    throw error;
  }
  await waitUntilTableExists({ client, minDelay: 0.05, maxDelay: 1, maxWaitTime: 20 }, { TableName: name });
  return true;
};

/** Switches a table's stream on: what was loaded before is no news to hand to its consumers. */
export const switchStreamOn = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  if (Table?.StreamSpecification?.StreamEnabled) return;
  await client.send(new UpdateTableCommand({ TableName, StreamSpecification: streamOn }));
};
