import { dayOf, monthOf } from '../../shared/domain/basics/month.ts';
import { offeredAll, withOffering } from '../../shared/domain/equity/standing/offer-days.ts';
import { backInRegister } from '../../shared/domain/equity/standing/standing.ts';
import { actsForMerchant } from '../../shared/domain/people/caller.ts';
import { moveMerchant } from '../../shared/domain/register/merchant.ts';
import { Problem } from '../../shared/problem.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { type MerchantRecord, replaceMerchant } from '../../shared/table/merchants.ts';
import { saveStanding } from '../../shared/table/standings.ts';
import { expectCity, expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { nextStanding } from '../reads/next-standing.ts';
import type { World } from '../world.ts';

/**
 * A verified shop counts from this month on: its standing opens with the decision, in one write. Who is suspended offers
 * nothing from today on, even if its products leave the catalogue only after midnight; who is verified offers when they
 * enter it (follow-merchants).
 */
const standingWrites = async (world: World, merchant: MerchantRecord, left: boolean): Promise<Write[]> => {
  const [{ zone, shards }, now] = [await expectCity(world, merchant.cityCode), world.now()];
  const standing = await nextStanding(world.table, merchant, monthOf(now, zone));
  // Of a month that began without the shop no day was offered, whatever the month before says.
  const began = left || (standing.version > 1 && !standing.gone);
  const counted = began ? standing : { ...standing, ...offeredAll(false, standing.month) };
  return [saveStanding(backInRegister(withOffering(counted, false, dayOf(now, zone)), left), shards)];
};

export const verifyMerchant = endpoint('POST /merchants/{merchantId}/verify', async ({ params, caller }, world) => {
  const before = await expectMerchantOfCity(world, caller, params.merchantId);
  if (actsForMerchant(caller, before.merchantId))
    throw new Problem('own_order', 'Usaha Anda sendiri diverifikasi oleh petugas lain.');
  if (before.status === 'verified') return before;
  // Lifting a suspension takes its reason off the file; the history keeps it.
  const { suspendedReason: _lifted, ...after } = moveMerchant(before, 'verified', caller.person, world.now());
  await commit(world.table, [replaceMerchant(after), ...(await standingWrites(world, after, false))]);
  return after;
});

export const returnMerchant = endpoint(
  'POST /merchants/{merchantId}/return',
  async ({ params, body, caller }, world) => {
    const before = await expectMerchantOfCity(world, caller, params.merchantId);
    if (before.status === 'returned') return before;
    const after = { ...moveMerchant(before, 'returned', caller.person, world.now()), reasons: body.reasons };
    await commit(world.table, [replaceMerchant(after)]);
    return after;
  },
);

export const suspendMerchant = endpoint(
  'POST /merchants/{merchantId}/suspend',
  async ({ params, body, caller }, world) => {
    const before = await expectMerchantOfCity(world, caller, params.merchantId);
    if (before.status === 'suspended') return before;
    const moved = moveMerchant(before, 'suspended', caller.person, world.now(), body.reason);
    const after = { ...moved, suspendedReason: body.reason };
    await commit(world.table, [replaceMerchant(after), ...(await standingWrites(world, after, true))]);
    return after;
  },
);
