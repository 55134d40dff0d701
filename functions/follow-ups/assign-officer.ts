import type { Act } from '../../shared/domain/audit/act.ts';
import { monthOf } from '../../shared/domain/basics/month.ts';
import { actingSeat } from '../../shared/domain/follow-ups/acting-seat.ts';
import { assigned } from '../../shared/domain/follow-ups/follow-up.ts';
import type { Membership } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getFollowUp, saveFollowUp } from '../../shared/table/follow-ups.ts';
import { membershipStands, seatsOf } from '../../shared/table/people/memberships.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { actableShop, standsInDistrict } from '../http/field-access.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';

/** The seat of a colleague who is to look after a shop: somebody who may act for the city, or in the shop's district. */
const seatOfColleague = async ({ table }: World, shop: MerchantRecord, officer: string): Promise<Membership> => {
  const scopes = [`city:${shop.cityCode}`, `district:${shop.district}`];
  const held = await seatsOf(
    table,
    scopes.map((scope) => ({ person: officer, scope })),
  );
  const seat = actingSeat({ memberships: held.filter((one) => one !== undefined) }, shop);
  if (!seat)
    throw new Problem('membership_not_found', 'Petugas ini bukan admin kota atau petugas kecamatan usaha ini.', [
      { pointer: '/officer', detail: 'Pilih admin kota, atau petugas kecamatan tempat usaha ini.' },
    ]);
  return seat;
};

/** Two officers do not call one shop: the first who takes it has it, and the other is told who. */
export const assignOfficer = endpoint('PUT /cities/{city}/follow-ups/{merchantId}/officer', async (ask, world) => {
  const { params, body, caller, ifMatch } = ask;
  const { cityCode, zone } = await expectCity(world, params.city);
  const { shop, seat } = await actableShop(world, caller, cityCode, params.merchantId);
  const own = body.officer === caller.person;
  if (!own && seat.role === 'district-officer')
    throw new Problem(
      'not_allowed',
      'Petugas kecamatan mengambil usaha untuk dirinya. Minta admin kota menyerahkannya.',
    );
  const taker = own ? seat : await seatOfColleague(world, shop, body.officer);
  const before = await getFollowUp(world.table, params.merchantId);
  requireVersion(ask, before ?? { version: 0 });
  const at = world.now();
  const after = assigned(before, shop, body, { at, month: monthOf(at, zone), seen: ifMatch !== undefined });
  if (after === before) return after;
  const act: Act = {
    chain: cityCode,
    at,
    by: caller.person,
    act: 'follow-up-assigned',
    person: null,
    subjects: [after.merchantId],
    details: { officer: after.officer },
  };
  const inDistrict = standsInDistrict(taker, shop);
  const stands = own || inDistrict.length > 0 ? inDistrict : [membershipStands(taker)];
  await commit(world.table, [saveFollowUp(after), ...stands, ...(await recordAct(world.table, act, caller))]);
  return after;
});
