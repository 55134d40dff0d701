import { randomUUID } from 'node:crypto';
import { clockOf } from '../functions/clock.ts';
import type { Files, SiteFiles } from '../functions/files.ts';
import { documentClient, makeWorld, type World } from '../functions/world.ts';
import { createTable, type Engine, localClient, startEngine } from '../infra/local/engine/engine.ts';
import { randomId } from '../shared/domain/basics/id.ts';
import { signerOf } from '../shared/domain/basics/keys/signature.ts';
import type { Table } from '../shared/table/engine/table.ts';
import { triedTable } from './tried-table.ts';

const ENDPOINT = 'TEST_ENGINE_ENDPOINT';

/** vitest's globalSetup: one engine in memory for the whole run, handed to the workers by their environment. */
export const setup = async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env[ENDPOINT]) return undefined;
  const engine = await startEngine();
  process.env[ENDPOINT] = engine.endpoint;
  return engine.stop;
};

let own: Promise<Engine> | undefined;
/** Outside vitest (bench, simulator) the first caller starts an engine, which ends with the process. */
export const engineEndpoint = async (): Promise<string> => {
  own ??= process.env[ENDPOINT] ? undefined : startEngine();
  return process.env[ENDPOINT] ?? (await own)?.endpoint ?? '';
};

/** A new empty table on the real engine, nobody else's; with a stream only when asked, because each record costs. */
export const engineTable = async (options: { stream?: boolean } = {}): Promise<Table> => {
  const client = localClient(await engineEndpoint());
  const name = `test-${randomUUID()}`;
  await createTable(client, name, { stream: options.stream ?? false });
  return {
    client: documentClient(client),
    name,
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** attempt)),
  };
};

let tried: Promise<Table> | undefined;
const tryingTable = (): Promise<Table> => {
  tried ??= engineTable();
  return tried;
};

/**
 * A new empty table, nobody else's. Where many routes are asked (TEST_TABLE=memory) it is one in memory, and each kind of
 * command that reaches it is tried on the engine too; an engine named by DYNAMODB_ENDPOINT is asked everything.
 */
export const freshTable = async (): Promise<Table> =>
  process.env['TEST_TABLE'] === 'memory' && !process.env['DYNAMODB_ENDPOINT'] ? triedTable(tryingTable) : engineTable();

const nothing = () => {};
const silent = {
  logger: { info: nothing, warn: nothing, error: console.error } as World['logger'],
};

/** Files that live as long as the test. */
export const memoryFiles = (): Files => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (key, bytes) => {
      kept.set(key, bytes.slice());
    },
    get: async (key) => kept.get(key)?.slice(),
  };
};

/** The least a page is made of. */
const SHELL =
  '<!doctype html><html lang="id"><head><!--about--></head><body><!--body--><!--page--><!--office--></body></html>';

/** A site that lives as long as the test, with a shell and an address. */
export const memorySite = (): SiteFiles & { readonly texts: () => ReadonlyMap<string, string> } => {
  const kept = new Map<string, Buffer>([
    ['shells/public.html', Buffer.from(SHELL)],
    ['shells/site.json', Buffer.from(JSON.stringify({ origin: 'https://pasar.example' }))],
  ]);
  const tagOf = (key: string) => kept.get(key)?.toString('latin1');
  return {
    get: async (key) => {
      const bytes = kept.get(key);
      return bytes && { bytes, tag: bytes.toString('latin1') };
    },
    replace: async (key, bytes, _type, tag) => {
      if (tagOf(key) !== tag) return false;
      kept.set(key, Buffer.from(bytes));
      return true;
    },
    texts: () => new Map([...kept].map(([key, bytes]) => [key, bytes.toString('utf8')])),
  };
};

/** Whose clock a test moves by hand. */
export type Clock = { now: () => string; set: (instant: string) => void; pass: (milliseconds: number) => void };
export const testClock = (start = '2026-11-10T09:00:00.000+07:00'): Clock => {
  let at = Date.parse(start);
  return {
    now: clockOf(() => at),
    set: (instant) => {
      at = Date.parse(instant);
    },
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
};

/** A world on a new table (or the one given), silent; `logger` catches faults when a test wants to see them. */
export const testWorld = async (
  options: {
    now?: () => string;
    newId?: (prefix: string) => string;
    table?: Table;
    logger?: World['logger'];
    photos?: Files;
    files?: Files;
    push?: World['push'];
    couriers?: World['couriers'];
    site?: SiteFiles;
  } = {},
): Promise<World> => {
  const table = options.table ?? (await freshTable());
  return makeWorld({
    ...silent,
    client: table.client,
    tableName: table.name,
    secret: 'only for tests',
    origin: 'https://pasar.contoh.id',
    now: options.now ?? (() => new Date().toISOString()),
    newId: options.newId ?? randomId,
    pause: table.pause,
    photos: options.photos ?? memoryFiles(),
    files: options.files ?? memoryFiles(),
    push: options.push ?? { publicKey: 'only for tests', send: async () => 'sent' },
    ...(options.couriers ? { couriers: options.couriers } : {}),
    signer: signerOf('only for tests'),
    site: options.site ?? memorySite(),
    ...(options.logger ? { logger: options.logger } : {}),
  });
};
