import { rmSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A year of the demo province takes 60 MB; containers often have no more than 64. */
const ROOM_BYTES = 512 * 1024 * 1024;

const isRoomy = (): Promise<boolean> =>
  statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize > ROOM_BYTES,
    () => false,
  );

/** A folder in memory for one market to grow up in, or undefined where there is none. */
export const nurseryOf = async (id: string): Promise<string | undefined> => {
  if (process.env.DYNAMODB_ENDPOINT || !(await isRoomy())) return undefined;
  const folder = join(MEMORY, `pasar-rata-${id}`);
  // What a killed first start left behind.
  await rm(folder, { recursive: true, force: true });
  // However this process ends but by kill -9, nothing stays in memory.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return mkdir(folder).then(
    () => folder,
    () => undefined,
  );
};

/** Moves the grown files, log included, once their engine has stopped. */
export const moveOut = async (nursery: string, folder: string): Promise<void> => {
  for (const name of await readdir(nursery)) await copyFile(join(nursery, name), join(folder, name));
  await rm(nursery, { recursive: true, force: true });
};
