import { CeilingRecord } from '../domain/catalogue/ceiling.ts';
import { get, list } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { insert, replace, type Write } from './engine/writes.ts';

// | entity  | pk         | sk               |
// | Ceiling | CITY#35.73 | CEILING#clg_…    |
const ceilings = entity({
  type: 'Ceiling',
  schema: CeilingRecord,
  key: ({ cityCode, ceilingId }: Pick<CeilingRecord, 'cityCode' | 'ceilingId'>) => ceilingKey(cityCode, ceilingId),
});
const ceilingKey = (cityCode: string, ceilingId: string) => ({ pk: `CITY#${cityCode}`, sk: `CEILING#${ceilingId}` });

/** Every price ceiling a city entered, ended ones included. */
export const ceilingsOf = async (table: Table, cityCode: string): Promise<CeilingRecord[]> => {
  const found: CeilingRecord[] = [];
  let after: string | undefined;
  do {
    const stretch = { pk: `CITY#${cityCode}`, prefix: 'CEILING#', limit: 200, after };
    const page: { items: CeilingRecord[]; next: string | undefined } = await list(
      table,
      CeilingRecord,
      undefined,
      stretch,
    );
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
};
export const getCeiling = (table: Table, cityCode: string, ceilingId: string) =>
  get(table, ceilings, ceilingKey(cityCode, ceilingId));
export const insertCeiling = (ceiling: CeilingRecord): Write => insert(ceilings, ceiling, true);
export const replaceCeiling = (ceiling: CeilingRecord): Write => replace(ceilings, ceiling);
