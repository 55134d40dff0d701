import { ClientKeys } from '../../domain/partners/client-key.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity     | pk         | sk   |
// | ClientKeys | PARTNER#id | KEYS |
const keysKey = (partnerId: string) => ({ pk: `PARTNER#${partnerId}`, sk: 'KEYS' });
const keys = entity({
  type: 'ClientKeys',
  schema: ClientKeys,
  key: ({ partnerId }: Pick<ClientKeys, 'partnerId'>) => keysKey(partnerId),
});

/** Read afresh with every use: what was revoked a moment ago opens nothing. */
export const getClientKeys = (table: Table, partnerId: string) => get(table, keys, keysKey(partnerId));
export const saveClientKeys = (after: ClientKeys): Write => save(keys, after);
