import { offeredAll } from '../../shared/domain/equity/standing/offer-days.ts';
import { openStanding } from '../../shared/domain/equity/standing/open-standing.ts';
import type { Found } from '../../shared/table/engine/reads.ts';
import { spendingOf } from '../../shared/table/equity/spendings.ts';
import { standingOf, standingsBefore } from '../../shared/table/equity/standings.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';
import type { Sides } from './order-sides.ts';

/** The shop's month and what the office spent there in it. */
export const monthReads = ({ merchantId, agencyId }: Pick<Sides, 'merchantId' | 'agencyId'>, month: string) => ({
  standings: [standingOf(merchantId, month)],
  spendings: agencyId === null ? [] : [spendingOf(agencyId, month, merchantId)],
});
export type ReadMonth = { readonly month: string; readonly found: Found<ReturnType<typeof monthReads>> };

/** A sale in the first minutes of a month may come before the close has opened it. */
export const opening = async ({ table }: World, merchantId: string, month: string) => {
  const [merchant, earlier] = await Promise.all([
    getMerchant(table, merchantId),
    standingsBefore(table, merchantId, month),
  ]);
  if (!merchant) throw new Error(`order names merchant ${merchantId}, which is not in the register`);
  const opened = openStanding(merchant, month, earlier);
  // Who was suspended before the month began offers nothing in it.
  return merchant.status === 'suspended' ? { ...opened, ...offeredAll(false, month), left: true } : opened;
};
