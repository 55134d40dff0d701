import * as z from 'zod';
import { type Act, AuditEntry, seatsBehind } from '../domain/audit/act.ts';
import { EMPTY, type Head, linked } from '../domain/audit/chain.ts';
import type { SeatedCaller } from '../domain/people/caller.ts';
import { everyEntry, list, type PageRequest } from './engine/pages.ts';
import { get } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { insert, save, type Write } from './engine/writes.ts';
import { membershipStands } from './people/memberships.ts';

const AuditHead = z.object({ chain: z.string(), seq: z.int(), hash: z.string(), version: z.int() });

const actKey = (chain: string, seq: number) => ({ pk: `AUDIT#${chain}`, sk: `ACT#${String(seq).padStart(10, '0')}` });
const headKey = (chain: string) => ({ pk: `AUDIT#${chain}`, sk: 'HEAD' });

// | entity     | pk          | sk             | list 1                 | list 2                    |
// | AuditEntry | AUDIT#35.73 | ACT#0000000001 | ACTS#by / at, chain, … | CONCERNS#person / at, …   |
// | AuditHead  | AUDIT#35.73 | HEAD           |                        |                           |
const entries = entity({
  type: 'AuditEntry',
  schema: AuditEntry,
  key: ({ chain, seq }: Pick<AuditEntry, 'chain' | 'seq'>) => actKey(chain, seq),
  list1: ({ by, at, chain, seq }) => ({ pk: `ACTS#${by}`, sk: `${at}#${chain}#${String(seq).padStart(10, '0')}` }),
  list2: ({ person, at, chain, seq }) =>
    person === null ? undefined : { pk: `CONCERNS#${person}`, sk: `${at}#${chain}#${String(seq).padStart(10, '0')}` },
  card: namesIn(AuditEntry),
});
const heads = entity({
  type: 'AuditHead',
  schema: AuditHead,
  key: ({ chain }: Pick<z.infer<typeof AuditHead>, 'chain'>) => headKey(chain),
});

/**
 * The writes that put an act on record, for the list that commits the act itself. They are refused when another act of
 * the chain came first, and when the maker lost meanwhile a seat the act stands on; then the operation is run again from its
 * reads, and links to that one, or is refused.
 */
export const recordAct = (table: Table, act: Act, caller: SeatedCaller): Promise<Write[]> =>
  recordActAbout(table, act, [act.person], caller);

/**
 * The same for an act about several people: an entry for each, one after the other, so that everybody finds it in their own
 * record and nobody reads who the others are. About nobody, it is one entry.
 */
export const recordActAbout = async (
  table: Table,
  act: Act,
  people: readonly (string | null)[],
  { memberships }: SeatedCaller,
): Promise<Write[]> => {
  const head = await get(table, heads, headKey(act.chain));
  let last: Head = head ?? EMPTY;
  const about = people.length === 0 ? [null] : people;
  const written = about.map((person) => {
    const entry = linked({ ...act, person }, last);
    last = entry;
    return insert(entries, entry);
  });
  const stand = seatsBehind(memberships, act).map(membershipStands);
  const { seq, hash } = last;
  return [...stand, ...written, save(heads, { chain: act.chain, seq, hash, version: (head?.version ?? 0) + 1 })];
};

type Page = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** A chain's acts, newest first. */
export const actsOfChain = (table: Table, chain: string, request: Page) =>
  list(table, AuditEntry, undefined, { pk: `AUDIT#${chain}`, prefix: 'ACT#', descending: true, ...request });
/** What a person did, newest first. */
export const actsBy = (table: Table, person: string, request: Page) =>
  list(table, AuditEntry, 'list1', { pk: `ACTS#${person}`, descending: true, ...request });
/** What was done about a person, newest first. */
export const actsAbout = (table: Table, person: string, request: Page) =>
  list(table, AuditEntry, 'list2', { pk: `CONCERNS#${person}`, descending: true, ...request });
/** A whole chain from its first act, and its head, for whoever verifies it. */
export const readChain = async (table: Table, chain: string): Promise<{ acts: AuditEntry[]; head: Head }> => {
  const acts = await everyEntry((after) =>
    list(table, AuditEntry, undefined, { pk: `AUDIT#${chain}`, prefix: 'ACT#', limit: 500, consistent: true, after }),
  );
  return { acts, head: (await get(table, heads, headKey(chain))) ?? EMPTY };
};
