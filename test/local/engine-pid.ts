import { readdir, readFile } from 'node:fs/promises';

/** The process whose command line has these words, so that no other of its kind is ever hit. */
const pidWith = async (is: (words: readonly string[]) => boolean, what: string): Promise<number> => {
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = (await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (is(words)) return Number(id);
  }
  throw new Error(`${what} was not found`);
};

/** The embedded engine whose file this is. */
export const enginePid = (file: string): Promise<number> =>
  pidWith((words) => (words[0]?.endsWith('dynoxide') ?? false) && words.includes(file), `an engine of ${file}`);

/** What works apart for the market in this folder, while it does. */
export const workerPid = (folder: string): Promise<number> =>
  pidWith(
    (words) => words.includes(folder) && words.some((word) => word.endsWith('work-process.ts')),
    `a worker of ${folder}`,
  );
