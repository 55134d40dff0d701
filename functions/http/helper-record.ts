import type { Route } from '../../shared/contract/route/route.ts';
import { type Caller, helpedShops } from '../../shared/domain/people/caller.ts';
import { helpRecorded } from '../../shared/table/people/helper-acts.ts';
import type { World } from '../world.ts';

/**
 * The world of who acts in an owner's place: whatever is written of a shop they help goes on record for its owner, in the
 * same commit, whichever operation writes it. One that is added later is recorded without knowing of it.
 */
export const recordingHelp = (world: World, caller: Caller, { operation }: Pick<Route, 'operation'>): World => {
  const shops = helpedShops(caller);
  if (shops.size === 0) return world;
  const record = (merchantId: string, helperName: string) => ({
    ...{ merchantId, helperName, operation, by: caller.person },
    ...{ actId: world.newId('act'), at: world.now() },
  });
  return { ...world, table: { ...world.table, alongside: helpRecorded(shops, record) } };
};
