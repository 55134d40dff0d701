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
  /** Of a picture, whose text is what it is drawn of: drawn only where it says something else than the one that is there. */
  readonly draw?: () => Promise<Uint8Array>;
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
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
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Behind a picture's end, where no reader of pictures looks: what it was drawn of, and its stamp. */
const TRAILER = 200;
const saidByPicture = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(-TRAILER)).toString('latin1').split('\n').at(-3) ?? '';
const saidBy = (key: string, bytes: Uint8Array): string =>
  kindOf(key) === 'jpg' ? saidByPicture(bytes) : digest(unstamped(key, Buffer.from(bytes).toString('utf8')));

const ATTEMPTS = 6;
const AT_ONCE = 16;

type Writing = Pick<World, 'now' | 'newId'> & { readonly site: SiteFiles };

/** A file as it was before anything was read for the page that may replace it: this writing of it, and what it says. */
export type Before = { readonly tag: string; readonly says: string } | undefined;

/** Files as they are now, by key: the first thing to be read, and little of each is kept. */
export const readBefore = async (
  { site }: Pick<Writing, 'site'>,
  keys: readonly string[],
): Promise<Map<string, Before>> => {
  const before = new Map<string, Before>();
  await inParallel(keys, AT_ONCE, async (key) => {
    const found = await site.get(key);
    before.set(key, found && { tag: found.tag, says: saidBy(key, found.bytes) });
  });
  return before;
};

const bytesOf = async (made: Made, stamp: string): Promise<Buffer> =>
  made.draw
    ? Buffer.concat([await made.draw(), Buffer.from(`\n${digest(plain(made))}\n${stamp}\n`)])
    : Buffer.from(stamped({ ...made, text: plain(made) }, stamp));

const write = async (world: Writing, made: Made, before: Before): Promise<boolean> => {
  if (!before && made.onlyOver) return true;
  if (before?.says === digest(plain(made))) return true;
  const bytes = await bytesOf(made, `${world.now()} ${world.newId('pge')}`);
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
