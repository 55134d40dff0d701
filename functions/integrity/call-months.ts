import { monthOf, previousMonth } from '../../shared/domain/basics/month.ts';
import { toEventBridge } from '../event-bus.ts';
import { allCities } from '../reads/all-cities.ts';
import { type World, workingWorld } from '../world.ts';

/**
 * Four times a day: calls for a look at the last closed month of each city, a run each. A month that was looked at since its
 * last close is found so at once; after the final close it is looked at again, with the reports that came.
 */
export const callMonths = (world: () => World) => async (): Promise<{ called: number }> => {
  const here = world();
  const [cities, at] = [await allCities(here), here.now()];
  for (const { cityCode, zone } of cities)
    await here.publish({
      type: 'IntegrityDue',
      detail: { eventId: here.newId('call'), version: 1, at, cityCode, month: previousMonth(monthOf(at, zone)) },
    });
  return { called: cities.length };
};

export const handler = callMonths(workingWorld({ publish: toEventBridge }));
