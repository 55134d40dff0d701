import { type Month, reportingDeadline } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { Write } from '../../../shared/table/engine/writes.ts';
import { monthsAfter, raiseVersion } from '../../../shared/table/equity/standings.ts';
import type { World } from '../../world.ts';

/** Whether the closes that would look at a month by themselves may be over. */
export const isLate = ({ now }: Pick<World, 'now'>, { zone }: Pick<City, 'zone'>, month: Month): boolean =>
  now() >= reportingDeadline(month, zone);

/**
 * Who writes a month after its reporting deadline asks, in the same write, for a look at every month after it. Until then
 * closes look at the month itself: the one that closes it, and the one that opens the second month after it is weeks away.
 */
export const laterMonths = async (
  world: World,
  city: Pick<City, 'zone'>,
  { merchantId, month }: { merchantId: string; month: Month },
): Promise<Write[]> => {
  if (!isLate(world, city, month)) return [];
  return (await monthsAfter(world.table, merchantId, month)).map((later) => raiseVersion({ merchantId, month: later }));
};
