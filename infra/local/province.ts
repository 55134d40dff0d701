import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../functions/clock.ts';
import { documentClient, type World } from '../../functions/world.ts';
import { PICTURED } from './demo/pictures/hanging.ts';
import { createTable, type Engine, localClient, startEngine, switchStreamOn } from './engine/engine.ts';
import { dropTable, MARKET_DB } from './engine/load-table.ts';
import { writeWhole } from './files.ts';
import { seatOperator } from './first-operator.ts';
import type { Grow, Growing } from './first-start/growing.ts';
import { localWorld, TABLE } from './local-world.ts';

/** Written after the last step of the first start: without it, whatever is there is half a market. */
const BUILT = 'built.json';
/** What belongs to the market. The issuer's keys do not: they outlive it. */
const marketFiles = [
  MARKET_DB,
  `${MARKET_DB}-wal`,
  `${MARKET_DB}-shm`,
  'files',
  'photos',
  'people.json',
  'clock.json',
  'schedule.json',
  'stream.json',
  'dead-letters.jsonl',
  PICTURED,
  BUILT,
];

export type ProvinceOptions = {
  readonly folder: string;
  /** Makes the province of the first start; without it the market begins with its operator alone. */
  readonly grow?: Grow | undefined;
  readonly logger: World['logger'];
  /** Where people reach the market. */
  readonly origin: string;
  readonly progress?: (sentence: string) => void;
};

const isBuilt = (folder: string): boolean => existsSync(join(folder, BUILT));

/** Removes what an interrupted first start left, drafts of the engine's file included. */
const discard = async (folder: string): Promise<void> => {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith('draft-'));
  await Promise.all(
    [...marketFiles, ...drafts].map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
};

/** An engine whose stream begins behind everything that was loaded; the mark of a whole market comes last. */
const openNew = async (folder: string, until: string, logger: World['logger'], engine: Engine): Promise<void> => {
  const client = localClient(engine.endpoint);
  if (!(await createTable(client, TABLE))) await switchStreamOn(client, TABLE);
  // What the schedule fires between here and the first look is not lost to the seconds the build took.
  await writeWhole(join(folder, 'schedule.json'), JSON.stringify({ firedUntil: until }));
  // On AWS the first operator is seated by hand.
  const { table, now } = localWorld({ client: documentClient(client), folder, logger, now: systemClock });
  await seatOperator(table, 'operator', now());
  client.destroy();
  await writeWhole(join(folder, BUILT), `${JSON.stringify({ built: true })}\n`);
};

/**
 * An engine with a whole province in it: the one of the last start, or a new one, also after a first start that was
 * interrupted. `meanwhile` is told of a province that has to grow first.
 */
export const openProvince = async (
  options: ProvinceOptions,
  meanwhile: (growing: Growing) => void = () => undefined,
): Promise<Engine> => {
  const { folder, grow, logger, origin, progress = () => undefined } = options;
  const onRestart = () => logger.warn('Mesin basis data berhenti sendiri dan sudah dinyalakan lagi.');
  const open = () => startEngine({ file: join(folder, MARKET_DB), onRestart });
  if (isBuilt(folder)) return open();
  const until = systemClock();
  await discard(folder);
  // Somebody else's engine is not in our folder, and may not answer at all.
  if (process.env.DYNAMODB_ENDPOINT) await dropTable(localClient((await open()).endpoint), TABLE);
  const growing = grow?.({ folder, until, origin, report: progress });
  if (growing) {
    meanwhile(growing);
    await growing.grown;
  }
  const engine = await open();
  try {
    await openNew(folder, until, logger, engine);
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
};
