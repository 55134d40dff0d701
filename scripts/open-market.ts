import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Files } from '../functions/files.ts';
import { s3Files } from '../functions/s3-files.ts';
import { documentClient, makeWorld, type World } from '../functions/world.ts';
import { Advice } from '../infra/local/advice.ts';
import { localClient, startEngine } from '../infra/local/engine/engine.ts';
import { folderFiles } from '../infra/local/files.ts';
import { localFolder } from '../infra/local/folder.ts';
import { localWorld, TABLE } from '../infra/local/local-world.ts';

type Opened = { world: World; files: Files; close: () => Promise<void> };
const silent = { info: () => {}, warn: () => {}, error: console.error };

const openLocal = async (): Promise<Opened> => {
  const folder = process.env['LOCAL_FOLDER'] ?? localFolder;
  if (!existsSync(join(folder, 'market.db')))
    throw new Advice(`Belum ada pasar di ${folder}: jalankan npm start dulu.`);
  const copy = await mkdtemp(join(tmpdir(), 'pasar-rata-'));
  for (const name of ['market.db', 'market.db-wal', 'market.db-shm'])
    if (existsSync(join(folder, name))) await copyFile(join(folder, name), join(copy, name));
  const engine = await startEngine({ file: join(copy, 'market.db') });
  const client = localClient(engine.endpoint);
  const world = localWorld({
    client: documentClient(client),
    folder: copy,
    logger: silent,
    now: () => new Date().toISOString(),
  });
  const files = folderFiles(join(folder, 'files'));
  const close = async () => {
    client.destroy();
    await engine.stop();
    await rm(copy, { recursive: true, force: true });
  };
  return {
    world: { ...world, table: { ...world.table, name: TABLE }, files },
    files,
    close,
  };
};

const openAws = async (tableName: string, bucket: string): Promise<Opened> => {
  const client = documentClient(new DynamoDBClient({}));
  // Nothing is sealed or opened here: what is read holds no identity.
  const files = s3Files(bucket);
  const world = makeWorld({ client, tableName, secret: 'not used', logger: silent, files });
  return { world, files, close: async () => {} };
};

/** The market to look into: of AWS when TABLE_NAME and FILES_BUCKET say so, else a copy of the one in .local. */
const openMarket = (): Promise<Opened> => {
  const { TABLE_NAME, FILES_BUCKET } = process.env;
  return TABLE_NAME && FILES_BUCKET ? openAws(TABLE_NAME, FILES_BUCKET) : openLocal();
};

/** Looks into the market, and closes it behind, whatever was found. */
export const inMarket = async <T>(look: (market: Opened) => Promise<T>): Promise<T> => {
  const market = await openMarket();
  try {
    return await look(market);
  } finally {
    await market.close();
  }
};
