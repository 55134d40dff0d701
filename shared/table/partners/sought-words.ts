import * as z from 'zod';
import { SoughtWords } from '../../domain/partners/told-words.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const Kept = z.object({ ...SoughtWords.shape, cityCode: z.string(), version: z.int() });
type Kept = z.infer<typeof Kept>;

// | entity      | pk         | sk           |
// | SoughtWords | CITY#35.73 | SOUGHT-WORDS |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'SOUGHT-WORDS' });
const kind = entity({
  type: 'SoughtWords',
  schema: Kept,
  key: ({ cityCode }: Pick<Kept, 'cityCode'>) => key(cityCode),
});

export const getSoughtWords = (table: Table, cityCode: string) => get(table, kind, key(cityCode));
export const saveSoughtWords = (words: Kept): Write => save(kind, words);
