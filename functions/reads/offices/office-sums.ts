import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import type { City } from '../../../shared/domain/places/city.ts';
import { getOfficeSums } from '../../../shared/table/spending/office-sums.ts';
import type { World } from '../../world.ts';

/** What is added up over all offices of a city: what waits for its money, and each year of spending. */
export const WAITS = 'waits';
export const yearSums = (year: string): string => `year ${year}`;

export const packedSums = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');
const unpacked = (packed: string): unknown => JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));

/** What was added up behind the pages, for a city of many offices; of others, and before the first time, it is read now. */
export const summedOr = async <S extends z.ZodType>(
  { table }: World,
  { cityCode }: City,
  of: string,
  schema: S,
  now: () => Promise<z.infer<S>>,
): Promise<z.infer<S>> => {
  const sums = await getOfficeSums(table, cityCode, of);
  return sums ? schema.parse(unpacked(sums.packed)) : now();
};
