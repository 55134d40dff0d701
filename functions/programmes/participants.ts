import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import { attendanceCode, participantOf } from '../../shared/domain/programmes/attendance.ts';
import { queueOf } from '../../shared/domain/programmes/enrolment.ts';
import { noted, present } from '../../shared/domain/programmes/moves.ts';
import { Problem } from '../../shared/problem.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { enrolmentsOf, getEnrolment, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import { drawAt, seatsAt } from '../../shared/table/programmes/series.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { endpoint } from '../http/endpoint.ts';
import { inBatches } from '../reads/in-batches.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import { expectSeries, leads, sees } from './programme-access.ts';

/** Phones and codes go to who invites and mentors; whoever only reads has no use for them. */
export const listParticipants = endpoint('GET /series/{seriesId}/enrolments', async ({ params, caller }, world) => {
  const { series } = await expectSeries(world, params.seriesId, caller, sees);
  const { seriesId } = series;
  const [all, { draw, seats }] = await Promise.all([
    enrolmentsOf(world.table, seriesId),
    readTogether(world.table, { draw: drawAt(seriesId), seats: seatsAt(seriesId) }),
  ]);
  const acts = leads(caller, series);
  const calls = isCityAdmin(caller, series.cityCode) ? all : acts ? all.filter(({ state }) => state === 'seated') : [];
  const files = await inBatches(
    calls.map(({ merchantId }) => merchantId),
    (some) => getMerchants(world.table, some, { consistent: false }),
  );
  const phones = new Map(files.flatMap((file) => (file ? [[file.merchantId, file.phone] as const] : [])));
  const places = new Map(draw ? queueOf(all, draw).map(({ merchantId }, at) => [merchantId, at + 1]) : []);
  const needs = new Map(draw?.ranked.map(({ merchantId, need }) => [merchantId, need]));
  const items = all.map((one) => ({
    ...one,
    place: places.get(one.merchantId) ?? null,
    need: needs.get(one.merchantId) ?? null,
    phone: phones.get(one.merchantId) ?? null,
    codes:
      acts && one.state === 'seated'
        ? series.sessions.map((_, at) => attendanceCode(world.keyedIds.derived, series, at + 1, one.merchantId))
        : [],
  }));
  return { series: { ...series, free: seats?.free ?? 0 }, items };
});

export const markPresent = endpoint('POST /series/{seriesId}/attendance', async ({ params, body, caller }, world) => {
  const { series, city } = await expectSeries(world, params.seriesId, caller, leads);
  const all = await enrolmentsOf(world.table, series.seriesId);
  const participants = all.filter(({ state }) => state === 'seated');
  const before = participantOf(world.keyedIds.derived, series, participants, body);
  await requireForeignShopOf(world, caller, before.merchantId);
  const { session, at } = body;
  const after = present(before, series, { session, at, now: world.now(), zone: city.zone, by: caller.person });
  if (after !== before) await commit(world.table, [saveEnrolment(after)]);
  return { merchantId: after.merchantId, name: after.name, session };
});

export const noteProgress = endpoint('POST /series/{seriesId}/enrolments/{merchantId}/notes', async (ask, world) => {
  const { params, body, caller } = ask;
  const { series } = await expectSeries(world, params.seriesId, caller, leads);
  const before = await getEnrolment(world.table, series.seriesId, params.merchantId);
  if (before?.state !== 'seated')
    throw new Problem('enrolment_not_found', 'Usaha ini bukan peserta program ini. Muat ulang daftarnya.');
  const after = noted(before, body.text, { at: world.now(), by: caller.person });
  if (after !== before) await commit(world.table, [saveEnrolment(after)]);
  return { notes: after.notes };
});
