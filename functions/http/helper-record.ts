import type { Route } from '../../shared/contract/route.ts';
import { type Caller, helpedShops } from '../../shared/domain/people/caller.ts';
import { helperActsFor } from '../../shared/domain/people/helper-act.ts';
import { insertHelperAct, shopsIn } from '../../shared/table/people/helper-acts.ts';
import type { World } from '../world.ts';

/**
 * The world of who acts in an owner's place: whatever is written of a shop they help goes on record for its owner, in the
 * same commit, whichever operation writes it. One that is added later is recorded without knowing of it.
 */
export const recordingHelp = (world: World, caller: Caller, { operation }: Route): World => {
  const helped = helpedShops(caller);
  if (helped.size === 0) return world;
  const alongside: World['table']['alongside'] = (writes) =>
    helperActsFor(helped, shopsIn(writes)).map((shop) =>
      insertHelperAct({ ...shop, actId: world.newId('act'), at: world.now(), by: caller.person, operation }),
    );
  return { ...world, table: { ...world.table, alongside } };
};
