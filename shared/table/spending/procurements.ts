import { Procurement } from '../../domain/spending/procurement.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity      | pk        | sk               |
// | Procurement | AGENCY#id | PROCUREMENT#2026 |
const key = (agencyId: string, year: string) => ({ pk: `AGENCY#${agencyId}`, sk: `PROCUREMENT#${year}` });
const procurements = entity({
  type: 'Procurement',
  schema: Procurement,
  key: ({ agencyId, year }: Pick<Procurement, 'agencyId' | 'year'>) => key(agencyId, year),
});

export const getProcurement = (table: Table, agencyId: string, year: string) =>
  get(table, procurements, key(agencyId, year));
export const procurementAt = (agencyId: string, year: string): Read<Procurement> =>
  readOf(procurements, key(agencyId, year));
export const saveProcurement = (procurement: Procurement): Write => save(procurements, procurement);
