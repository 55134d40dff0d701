import { listCities } from '../../shared/table/cities.ts';
import type { World } from '../world.ts';

export type CityEntry = Awaited<ReturnType<typeof listCities>>['items'][number];

/** All tenants, in order of code. */
export const allCities = async ({ table }: World): Promise<CityEntry[]> => {
  const cities: CityEntry[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await listCities(table, { limit: 100, after });
    cities.push(...items);
    after = next;
  } while (after !== undefined);
  return cities;
};
