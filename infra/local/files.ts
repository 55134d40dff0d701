import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files, SiteFiles } from '../../functions/files.ts';

/** Keys are ours, but a photo's name comes from outside: only plain segments, never a way out of the folder. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}$/;
const pathOf = (folder: string, key: string): string => {
  const segments = key.split('/');
  if (!segments.every((segment) => SEGMENT.test(segment))) throw new Error(`refused file key ${JSON.stringify(key)}`);
  return join(folder, ...segments);
};

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Writes beside the target and renames, so a reader or a crash never meets half a file. */
export const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.draft`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, path);
};

/** The file's JSON, or undefined when there is none yet: of files this market itself wrote in this form, so they are believed. */
export const readJson = async <T>(path: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

export const folderFiles = (folder: string): Files => ({
  put: (key, bytes) => writeWhole(pathOf(folder, key), bytes),
  get: async (key) => {
    try {
      return new Uint8Array(await readFile(pathOf(folder, key)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});

const tagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The site on one machine: pages below one folder, the shells they are made of below another. One process writes, and of
 * it one at a time a file, so that comparing and writing are one step as in S3.
 */
export const folderSite = (pagesIn: string, shellsIn: string): SiteFiles => {
  const places = new Map([
    ['pages', folderFiles(pagesIn)],
    ['shells', folderFiles(shellsIn)],
  ]);
  const under = (key: string): Files => {
    const files = places.get(key.split('/')[0] ?? '');
    if (!files) throw new Error(`${key} is no part of the site`);
    return files;
  };
  const get: SiteFiles['get'] = async (key) => {
    const bytes = await under(key).get(key);
    return bytes && { bytes, tag: tagOf(bytes) };
  };
  const writing = new Map<string, Promise<unknown>>();
  const replace: SiteFiles['replace'] = (key, bytes, _type, tag) => {
    const write = (writing.get(key) ?? Promise.resolve()).then(async () => {
      if ((await get(key))?.tag !== tag) return false;
      await under(key).put(key, bytes);
      return true;
    });
    const settled: Promise<unknown> = write.then(
      () => undefined,
      () => undefined,
    );
    writing.set(key, settled);
    void settled.then(() => {
      if (writing.get(key) === settled) writing.delete(key);
    });
    return write;
  };
  return { get, replace };
};
