import { createHash } from 'node:crypto';
import type { Act, AuditEntry } from './act.ts';

/** The end of a chain: how many acts it holds, and the hash of the last. */
export type Head = { readonly seq: number; readonly hash: string };
export const EMPTY: Head = { seq: 0, hash: '' };

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0);

/** The hash of an act in its place: the same bytes for the same values, however an engine orders attributes. */
const hashOf = ({
  chain,
  at,
  by,
  act,
  subjects: on,
  person,
  details: about,
  seq,
  previous,
}: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([chain, seq, at, by, act, on, person, Object.entries(about).sort(byName), previous]))
    .digest('hex');

/** The next entry of a chain. */
export const linked = (act: Act, { seq, hash }: Head): AuditEntry => {
  const entry = { ...act, seq: seq + 1, previous: hash };
  return { ...entry, hash: hashOf(entry) };
};

export type Flaw = {
  readonly seq: number;
  readonly flaw: 'missing' | 'changed' | 'moved' | 'cut' | 'rewritten';
};
/** What is wrong with acts that follow a known one; undefined when each stands where and as it was written. */
export const flawAfter = (known: Head, entries: readonly AuditEntry[], seen?: Head): Flaw | undefined => {
  let before = known;
  for (const entry of entries) {
    const seq = before.seq + 1;
    if (entry.seq !== seq) return { seq, flaw: 'missing' };
    if (entry.hash !== hashOf(entry)) return { seq, flaw: 'changed' };
    if (entry.previous !== before.hash) return { seq, flaw: 'moved' };
    if (seen && seen.seq === seq && seen.hash !== entry.hash) return { seq, flaw: 'rewritten' };
    before = entry;
  }
  return undefined;
};

/** What is wrong with a whole chain, at which number. */
export const flawIn = (entries: readonly AuditEntry[], head: Head, seen?: Head): Flaw | undefined => {
  const flaw = flawAfter(EMPTY, entries, seen);
  if (flaw) return flaw;
  const before = entries.at(-1) ?? EMPTY;
  if (before.seq !== head.seq || before.hash !== head.hash) return { seq: before.seq + 1, flaw: 'cut' };
  return seen && seen.seq > before.seq ? { seq: before.seq + 1, flaw: 'cut' } : undefined;
};
