/*
 * npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]
 *
 * Computes a closed month again from the input that was kept with it and says `match`, or where it differs. Reads the
 * market in .local (a copy, so it may be running), or TABLE_NAME and FILES_BUCKET on AWS. Ends with 1 unless it matches.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { verifyMonth } from '../functions/equity/verify-month.ts';
import { type Files, s3Files } from '../functions/files.ts';
import { documentClient, makeWorld, type World } from '../functions/world.ts';
import { localClient, startEngine } from '../infra/local/engine.ts';
import { folderFiles } from '../infra/local/files.ts';
import { localFolder } from '../infra/local/folder.ts';
import { localWorld, TABLE } from '../infra/local/local-world.ts';
import { Month } from '../shared/domain/month.ts';

class Mistake extends Error {}

const asked = () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { revision: { type: 'string' } } });
  const [place = '', month = ''] = positionals;
  const revision = values.revision === undefined ? undefined : Number(values.revision);
  if (!/^(\d{2}\.\d{2}|\d{2}|ID)$/.test(place) || !Month.safeParse(month).success || positionals.length !== 2)
    throw new Mistake('Tulis wilayah dan bulan: npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]');
  if (revision !== undefined && !(Number.isInteger(revision) && revision > 0))
    throw new Mistake('--revision adalah angka mulai 1.');
  return { place, month, ...(revision === undefined ? {} : { revision }) };
};

type Opened = { world: World; files: Files; close: () => Promise<void> };
const silent = { info: () => {}, warn: () => {}, error: console.error };

const openLocal = async (): Promise<Opened> => {
  const folder = process.env['LOCAL_FOLDER'] ?? localFolder;
  if (!existsSync(join(folder, 'market.db')))
    throw new Mistake(`Belum ada pasar di ${folder}: jalankan npm start dulu.`);
  const copy = await mkdtemp(join(tmpdir(), 'verify-snapshot-'));
  for (const name of ['market.db', 'market.db-wal', 'market.db-shm'])
    if (existsSync(join(folder, name))) await copyFile(join(folder, name), join(copy, name));
  const engine = await startEngine({ file: join(copy, 'market.db') });
  const client = localClient(engine.endpoint);
  const world = localWorld({ client, folder: copy, logger: silent, now: () => new Date().toISOString() });
  const close = async () => {
    client.destroy();
    await engine.stop();
    await rm(copy, { recursive: true, force: true });
  };
  return {
    world: { ...world, table: { ...world.table, name: TABLE } },
    files: folderFiles(join(folder, 'files')),
    close,
  };
};

const openAws = async (tableName: string, bucket: string): Promise<Opened> => {
  const client = documentClient(new DynamoDBClient({}));
  // Nothing is sealed or opened here: snapshots hold no identity.
  const world = makeWorld({ client, tableName, secret: 'not used', logger: silent });
  return { world, files: s3Files(bucket), close: async () => {} };
};

try {
  const where = asked();
  const { TABLE_NAME, FILES_BUCKET } = process.env;
  const { world, files, close } =
    TABLE_NAME && FILES_BUCKET ? await openAws(TABLE_NAME, FILES_BUCKET) : await openLocal();
  try {
    const result = await verifyMonth(world, files, where);
    const of = `${where.place} ${where.month}`;
    if (result.verdict === 'impossible') throw new Mistake(`${of}: tidak dapat dihitung ulang, ${result.why}`);
    const { revision, hash } = result.snapshot;
    console.log(`${of} revisi ${revision}: ${result.verdict} ${hash}`);
    if (result.verdict === 'differs') {
      for (const { at, stored, computed } of result.differences)
        console.log(`  ${at}: tersimpan ${stored}, dihitung ${computed}`);
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
} catch (error) {
  if (!(error instanceof Mistake) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
