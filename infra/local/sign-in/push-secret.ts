import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeWhole } from '../files.ts';

/** What this machine's keys for calling browsers are made of, drawn at the first start: who subscribed stays reached. */
export const pushSecretOf = async (folder: string): Promise<string> => {
  const file = join(folder, 'push.json');
  const known = await readJson<{ secret: string }>(file);
  if (known) return known.secret;
  const secret = randomBytes(32).toString('base64url');
  await writeWhole(file, JSON.stringify({ secret }));
  return secret;
};
