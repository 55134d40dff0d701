import * as z from 'zod';
import { SavedCart } from '../../domain/orders/placing/saved-cart.ts';
import { Person } from '../../domain/people/caller.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** All lists of a person are one item: how many there are is decided by the write itself. */
const SavedCarts = z.object({ person: Person, carts: z.array(SavedCart), version: z.int() });
export type SavedCarts = z.infer<typeof SavedCarts>;

// | entity     | pk         | sk          |
// | SavedCarts | PERSON#sub | SAVED-CARTS |
const key = (person: string) => ({ pk: `PERSON#${person}`, sk: 'SAVED-CARTS' });
const carts = entity({
  type: 'SavedCarts',
  schema: SavedCarts,
  key: ({ person }: Pick<SavedCarts, 'person'>) => key(person),
});

export const getSavedCarts = (table: Table, person: string) => get(table, carts, key(person));
export const saveSavedCarts = (record: SavedCarts): Write => save(carts, record);
