import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Erasure } from '../../domain/people/erasure.ts';
import { exists, is } from '../engine/fields.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, remove, save, update, type Write } from '../engine/writes.ts';

/** Until when an erased order's ledger entry knows its buyer's other orders. */
const ErasedOrder = z.object({ orderId: z.string(), merchantId: z.string(), until: Instant });
export type ErasedOrder = z.infer<typeof ErasedOrder>;

// | entity      | pk         | sk      | due                     |
// | Erasure     | PERSON#sub | ERASURE | ERASURES / dueAt, sub   |
// | ErasedOrder | ORDER#id   | ERASED  | UNLINKS / until, id     |
const erasureKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'ERASURE' });
const erasures = entity({
  type: 'Erasure',
  schema: Erasure,
  key: ({ person }: Pick<Erasure, 'person'>) => erasureKey(person),
  due: ({ person, dueAt }) => ({ pk: 'ERASURES', sk: `${dueAt}#${person}` }),
});
const erasedKey = (orderId: string) => ({ pk: `ORDER#${orderId}`, sk: 'ERASED' });
const erasedOrders = entity({
  type: 'ErasedOrder',
  schema: ErasedOrder,
  key: ({ orderId }: Pick<ErasedOrder, 'orderId'>) => erasedKey(orderId),
  due: ({ orderId, until }) => ({ pk: 'UNLINKS', sk: `${until}#${orderId}` }),
});

export const getErasure = (table: Table, person: string) => get(table, erasures, erasureKey(person));
export const erasureAt = (person: string): Read<Erasure> => readOf(erasures, erasureKey(person));
export const saveErasure = (erasure: Erasure): Write => save(erasures, erasure);
/** Taken back, or done: refused where another run went on meanwhile. */
export const removeErasure = ({ person, version }: Erasure): Write =>
  remove('Erasure', erasureKey(person), is('version', version));

export const getErasedOrder = (table: Table, orderId: string) => get(table, erasedOrders, erasedKey(orderId));
export const putErasedOrder = (order: ErasedOrder): Write => put(erasedOrders, order);
export const removeErasedOrder = (orderId: string): Write => remove('ErasedOrder', erasedKey(orderId));

const DueKey = z.object({ dsk: z.string() });
const dueBy = async (table: Table, pk: string, now: string): Promise<string[]> => {
  const entries = await everyEntry((after) => list(table, DueKey, 'due', { pk, limit: 100, after }));
  return entries.flatMap(({ dsk }) => {
    const [at = '', ...named] = dsk.split('#');
    return at <= now ? [named.join('#')] : [];
  });
};
/** Whose data are to be erased by now, who asked first before the others. */
export const dueErasures = (table: Table, now: string): Promise<string[]> => dueBy(table, 'ERASURES', now);
/** Orders whose entries are to be unlinked by now. */
export const dueUnlinks = (table: Table, now: string): Promise<string[]> => dueBy(table, 'UNLINKS', now);

const OwnItem = z.object({ sk: z.string(), type: z.string() });
/** Everything that lies under a person, whatever it is. */
export const itemsUnder = (table: Table, person: string, request: Omit<PageRequest, 'pk' | 'prefix' | 'consistent'>) =>
  list(table, OwnItem, undefined, { pk: `PERSON#${person}`, consistent: true, ...request });
/** Takes away what lies under a person; again is the same. */
export const removeUnder = (person: string, sk: string): Write => remove('Own', { pk: `PERSON#${person}`, sk });
/** Lets something under a person run out by itself. */
export const endUnder = (person: string, sk: string, until: Instant): Write =>
  update('Own', { pk: `PERSON#${person}`, sk }, { set: { ttl: Math.floor(Date.parse(until) / 1000) }, when: [exists] });
