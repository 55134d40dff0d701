import type { Corrections } from '../../shared/domain/demand/plan.ts';
import { correctionsOf } from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import type { World } from '../world.ts';

/** Everything officers of a city said of lines; a city keeps a few hundred. */
export const readCorrections = async (world: World, cityCode: string): Promise<Corrections> => {
  const said = await everyEntry((after) => correctionsOf(world.table, cityCode, { limit: 500, after }));
  return new Map(said.map(({ likeness, category }) => [likeness, category]));
};
