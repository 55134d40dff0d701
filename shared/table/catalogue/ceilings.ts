import { CeilingRecord } from '../../domain/catalogue/ceiling.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, replace, type Write } from '../engine/writes.ts';

// | entity  | pk         | sk               |
// | Ceiling | CITY#35.73 | CEILING#clg_…    |
const ceilings = entity({
  type: 'Ceiling',
  schema: CeilingRecord,
  key: ({ cityCode, ceilingId }: Pick<CeilingRecord, 'cityCode' | 'ceilingId'>) => ceilingKey(cityCode, ceilingId),
});
const ceilingKey = (cityCode: string, ceilingId: string) => ({ pk: `CITY#${cityCode}`, sk: `CEILING#${ceilingId}` });

/** Every price ceiling a city entered, ended ones included. */
export const ceilingsOf = (table: Table, cityCode: string): Promise<CeilingRecord[]> => {
  const request = { pk: `CITY#${cityCode}`, prefix: 'CEILING#', limit: 200 };
  return everyEntry((after) => list(table, CeilingRecord, undefined, { ...request, after }));
};
export const getCeiling = (table: Table, cityCode: string, ceilingId: string) =>
  get(table, ceilings, ceilingKey(cityCode, ceilingId));
export const insertCeiling = (ceiling: CeilingRecord): Write => insert(ceilings, ceiling, true);
export const replaceCeiling = (ceiling: CeilingRecord): Write => replace(ceilings, ceiling);
