import { listCities } from '../../shared/table/cities.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import type { World } from '../world.ts';

export type CityEntry = Awaited<ReturnType<typeof listCities>>['items'][number];

/** All tenants, in order of code. */
export const allCities = ({ table }: World): Promise<CityEntry[]> =>
  everyEntry((after) => listCities(table, { limit: 100, after }));
