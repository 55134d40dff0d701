import type { SeatedCaller } from '../../../shared/domain/people/caller.ts';
import type { SheetRow } from '../../../shared/domain/register/import/read-row.ts';
import { isUnclaimed } from '../../../shared/domain/register/merchant.ts';
import { Problem } from '../../../shared/problem.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { getMerchant } from '../../../shared/table/register/merchants.ts';
import { requireForeignShop } from '../../reads/own-shop.ts';
import type { World } from '../../world.ts';
import { verified } from '../decide-merchant.ts';
import { sameAs } from '../evidence.ts';
import { idOfRow } from './enter-shop.ts';

const RERUNS = 8;

/** Whose shop it is decides another officer, here as at the counter. */
const isForeign = (world: World, ...of: [SeatedCaller, Parameters<typeof requireForeignShop>[2]]): Promise<boolean> =>
  requireForeignShop(world, ...of).then(
    () => true,
    (error) => {
      if (error instanceof Problem && error.code === 'own_shop') return false;
      throw error;
    },
  );

/**
 * Verifies a shop of a list by the decision that the list names. Only as it was entered: whoever has claimed or changed it
 * since, what is like another shop of the register, and an officer's own wait for somebody to look. A list that was stopped
 * between entering and this is sent again, and goes on here.
 */
export const verifyDecreed = (
  world: World,
  caller: SeatedCaller,
  { application, decree }: SheetRow,
): Promise<boolean> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const shop = await getMerchant(world.table, idOfRow(world, application));
    if (!decree || shop?.status !== 'pending' || !isUnclaimed(shop) || shop.version > 1) return false;
    if ((await sameAs(world, shop)).length > 0 || !(await isForeign(world, caller, shop))) return false;
    await verified(world, { ...shop, imported: { ...shop.imported, decree } }, caller);
    return true;
  });
