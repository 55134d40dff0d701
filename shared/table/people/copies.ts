import * as z from 'zod';
import { Person } from '../../domain/people/caller.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const DataCopy = z.object({ person: Person, at: z.string(), version: z.int() });
export type DataCopy = z.infer<typeof DataCopy>;

// | entity   | pk         | sk        |
// | DataCopy | PERSON#sub | DATA-COPY |   when the last copy of their data was begun
const key = (person: string) => ({ pk: `PERSON#${person}`, sk: 'DATA-COPY' });
const copies = entity({
  type: 'DataCopy',
  schema: DataCopy,
  key: ({ person }: Pick<DataCopy, 'person'>) => key(person),
});

export const getDataCopy = (table: Table, person: string) => get(table, copies, key(person));
export const saveDataCopy = (copy: DataCopy): Write => save(copies, copy);
