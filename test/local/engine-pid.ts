import { readdir, readFile } from 'node:fs/promises';

/** The process of the embedded engine whose file this is, so that no other engine is ever hit. */
export const enginePid = async (file: string): Promise<number> => {
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = (await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (words[0]?.endsWith('dynoxide') && words.includes(file)) return Number(id);
  }
  throw new Error(`no engine of ${file} was found`);
};
