import * as z from 'zod';
import { ReturnReasons } from '../../domain/register/return-reasons.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const Kept = z.object({ cityCode: z.string(), reasons: ReturnReasons.shape.reasons, version: z.int() });
type Kept = z.infer<typeof Kept>;

// | entity        | pk         | sk             |
// | ReturnReasons | CITY#35.73 | RETURN-REASONS |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'RETURN-REASONS' });
const kind = entity({
  type: 'ReturnReasons',
  schema: Kept,
  key: ({ cityCode }: Pick<Kept, 'cityCode'>) => key(cityCode),
});

export const getReturnReasons = (table: Table, cityCode: string) => get(table, kind, key(cityCode));
export const saveReturnReasons = (reasons: Kept): Write => save(kind, reasons);
