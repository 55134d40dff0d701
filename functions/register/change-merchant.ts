import type { MerchantChange } from '../../shared/domain/register/merchant.ts';
import { moveMerchant } from '../../shared/domain/register/merchant-moves.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getWays, saveWays } from '../../shared/table/payments/ways.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { insertAccountChange } from '../../shared/table/register/account-changes.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant, requireMoneyWord, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireRegion } from '../reads/districts.ts';
import type { World } from '../world.ts';
import { isOpen, requireChangeable, requireLeave } from './changing/changeable.ts';
import { changed, timed } from './changing/merchant-changes.ts';
import { fileWrites } from './file-writes.ts';

/** Without an account nothing can be transferred to it: buyers are told so from then on, and may choose another way. */
const transferEnded = async ({ table, now }: World, merchantId: string): Promise<Write[]> => {
  const ways = await getWays(table, merchantId);
  return ways?.transfer ? [saveWays({ ...ways, transfer: false, changedAt: now(), version: ways.version + 1 })] : [];
};

/** A returned application is mended field by field, and goes back to the city by itself with the last that was named. */
const mended = (before: MerchantRecord, next: MerchantRecord, change: MerchantChange, by: string, at: string) => {
  const reasons = before.reasons.filter(({ field }) => change[field] === undefined);
  return reasons.length === 0
    ? moveMerchant({ ...next, reasons }, 'pending', by, at)
    : { ...next, reasons, version: before.version + 1 };
};

/**
 * A change of a shop by its owner; of a returned application it is the mending. Where the money goes
 * is the owners' alone to say, never the staff's nor a helper's, and each change of it is kept on record in the same write.
 */
export const changeMerchant = endpoint('PATCH /merchants/{merchantId}', async (ask, world) => {
  const before = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  requireVersion(ask, before);
  requireChangeable(before, ask.body);
  // Until it is verified the city sees the account before any buyer does.
  if (ask.body.account && !isOpen(before)) requireMoneyWord(ask.caller, before.merchantId, '/account');
  await requireLeave(world, before, ask.body.pausedUntil);
  const [at, by] = [world.now(), ask.caller.person];
  const { now, proposed } = timed(before, ask.body, by, at);
  const { next, accountBecame: change } = changed(before, now, world);
  if (ask.body.district !== undefined || ask.body.village !== undefined)
    await requireRegion(world, next.cityCode, proposed?.district ?? next.district, proposed?.village ?? next.village);
  const proposing = proposed ? { ...next, proposed } : next;
  const marked = change ? { ...proposing, accountChange: { change, by, at } } : proposing;
  const after =
    before.status === 'returned'
      ? mended(before, marked, ask.body, by, at)
      : { ...marked, version: before.version + 1 };
  const { merchantId, version: merchantVersion } = after;
  const trail = change
    ? [
        insertAccountChange({ merchantId, merchantVersion, change, by, at }),
        countToday('account-change', merchantId, at),
      ]
    : [];
  await commit(world.table, [
    ...(await fileWrites(world, before, after)),
    ...seatsStand(ask.caller, `merchant:${merchantId}`),
    ...trail,
    ...(change === 'removed' ? await transferEnded(world, merchantId) : []),
  ]);
  return after;
});
