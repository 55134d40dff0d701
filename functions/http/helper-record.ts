import type { Route } from '../../shared/contract/route/route.ts';
import { type Caller, helpedShops } from '../../shared/domain/people/caller.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { helpRecorded, insertHelperAct } from '../../shared/table/people/helper-acts.ts';
import type { World } from '../world.ts';

/** A file that a helper takes is on record as what they write is, though nothing else is written. */
export const recordTaking = async (
  { table, newId, now }: World,
  caller: Caller,
  { merchantId, operation }: { readonly merchantId: string; readonly operation: string },
): Promise<void> => {
  const helperName = helpedShops(caller).get(merchantId);
  if (helperName === undefined) return;
  const act = { merchantId, helperName, operation, by: caller.person, actId: newId('act'), at: now() };
  // By the table itself: through the recording one, the record would be recorded.
  const { alongside: _, ...plain } = table;
  await commit(plain, [insertHelperAct(act)]);
};

/**
 * The world of who acts in an owner's place: whatever is written of a shop they help goes on record for its owner, in the
 * same commit, whichever operation writes it. One that is added later is recorded without knowing of it.
 */
export const recordingHelp = (world: World, caller: Caller, { operation }: Pick<Route, 'operation'>): World => {
  const shops = helpedShops(caller);
  if (shops.size === 0) return world;
  const record = (merchantId: string, helperName: string) => ({
    merchantId,
    helperName,
    operation,
    by: caller.person,
    actId: world.newId('act'),
    at: world.now(),
  });
  return { ...world, table: { ...world.table, alongside: helpRecorded(shops, record) } };
};
