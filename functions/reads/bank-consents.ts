import { withdrawnApplication } from '../../shared/domain/capital/application-moves.ts';
import { endedBy } from '../../shared/domain/capital/consent.ts';
import {
  type ApplicationRecord,
  applicationsOfMerchant,
  replaceApplication,
} from '../../shared/table/capital/applications.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import type { World } from '../world.ts';

const PAGE = 50;
/** As many as fit into one commit beside what else it holds. */
const MOST_TOGETHER = 50;

const standing = async ({ table, now }: World, merchantId: string): Promise<ApplicationRecord[]> => {
  const at = now();
  const all = await everyEntry((after) => applicationsOfMerchant(table, merchantId, { limit: PAGE, after }));
  return all.filter(({ consent }) => endedBy(consent, at) === undefined);
};

/**
 * What ends every bank's reading of a shop, or of what one person consented to, to stand in the commit that makes it
 * necessary. An owner has a handful; beyond what one commit holds they end before it.
 */
export const endedBankConsents = async (world: World, merchantId: string, givenBy?: string): Promise<Write[]> => {
  const all = await standing(world, merchantId);
  const meant = givenBy === undefined ? all : all.filter(({ consent }) => consent.givenBy === givenBy);
  const ends = meant.map((one): Write => {
    const after = withdrawnApplication(one, world.now());
    return replaceApplication({ ...after, request: one.request });
  });
  for (const write of ends.slice(MOST_TOGETHER)) await commit(world.table, [write]);
  return ends.slice(0, MOST_TOGETHER);
};
