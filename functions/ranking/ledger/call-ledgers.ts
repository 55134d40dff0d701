import { toEventBridge } from '../../event-bus.ts';
import { allCities } from '../../reads/all-cities.ts';
import { type World, workingWorld } from '../../world.ts';

/**
 * Every quarter of an hour: calls for the present version of each city's ledger, which is made by a run of its own. A
 * city that fails or takes long is so nobody else's wait; called twice it finds the version it made.
 */
export const callLedgers = (world: () => World) => async (): Promise<{ called: number }> => {
  const here = world();
  const [cities, at] = [await allCities(here), here.now()];
  for (const { cityCode } of cities)
    await here.publish({
      type: 'LedgerDue',
      detail: { eventId: here.newId('call'), version: 1, at, cityCode },
    });
  return { called: cities.length };
};

export const handler = callLedgers(workingWorld({ publish: toEventBridge }));
