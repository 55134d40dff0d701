import { createHash } from 'node:crypto';
import type { SiteFiles } from '../files.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

/** A file of the site before it is written: its text, without the stamp of its writing. */
export type Made = {
  readonly key: string;
  readonly text: string;
  /** Only where there is a file already. */
  readonly onlyOver?: boolean;
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
};
const kindOf = (key: string): string => key.split('.').at(-1) ?? '';

/*
 * Every writing is stamped, so that a file that was changed and changed back is not taken for the one that was read:
 * its tag in the bucket is another one. The stamp is no part of what the page says.
 */
const stamped = ({ key, text }: Made, stamp: string): string => {
  const kind = kindOf(key);
  if (kind === 'json') return text.replace(/\}\s*$/, `,"written":"${stamp}"}`);
  return kind === 'txt' ? `${text}\n# ${stamp}\n` : `${text.trimEnd()}\n<!-- ${stamp} -->\n`;
};
const unstamped = (key: string, text: string): string => {
  const kind = kindOf(key);
  if (kind === 'json') return text.replace(/,"written":"[^"]*"\}$/, '}');
  return kind === 'txt' ? text.replace(/\n# [^\n]*\n$/, '') : text.replace(/\n<!-- [^>]* -->\n$/, '');
};
const plain = ({ key, text }: Made): string => (kindOf(key) === 'json' ? text.trim() : text.trimEnd());

const ATTEMPTS = 6;
const AT_ONCE = 16;

type Writing = Pick<World, 'now' | 'newId'> & { readonly site: SiteFiles };

/** A file as it was before anything was read for the page that may replace it: this writing of it, and what it says. */
export type Before = { readonly tag: string; readonly says: string } | undefined;
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Files as they are now, by key: the first thing to be read, and little of each is kept. */
export const readBefore = async (
  { site }: Pick<Writing, 'site'>,
  keys: readonly string[],
): Promise<Map<string, Before>> => {
  const before = new Map<string, Before>();
  await inParallel(keys, AT_ONCE, async (key) => {
    const found = await site.get(key);
    const says = found && digest(unstamped(key, Buffer.from(found.bytes).toString('utf8')));
    before.set(key, found && { tag: found.tag, says: says ?? '' });
  });
  return before;
};

const write = (world: Writing, made: Made, before: Before): Promise<boolean> => {
  if (!before && made.onlyOver) return Promise.resolve(true);
  if (before?.says === digest(plain(made))) return Promise.resolve(true);
  const stamp = `${world.now()} ${world.newId('pge')}`;
  const bytes = Buffer.from(stamped({ ...made, text: plain(made) }, stamp));
  return world.site.replace(made.key, bytes, types[kindOf(made.key)] ?? 'application/octet-stream', before?.tag);
};

type Start = {
  /** Files that were read before anything else was, where several pages are made of one reading. */
  readonly read?: ReadonlyMap<string, Before> | undefined;
  /** Forgets what was read for the pages: a file changed, so they are made again from what is true then. */
  readonly forget?: () => void;
};

/**
 * Writes files that are made of one reading of the table, so that an older page never comes over a newer one, however
 * late it is: first the files as they are, then what is true, then each file over the very one that was read. Where
 * somebody wrote in between, that file is made again from a new reading; two pages' text that says the same is one, and
 * is left as it is.
 * @throws when a file changed under every attempt: the event comes again
 */
export const publish = async (
  world: Writing,
  keys: readonly string[],
  make: (keys: readonly string[]) => Promise<readonly Made[]>,
  { read, forget }: Start = {},
): Promise<void> => {
  let left = keys;
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
    const known = attempt === 0 && read && left.every((key) => read.has(key)) ? read : undefined;
    const before = known ?? (await readBefore(world, left));
    if (!known) forget?.();
    const conflicts: string[] = [];
    await inParallel(await make(left), AT_ONCE, async (made) => {
      if (!before.has(made.key) || !(await write(world, made, before.get(made.key)))) conflicts.push(made.key);
    });
    left = conflicts;
  }
  if (left.length > 0) throw new Error(`${left[0]} and ${left.length - 1} others changed under every attempt`);
};
