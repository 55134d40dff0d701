import * as z from 'zod';
import { Instant } from '../domain/month.ts';
import { entity, insert, list, put, type Stretch, type Table, type Write } from './table.ts';

/** That shops were found to have one owner, or no longer: V of those concerned is summed over other shops since. */
export const OwnerChanged = z
  .object({
    city: z.string(),
    at: Instant,
    change: z.enum(['merged', 'split']),
    ownerId: z.string(),
    others: z.array(z.string()).describe('Merged from these owners, or split into them'),
    shopIds: z.array(z.string()),
  })
  .meta({ id: 'OwnerChanged' });
export type OwnerChanged = z.infer<typeof OwnerChanged>;

/** What a city decided by hand about owners, with its reason. */
export const OwnerRulingRecord = z
  .object({
    rulingId: z.string(),
    city: z.string(),
    rule: z.enum(['same_owner', 'no_evidence']),
    shopIds: z.array(z.string()),
    kind: z.enum(['identity', 'phone', 'account']).nullable(),
    value: z.string().nullable(),
    reason: z.string(),
    by: z.string(),
    at: Instant,
  })
  .meta({ id: 'OwnerRuling' });
export type OwnerRulingRecord = z.infer<typeof OwnerRulingRecord>;

// | entity       | pk                 | sk                        |
// | OwnerChanged | CITY#35.73#OWNERS  | CHANGE#<at>#<owner>#merged |
// | OwnerRuling  | CITY#35.73#OWNERS  | RULING#<id>               |
const changes = entity({
  type: 'OwnerChanged',
  schema: OwnerChanged,
  key: ({ city, at, ownerId, change }) => ({ pk: `CITY#${city}#OWNERS`, sk: `CHANGE#${at}#${ownerId}#${change}` }),
});
const StoredRuling = OwnerRulingRecord.extend({ request: z.string() });
const rulings = entity({
  type: 'OwnerRuling',
  schema: StoredRuling,
  key: ({ city, rulingId }) => ({ pk: `CITY#${city}#OWNERS`, sk: `RULING#${rulingId}` }),
});

export const putOwnerChange = (change: OwnerChanged): Write => put(changes, change);
export const ownerChangesOf = (table: Table, city: string, page: Omit<Stretch, 'pk' | 'prefix' | 'descending'>) =>
  list(table, OwnerChanged, undefined, { pk: `CITY#${city}#OWNERS`, prefix: 'CHANGE#', descending: true, ...page });

/** Rulings are exceptions; a city with more than this should mend its register instead. */
const MOST_RULINGS = 1000;
export const rulingsOf = async (table: Table, city: string): Promise<OwnerRulingRecord[]> =>
  (
    await list(table, OwnerRulingRecord, undefined, {
      pk: `CITY#${city}#OWNERS`,
      prefix: 'RULING#',
      limit: MOST_RULINGS,
      consistent: true,
    })
  ).items;
export const insertRuling = (ruling: z.infer<typeof StoredRuling>): Write => insert(rulings, ruling, true);
export { StoredRuling };
