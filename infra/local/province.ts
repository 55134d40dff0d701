import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import type { World } from '../../functions/world.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMembership, saveMembership } from '../../shared/table/memberships.ts';
import type { DemoOptions } from './demo/build.ts';
import { createTable, type Engine, localClient, startEngine } from './engine.ts';
import { folderFiles, writeWhole } from './files.ts';
import { localWorld, SECRET, TABLE } from './local-world.ts';
import { nameOf } from './lock.ts';
import { moveOut, nurseryOf } from './nursery.ts';

/** Written after the last step of the first start: without it, whatever is there is half a market. */
const BUILT = 'built.json';
/** The engine's own files, which must not be removed under a running engine. */
const engineFiles = ['market.db', 'market.db-wal', 'market.db-shm'];
/** What else belongs to the market. The issuer's keys do not: they outlive it. */
const stateFiles = [
  ...['files', 'photos', 'people.json', 'clock.json', 'schedule.json', 'stream.json', 'dead-letters.jsonl'],
  BUILT,
];

/** Builds the province of the first start; `infra/local/demo/build.ts` does. */
export type BuildDemo = (options: DemoOptions) => Promise<unknown>;
export type ProvinceOptions = {
  readonly folder: string;
  readonly buildDemo?: BuildDemo | undefined;
  readonly logger: World['logger'];
  readonly progress?: (sentence: string) => void;
};

const isBuilt = (folder: string) => existsSync(join(folder, BUILT));
const discard = async (folder: string, names: readonly string[]): Promise<void> => {
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
};

/** The first operator, who on AWS is seated by hand: everybody else is granted a role by somebody. */
const seatOperator = async ({ table, now }: World): Promise<void> => {
  if (await getMembership(table, 'operator', 'country')) return;
  const seat = { scope: 'country', role: 'operator', city: null, name: 'Indonesia' } as const;
  const grant = { person: 'operator', grantedBy: 'operator', grantedAt: now(), version: 1 };
  await commit(table, [saveMembership({ ...seat, ...grant })]);
};

/** Puts the province into the engine, unless a whole one is there. */
const furnish = async ({ endpoint }: Engine, options: ProvinceOptions): Promise<void> => {
  const { folder, buildDemo, logger, progress = () => undefined } = options;
  const client = localClient(endpoint);
  if (!(await createTable(client, TABLE))) {
    if (isBuilt(folder)) return;
    // An engine of DYNAMODB_ENDPOINT kept half a market.
    await client.send(new DeleteTableCommand({ TableName: TABLE }));
    await createTable(client, TABLE);
  }
  await discard(folder, stateFiles);
  const now = () => new Date().toISOString();
  const world = localWorld({ client, folder, logger, now });
  const files = folderFiles(join(folder, 'files'));
  const until = now();
  await buildDemo?.({ table: world.table, secret: SECRET, files, until, dir: folder, report: progress });
  // What the schedule fires between here and the first look is not lost to the minutes the build took.
  await writeWhole(join(folder, 'schedule.json'), JSON.stringify({ firedUntil: until }));
  await seatOperator(world);
  client.destroy();
};

const furnished = async (file: string, options: ProvinceOptions): Promise<Engine> => {
  const engine = await startEngine({ file });
  try {
    await furnish(engine, options);
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
};

/**
 * An engine with a whole province in it: the one of the last start, or a new one, also after a first start that was
 * interrupted. A new one grows up in memory where there is room, because a disk that confirms every step takes twice
 * as long, and is moved to the folder when it is whole.
 */
export const openProvince = async (options: ProvinceOptions): Promise<Engine> => {
  const { folder } = options;
  const file = join(folder, 'market.db');
  if (!isBuilt(folder)) {
    await discard(folder, [...engineFiles, ...stateFiles]);
    const nursery = await nurseryOf(nameOf(folder));
    if (nursery) {
      const engine = await furnished(join(nursery, 'market.db'), options);
      await engine.stop();
      await moveOut(nursery, folder);
      await markBuilt(folder);
    }
  }
  const engine = await furnished(file, options);
  await markBuilt(folder);
  return engine;
};

const markBuilt = (folder: string): Promise<void> =>
  isBuilt(folder) ? Promise.resolve() : writeWhole(join(folder, BUILT), `${JSON.stringify({ built: true })}\n`);
