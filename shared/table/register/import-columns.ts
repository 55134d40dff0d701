import * as z from 'zod';
import { ColumnChoice } from '../../domain/register/import/register-columns.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** Which columns of a city's own list say what. */
export const ImportColumns = z.object({ cityCode: z.string(), columns: ColumnChoice, version: z.int() });
export type ImportColumns = z.infer<typeof ImportColumns>;

// | entity        | pk         | sk             |
// | ImportColumns | CITY#35.73 | IMPORT-COLUMNS |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'IMPORT-COLUMNS' });
const kind = entity({
  type: 'ImportColumns',
  schema: ImportColumns,
  key: ({ cityCode }: Pick<ImportColumns, 'cityCode'>) => key(cityCode),
});

export const getImportColumns = (table: Table, cityCode: string) => get(table, kind, key(cityCode));
export const saveImportColumns = (chosen: ImportColumns): Write => save(kind, chosen);
