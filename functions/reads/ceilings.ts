import type { Ceiling } from '../../shared/domain/catalogue/ceiling.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { provinceOf } from '../../shared/domain/places/region.ts';
import { countryCeilings } from '../../shared/rules/ceilings.ts';
import { ceilingsOf } from '../../shared/table/catalogue/ceilings.ts';
import type { World } from '../world.ts';
import { cachedFor } from './cached-for.ts';

/** A ceiling begins and ends with a day, so it may be this old. */
const CEILING_SECONDS = 60;
/** Where a city's ceilings are cached; whoever changes one forgets them here. */
export const ceilingsKey = (cityCode: string) => `ceilings ${cityCode}`;

/** Every ceiling that may hold in a city: the country's for its zone, and its own. */
export const ceilingsFor = (world: World, { cityCode }: Pick<City, 'cityCode'>): Promise<readonly Ceiling[]> =>
  cachedFor(world, ceilingsKey(cityCode), CEILING_SECONDS, async () => [
    ...countryCeilings(provinceOf(cityCode)),
    ...(await ceilingsOf(world.table, cityCode)),
  ]);
