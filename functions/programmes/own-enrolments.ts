import type { City } from '../../shared/domain/places/city.ts';
import { attendanceCode } from '../../shared/domain/programmes/attendance.ts';
import type { SeriesDraw } from '../../shared/domain/programmes/draw.ts';
import { type Enrolment, queueOf } from '../../shared/domain/programmes/enrolment.ts';
import { spanOf } from '../../shared/domain/programmes/series.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { enrolmentsOf, enrolmentsOfMerchant, getEnrolments } from '../../shared/table/programmes/enrolments.ts';
import {
  drawAt,
  type SeriesRecord,
  type SeriesSeats,
  seatsAt,
  seriesAt,
} from '../../shared/table/programmes/series.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { shown } from './programme-access.ts';

type Around = {
  readonly series: SeriesRecord | undefined;
  readonly seats: SeriesSeats | undefined;
  readonly draw: SeriesDraw | undefined;
};

/** One shop in one series, as the shop sees it. */
const ownView = async (world: World, { zone }: City, own: Enrolment, { series, seats, draw }: Around) => {
  const { seriesId, merchantId, state } = own;
  if (!series) return [];
  const queue = draw && state === 'waiting' ? queueOf(await enrolmentsOf(world.table, seriesId), draw) : [];
  const drawnAs = draw?.ranked.find((one) => one.merchantId === merchantId);
  const meetings = series.sessions.map((session, at) => ({
    ...session,
    startsAt: spanOf(session, zone).startsAt,
    code: state === 'seated' ? attendanceCode(world.keyedIds.derived, series, at + 1, merchantId) : null,
    attended: own.attended.some((one) => one.session === at + 1),
  }));
  return [
    {
      series: shown(series, seats?.free ?? 0),
      meetings,
      notes: own.notes,
      state,
      enrolledAt: own.enrolledAt,
      seatedAt: own.seatedAt,
      certificate: own.certificate,
      certificateRevokedAt: own.certificateRevokedAt,
      place: queue.findIndex((one) => one.merchantId === merchantId) + 1 || null,
      need: drawnAs?.need ?? null,
      ticket: drawnAs?.ticket ?? null,
    },
  ];
};

export const listOwnEnrolments = endpoint('GET /merchants/{merchantId}/enrolments', async (ask, world) => {
  const { merchantId, cityCode } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const city = await expectCity(world, cityCode);
  const { items, next } = await page(world, `enrolments ${merchantId}`, ask.query, (request) =>
    enrolmentsOfMerchant(world.table, merchantId, request),
  );
  const ids = items.map(({ seriesId }) => seriesId);
  const found = (await getEnrolments(world.table, merchantId, ids)).filter((one) => one !== undefined);
  const entered = found.map(({ seriesId }) => seriesId);
  const reads = { series: entered.map(seriesAt), seats: entered.map(seatsAt), draws: entered.map(drawAt) };
  const { series, seats, draws } = await readTogether(world.table, reads, { consistent: false });
  const views = await Promise.all(
    found.map((own, at) => ownView(world, city, own, { series: series[at], seats: seats[at], draw: draws[at] })),
  );
  return { items: views.flat(), next };
});
