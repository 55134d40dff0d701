import { ScaleStatements } from '../../domain/spending/scale.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity          | pk          | sk    |
// | ScaleStatements | MERCHANT#id | SCALE |
const key = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'SCALE' });
const scales = entity({
  type: 'ScaleStatements',
  schema: ScaleStatements,
  key: ({ merchantId }: Pick<ScaleStatements, 'merchantId'>) => key(merchantId),
});

export const getScale = (table: Table, merchantId: string) => get(table, scales, key(merchantId));
/** Those of many shops, in the order asked. At most 100. */
export const getScales = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, scales, merchantIds.map(key), { consistent: false });
export const saveScale = (scale: ScaleStatements): Write => save(scales, scale);
