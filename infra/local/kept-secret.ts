import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeWhole } from './files.ts';

/** What this machine's keys of a kind are made of, drawn at the first start: who subscribed is reached, what was signed holds. */
export const keptSecretOf = async (folder: string, kind: 'push' | 'signing'): Promise<string> => {
  const file = join(folder, `${kind}.json`);
  const known = await readJson<{ secret: string }>(file);
  if (known) return known.secret;
  const secret = randomBytes(32).toString('base64url');
  await writeWhole(file, JSON.stringify({ secret }));
  return secret;
};
