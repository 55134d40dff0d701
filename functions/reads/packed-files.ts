import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Files } from '../files.ts';

/** Writes a value as compressed JSON under a name made of its content, and answers that name. Twice is once. */
export const putPacked = async (files: Files, folder: string, value: unknown): Promise<string> => {
  const text = JSON.stringify(value);
  const key = `${folder}/${createHash('sha256').update(text).digest('hex')}.json.gz`;
  await files.put(key, gzipSync(text), 'application/gzip');
  return key;
};

export const getPacked = async (files: Files, key: string): Promise<unknown> => {
  const bytes = await files.get(key);
  if (!bytes) throw new Error(`file ${key} is missing`);
  return JSON.parse(gunzipSync(bytes).toString('utf8'));
};

/** Writes a value under a name the caller made of its content. */
export const putNamed = (files: Files, key: string, value: unknown): Promise<void> =>
  files.put(key, gzipSync(JSON.stringify(value)), 'application/gzip');
