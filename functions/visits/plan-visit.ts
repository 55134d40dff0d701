import type { Act } from '../../shared/domain/audit/act.ts';
import { type Day, dayOf, monthOf } from '../../shared/domain/basics/month.ts';
import { actingSeat } from '../../shared/domain/follow-ups/acting-seat.ts';
import { assigned } from '../../shared/domain/follow-ups/follow-up.ts';
import type { Membership } from '../../shared/domain/people/caller.ts';
import { cancelled, planned, requireVisitDay, visitingSeat } from '../../shared/domain/visits/moves.ts';
import { MOST_STOPS } from '../../shared/domain/visits/route.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getFollowUp, saveFollowUp } from '../../shared/table/follow-ups.ts';
import { membershipStands, membershipsOf } from '../../shared/table/people/memberships.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { getVisit, saveVisit, visitsOfVisitor } from '../../shared/table/visits/visits.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { actableShop, standsInDistrict } from '../http/field-access.ts';
import { requireVersion } from '../http/request-meta.ts';
import { expectVisit, plansVisit, seatStands } from '../http/visit-access.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

/** The seat of somebody who is sent to a shop. */
const seatOfSent = async (world: World, shop: MerchantRecord, person: string): Promise<Membership> => {
  const memberships = await membershipsOf(world.table, person);
  await requireForeignShop(world, { person, memberships }, shop);
  const seat = visitingSeat({ memberships }, shop);
  if (!seat)
    throw new Problem('membership_not_found', 'Orang ini bukan petugas yang bisa mendatangi usaha ini.', [
      { pointer: '/visitor', detail: 'Pilih admin kota, petugas lapangan, atau petugas kecamatan usaha ini.' },
    ]);
  return seat;
};

/**
 * By a visit an owner comes to take turns like any other. Whoever is sent to more shops on a day than a day's way has would confirm them
 * from a desk: what is planned already and what was written down for the day count together.
 */
const requireRoom = async ({ table }: World, visitor: string, day: Day): Promise<void> => {
  const lists = (['planned', 'done'] as const).map((state) =>
    visitsOfVisitor(table, visitor, state, { limit: MOST_STOPS, on: day }),
  );
  const sent = (await Promise.all(lists)).reduce((sum, { items }) => sum + items.length, 0);
  if (sent < MOST_STOPS) return;
  throw new Problem('limit_reached', `Satu petugas paling banyak mendatangi ${MOST_STOPS} usaha sehari.`, [
    { pointer: '/day', detail: 'Pilih hari lain, atau petugas lain.' },
  ]);
};

/** Whoever is to go there looks after the shop from now on: one list of who has which shop, not two. */
export const planVisit = endpoint('POST /cities/{city}/visits', async ({ params, body, caller }, world) => {
  const { cityCode, zone } = await expectCity(world, params.city);
  const { shop, seat } = await actableShop(world, caller, cityCode, body.merchantId);
  const at = world.now();
  requireVisitDay(body.day, dayOf(at, zone));
  const own = body.visitor === caller.person;
  if (!own && seat.role === 'district-officer')
    throw new Problem('not_allowed', 'Petugas kecamatan menjadwalkan kunjungannya sendiri. Minta admin kota mengutus.');
  // Nobody writes down what was found in a shop of their own.
  if (own) await requireForeignShop(world, caller, shop);
  const visitId = world.keyedIds.derived('vst', 'visit', shop.merchantId, body.day);
  const [sent, before, held] = await Promise.all([
    own ? seat : seatOfSent(world, shop, body.visitor),
    getVisit(world.table, visitId),
    getFollowUp(world.table, shop.merchantId),
  ]);
  const visit = planned(before, shop, body, { visitId, by: caller.person, at });
  if (visit === before) return before;
  await requireRoom(world, body.visitor, body.day);
  const officer = { officer: body.visitor, officerName: body.visitorName };
  const followUp = assigned(held, shop, officer, {
    at,
    month: monthOf(at, zone),
    seen: held?.officer === caller.person,
  });
  const act: Act = {
    chain: cityCode,
    at,
    by: caller.person,
    act: 'visit-planned',
    person: null,
    subjects: [shop.merchantId],
    details: { visitor: body.visitor, day: body.day },
  };
  await commit(world.table, [
    saveVisit({ ...visit, recordId: null, request: null }),
    ...(followUp === held ? [] : [saveFollowUp(followUp)]),
    ...(own ? standsInDistrict(sent, shop) : [membershipStands(sent), ...standsInDistrict(seat, shop)]),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return visit;
});

export const cancelVisit = endpoint('POST /visits/{visitId}/cancel', async (ask, world) => {
  const { params, caller } = ask;
  const before = await expectVisit(world, caller, params.visitId, plansVisit);
  const after = cancelled(before);
  if (after === before) return after;
  requireVersion(ask, before);
  const act: Act = {
    chain: before.cityCode,
    at: world.now(),
    by: caller.person,
    act: 'visit-cancelled',
    person: null,
    subjects: [before.merchantId],
    details: { day: before.day },
  };
  await commit(world.table, [
    saveVisit({ ...after, recordId: null, request: null }),
    ...seatStands(actingSeat(caller, after)),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return after;
});
