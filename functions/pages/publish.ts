import type { SiteFiles, Tagged } from '../files.ts';
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

const write = (world: Writing, made: Made, before: Tagged | undefined): Promise<boolean> => {
  if (!before && made.onlyOver) return Promise.resolve(true);
  if (before && unstamped(made.key, Buffer.from(before.bytes).toString('utf8')) === plain(made))
    return Promise.resolve(true);
  const stamp = `${world.now()} ${world.newId('pge')}`;
  const bytes = Buffer.from(stamped({ ...made, text: plain(made) }, stamp));
  return world.site.replace(made.key, bytes, types[kindOf(made.key)] ?? 'application/octet-stream', before?.tag);
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
): Promise<void> => {
  let left = keys;
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
    const before = new Map<string, Tagged | undefined>();
    await inParallel(left, AT_ONCE, async (key) => void before.set(key, await world.site.get(key)));
    const conflicts: string[] = [];
    await inParallel(await make(left), AT_ONCE, async (made) => {
      if (!before.has(made.key) || !(await write(world, made, before.get(made.key)))) conflicts.push(made.key);
    });
    left = conflicts;
  }
  if (left.length > 0) throw new Error(`${left[0]} and ${left.length - 1} others changed under every attempt`);
};
