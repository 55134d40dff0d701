import type { Act } from '../../shared/domain/audit/act.ts';
import { monthOf } from '../../shared/domain/basics/month.ts';
import { assigned } from '../../shared/domain/follow-ups/follow-up.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getFollowUp, saveFollowUp } from '../../shared/table/follow-ups.ts';
import { membershipStands, seatsOf } from '../../shared/table/people/memberships.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { cityShop } from './city-shop.ts';

/** The seat of who is to look after a shop: somebody who may act for the city. */
const seatOfOfficer = async ({ table }: World, cityCode: string, officer: string) => {
  const [seat] = await seatsOf(table, [{ person: officer, scope: `city:${cityCode}` }]);
  if (seat?.role !== 'city-admin')
    throw new Problem('membership_not_found', 'Petugas ini bukan admin kota ini. Pilih petugas lain.', [
      { pointer: '/officer', detail: 'Pilih admin kota ini.' },
    ]);
  return seat;
};

/** Two officers do not call one shop: the first who takes it has it, and the other is told who. */
export const assignOfficer = endpoint('PUT /cities/{city}/follow-ups/{merchantId}/officer', async (ask, world) => {
  const { params, body, caller, ifMatch } = ask;
  const { cityCode, zone } = await expectCity(world, params.city);
  requireCityAdmin(caller, cityCode);
  const shop = await cityShop(world, cityCode, params.merchantId);
  const seat = await seatOfOfficer(world, cityCode, body.officer);
  const before = await getFollowUp(world.table, params.merchantId);
  if (before) requireVersion(ask, before);
  const at = world.now();
  const after = assigned(before, shop, body, { at, month: monthOf(at, zone), seen: ifMatch !== undefined });
  if (after === before) return after;
  const act: Act = {
    ...{ chain: cityCode, at, by: caller.person, act: 'follow-up-assigned', person: null },
    ...{ subjects: [after.merchantId], details: { officer: after.officer } },
  };
  const stands = body.officer === caller.person ? [] : [membershipStands(seat)];
  await commit(world.table, [saveFollowUp(after), ...stands, ...(await recordAct(world.table, act, caller))]);
  return after;
});
