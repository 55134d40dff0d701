import * as z from 'zod';
import { OwnerChanged, OwnerRulingRecord } from '../../domain/register/owner-record.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, put, type Write } from '../engine/writes.ts';

/** As stored: with the evidence itself, which no answer shows. */
export const StoredRuling = OwnerRulingRecord.extend({ value: z.string().nullable(), request: z.string() });
export type StoredRuling = z.infer<typeof StoredRuling>;

// | entity       | pk                | sk                         |
// | OwnerChanged | CITY#35.73#OWNERS | CHANGE#<at>#<owner>#merged |
// | OwnerRuling  | CITY#35.73#OWNERS | RULING#<id>                |
const changes = entity({
  type: 'OwnerChanged',
  schema: OwnerChanged,
  key: ({ city, at, ownerId, change }) => ({ pk: `CITY#${city}#OWNERS`, sk: `CHANGE#${at}#${ownerId}#${change}` }),
});
const rulings = entity({
  type: 'OwnerRuling',
  schema: StoredRuling,
  key: ({ city, rulingId }) => ({ pk: `CITY#${city}#OWNERS`, sk: `RULING#${rulingId}` }),
});

export const putOwnerChange = (change: OwnerChanged): Write => put(changes, change);
export const ownerChangesOf = (
  table: Table,
  city: string,
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) =>
  list(table, OwnerChanged, undefined, { pk: `CITY#${city}#OWNERS`, prefix: 'CHANGE#', descending: true, ...request });

/** Rulings are exceptions; a city with more than this should mend its register instead. */
const MOST_RULINGS = 1000;
export const rulingsOf = async (table: Table, city: string): Promise<StoredRuling[]> => {
  const request = { pk: `CITY#${city}#OWNERS`, prefix: 'RULING#', limit: MOST_RULINGS, consistent: true };
  return (await list(table, StoredRuling, undefined, request)).items;
};
export const insertRuling = (ruling: StoredRuling): Write => insert(rulings, ruling, true);
