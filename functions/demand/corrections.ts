import type { Corrections } from '../../shared/domain/demand/plan.ts';
import { correctionsOf } from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import type { World } from '../world.ts';

/** Everything officers of a city said of lines; a city keeps a few hundred. */
export const readCorrections = async (world: World, cityCode: string): Promise<Corrections> => {
  const said = await everyEntry((after) => correctionsOf(world.table, cityCode, { limit: 500, after }));
  return new Map(said.map(({ likeness, category }) => [likeness, category]));
};

const isSame = (one: Corrections, other: Corrections): boolean =>
  one.size === other.size && [...one].every(([likeness, category]) => other.get(likeness) === category);

/** What was corrected while the lines were written is not in them yet: the import is run again and finds just those. */
export const requireSameCorrections = async (world: World, cityCode: string, read: Corrections): Promise<void> => {
  if (!isSame(read, await readCorrections(world, cityCode))) throw new Stale('DemandCorrection');
};
