import * as z from 'zod';
import { type Act, type ActKind, AuditEntry, isSameMatter, seatsBehind } from '../domain/audit/act.ts';
import { EMPTY, type Head, linked } from '../domain/audit/chain.ts';
import type { SeatedCaller } from '../domain/people/caller.ts';
import { everyEntry, list, type PageRequest } from './engine/pages.ts';
import { get, getMany } from './engine/reads.ts';
import { Stale } from './engine/retries.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { insert, save, type Write } from './engine/writes.ts';
import { membershipStands } from './people/memberships.ts';

/** Where an act stands, kept where it is looked for: with its kind in its chain, and with a shop it is about. */
const ActPointer = z.object({ at: z.string(), order: z.string(), chain: z.string(), seq: z.int() });
type ActPointer = z.infer<typeof ActPointer>;

const AuditHead = z.object({ chain: z.string(), seq: z.int(), hash: z.string(), version: z.int() });

const padded = (seq: number): string => String(seq).padStart(10, '0');
const actKey = (chain: string, seq: number) => ({ pk: `AUDIT#${chain}`, sk: `ACT#${padded(seq)}` });
const kindSort = (act: ActKind, seq: number): string => `KIND#${act}#${padded(seq)}`;
const headKey = (chain: string) => ({ pk: `AUDIT#${chain}`, sk: 'HEAD' });

// | entity     | pk          | sk             | list 1                 | list 2                    |
// | AuditEntry | AUDIT#35.73 | ACT#0000000001 | ACTS#by / at, chain, … | CONCERNS#person / at, …   |
// | ActPointer | AUDIT#35.73 or MERCHANT#id | KIND#<kind>#0000000001 or ACT#at#chain#… | | |
// | AuditHead  | AUDIT#35.73 | HEAD           |                        |                           |
const entries = entity({
  type: 'AuditEntry',
  schema: AuditEntry,
  key: ({ chain, seq }: Pick<AuditEntry, 'chain' | 'seq'>) => actKey(chain, seq),
  list1: ({ by, at, chain, seq }) => ({ pk: `ACTS#${by}`, sk: `${at}#${chain}#${padded(seq)}` }),
  list2: ({ person, at, chain, seq }) =>
    person === null ? undefined : { pk: `CONCERNS#${person}`, sk: `${at}#${chain}#${padded(seq)}` },
  card: namesIn(AuditEntry),
});
const pointers = entity({
  type: 'ActPointer',
  schema: ActPointer,
  key: ({ at, order }: Pick<ActPointer, 'at' | 'order'>) => ({ pk: at, sk: order }),
});
const heads = entity({
  type: 'AuditHead',
  schema: AuditHead,
  key: ({ chain }: Pick<z.infer<typeof AuditHead>, 'chain'>) => headKey(chain),
});

/** Shops that find an act in their own record; of a very large circle the first. */
const MOST_SHOPS = 20;
const shopsIn = ({ subjects }: Act): string[] => {
  const ids = subjects.map((subject) => subject.slice(subject.indexOf(':') + 1));
  return [...new Set(ids.filter((id) => id.startsWith('mrc_')))].slice(0, MOST_SHOPS);
};

/**
 * The writes that put an act on record, for the list that commits the act itself. Where only the chain's end moved meanwhile,
 * the commit links the act to the new one; where its maker lost a seat the act stands on, the operation is run again from its
 * reads, and refused.
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
): Promise<Write[]> => [
  ...seatsBehind(memberships, act).map(membershipStands),
  ...(await linkAct(table, act, people.length === 0 ? [null] : people)),
];

/** An act's entries, where they are looked for, and the end of their chain, as it is now. */
const linkAct = async (table: Table, act: Act, about: readonly (string | null)[], known?: number): Promise<Write[]> => {
  const head = await get(table, heads, headKey(act.chain));
  if (known !== undefined) await requireOtherMatters(table, act, about, known);
  let last: Head = head ?? EMPTY;
  const written = about.map((person) => {
    const entry = linked({ ...act, person }, last);
    last = entry;
    return entry;
  });
  const before = head?.seq ?? 0;
  const { seq, hash } = last;
  const writes = written.flatMap((entry) => [
    insert(entries, entry),
    insert(pointers, {
      at: `AUDIT#${act.chain}`,
      order: kindSort(act.act, entry.seq),
      chain: act.chain,
      seq: entry.seq,
    }),
  ]);
  const shops = shopsIn(act).map((merchantId) =>
    insert(pointers, {
      at: `MERCHANT#${merchantId}`,
      order: `ACT#${act.at}#${act.chain}#${padded(before + 1)}`,
      chain: act.chain,
      seq: before + 1,
    }),
  );
  const end = save(heads, { chain: act.chain, seq, hash, version: (head?.version ?? 0) + 1 });
  const renew = () => linkAct(table, act, about, before);
  return [...writes, ...shops, end].map((write) => ({ ...write, renew }));
};

/** So many acts that came first are looked at; after more of them the operation begins again. */
const MOST_PASSED = 100;
/** Acts on one and the same thing do not pass each other: who comes second reads first what became of it. @throws Stale */
const requireOtherMatters = async (table: Table, act: Act, about: readonly (string | null)[], known: number) => {
  const passed = await actsAfter(table, act.chain, known, MOST_PASSED);
  if (
    passed.length === MOST_PASSED ||
    passed.some((other) => about.some((person) => isSameMatter(other, { ...act, person })))
  )
    throw new Stale('AuditHead');
};

type Page = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** The acts that pointers lead to, in their order. */
const actsAt = async (table: Table, pointers: readonly ActPointer[]): Promise<AuditEntry[]> => {
  if (pointers.length === 0) return [];
  const found = await getMany(
    table,
    entries,
    pointers.map(({ chain, seq }) => actKey(chain, seq)),
  );
  return found.filter((entry) => entry !== undefined);
};
/** Acts of one kind in a chain, newest first. */
export const actsOfKind = async (table: Table, chain: string, act: ActKind, request: Page) => {
  const found = { pk: `AUDIT#${chain}`, prefix: `KIND#${act}#`, descending: true, ...request };
  const { items, next } = await list(table, ActPointer, undefined, found);
  return { items: await actsAt(table, items), next };
};
/** What was decided about a shop, newest first: of an act about several people, once. */
export const actsOfShop = async (table: Table, merchantId: string, request: Page) => {
  const found = { pk: `MERCHANT#${merchantId}`, prefix: 'ACT#', descending: true, ...request };
  const { items, next } = await list(table, ActPointer, undefined, found);
  return { items: await actsAt(table, items), next };
};
/** Where acts from a number on begin, in a chain's list or in that of one kind. */
export const sortOfAct = (chain: string, seq: number, act?: ActKind): string =>
  act === undefined ? actKey(chain, seq).sk : kindSort(act, seq);

/** How many acts of a chain were made before an instant: found by halving, because they stand in order of time. */
export const actsBefore = async (table: Table, chain: string, instant: string): Promise<number> => {
  let [least, most] = [0, (await get(table, heads, headKey(chain)))?.seq ?? 0];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const entry = await get(table, entries, actKey(chain, middle));
    if (entry && entry.at < instant) least = middle;
    else most = middle - 1;
  }
  return least;
};
export const getAuditHead = async (table: Table, chain: string): Promise<Head> =>
  (await get(table, heads, headKey(chain))) ?? EMPTY;
/** So many acts of a chain after a number, oldest first, for anyone who verifies it in parts. */
export const actsAfter = async (table: Table, chain: string, seq: number, limit: number) => {
  const after = actKey(chain, seq).sk;
  const request = { pk: `AUDIT#${chain}`, prefix: 'ACT#', consistent: true, limit, after };
  return (await list(table, AuditEntry, undefined, request)).items;
};
/** A chain's acts, newest first. */
export const actsOfChain = (table: Table, chain: string, request: Page) =>
  list(table, AuditEntry, undefined, { pk: `AUDIT#${chain}`, prefix: 'ACT#', descending: true, ...request });
/** What a person did, newest first. */
export const actsBy = (table: Table, person: string, request: Page) =>
  list(table, AuditEntry, 'list1', { pk: `ACTS#${person}`, descending: true, ...request });
/** What was done about a person, newest first. */
export const actsAbout = (table: Table, person: string, request: Page) =>
  list(table, AuditEntry, 'list2', { pk: `CONCERNS#${person}`, descending: true, ...request });
/** A whole chain from its first act, and its head, for anyone who verifies it. */
export const readChain = async (table: Table, chain: string): Promise<{ acts: AuditEntry[]; head: Head }> => {
  const acts = await everyEntry((after) =>
    list(table, AuditEntry, undefined, { pk: `AUDIT#${chain}`, prefix: 'ACT#', limit: 500, consistent: true, after }),
  );
  return { acts, head: await getAuditHead(table, chain) };
};
