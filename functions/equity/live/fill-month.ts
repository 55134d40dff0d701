import type { City } from '../../../shared/domain/places/city.ts';
import { getStandings } from '../../../shared/table/equity/standings.ts';
import { registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';
import { follow } from './follow-standings.ts';

/**
 * Counts every standing of a month that the stream did not bring: after a market was built with its stream off, or when
 * records were given up. What was counted already stays as it is.
 */
export const fillLiveMonth = async (
  world: World,
  { cityCode }: Pick<City, 'cityCode'>,
  month: string,
): Promise<void> => {
  for await (const merchantIds of registerOf(world, cityCode)) {
    if (merchantIds.length === 0) continue;
    for (const standing of await getStandings(world.table, merchantIds, month))
      if (standing && !standing.gone) await follow(world, standing);
  }
};
