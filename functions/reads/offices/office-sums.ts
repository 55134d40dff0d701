import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import type { City } from '../../../shared/domain/places/city.ts';
import { agenciesOfCity } from '../../../shared/table/agencies.ts';
import { getOfficeSums } from '../../../shared/table/spending/office-sums.ts';
import type { World } from '../../world.ts';
import { FEW_OFFICES } from '../large-city.ts';
import { beingPrepared } from '../prepared/being-prepared.ts';

export const packedSums = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');
const unpacked = (packed: string): unknown => JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));

/** Whether a city has more offices than a page reads one by one. */
export const hasManyOffices = async ({ table }: World, { cityCode }: City): Promise<boolean> =>
  (await agenciesOfCity(table, cityCode, { limit: FEW_OFFICES })).next !== undefined;

type Summed<S extends z.ZodType> = {
  /** Its name (functions/reads/prepared/names.ts). */
  readonly what: string;
  readonly schema: S;
  /** As a sentence begins: `Belanja 2026`. */
  readonly told: string;
  readonly now: () => Promise<z.infer<S>>;
};
/**
 * What was added up behind the pages, for a city of many offices; of few it is read now.
 * @throws Problem being_prepared where many offices were never added up: it is asked for
 */
export const summedOr = async <S extends z.ZodType>(
  world: World,
  city: City,
  { what, schema, told, now }: Summed<S>,
): Promise<z.infer<S>> => {
  const { cityCode } = city;
  const sums = await getOfficeSums(world.table, cityCode, what);
  if (sums) return schema.parse(unpacked(sums.packed));
  if (!(await hasManyOffices(world, city))) return now();
  return beingPrepared(world, { cityCode, what, told: `${told} sedang dijumlah dari semua dinas` });
};
