import * as z from 'zod';
import { Instant } from '../domain/basics/month-schema.ts';
import { CityCode } from '../domain/places/region.ts';
import { get } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { save, type Write } from './engine/writes.ts';

/**
 * Somebody waits for what is made behind the pages of a large city and was never made: it is made as soon as this is heard, not
 * with the next quarter hour.
 */
const Preparation = z.object({
  cityCode: CityCode,
  what: z.string().describe('What is made, and of which month or year: `gap 2026-11`'),
  askedAt: Instant,
  version: z.int(),
  ttl: z.int(),
});
export type Preparation = z.infer<typeof Preparation>;

// | entity      | pk         | sk                   |
// | Preparation | CITY#35.73 | PREPARED#gap 2026-11 |
type Of = Pick<Preparation, 'cityCode' | 'what'>;
const keyOf = ({ cityCode, what }: Of) => ({ pk: `CITY#${cityCode}`, sk: `PREPARED#${what}` });
const preparations = entity({ type: 'Preparation', schema: Preparation, key: keyOf });

const DAY_SECONDS = 86_400;
export const getPreparation = (table: Table, of: Of) => get(table, preparations, keyOf(of));
/** Of several who ask at once one is heard. */
export const askForPreparation = (asked: Omit<Preparation, 'ttl'>): Write =>
  save(preparations, { ...asked, ttl: Math.floor(Date.parse(asked.askedAt) / 1000) + DAY_SECONDS });
