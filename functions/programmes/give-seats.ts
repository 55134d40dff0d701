import type { Act } from '../../shared/domain/audit/act.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { drawn, type SeriesDraw } from '../../shared/domain/programmes/draw.ts';
import { type Enrolment, nextInLine, oncePerOwner, queueOf } from '../../shared/domain/programmes/enrolment.ts';
import { isInDraw, requireDrawable, seated } from '../../shared/domain/programmes/moves.ts';
import { needRule } from '../../shared/domain/programmes/need.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { enrolmentsOf, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import {
  drawAt,
  insertDraw,
  replaceSeries,
  type SeriesRecord,
  seatsAt,
  takeSeats,
} from '../../shared/table/programmes/series.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { monthsUnsoldBy } from './months-unsold.ts';
import { expectSeries, ofCity } from './programme-access.ts';
import { seedOf } from './seed.ts';

/** Seats of one commit: each is an item, and a pointer in its shop's record. */
const TOGETHER = 20;

const drawOf = async (
  world: World,
  series: SeriesRecord,
  city: City,
  all: readonly Enrolment[],
): Promise<SeriesDraw> => {
  const at = world.now();
  requireDrawable(series, city.zone, at);
  const waiting = oncePerOwner(all.filter((one) => isInDraw(series, city.zone, one)));
  const months = await monthsUnsoldBy(world, city, waiting);
  const queue = waiting.map(({ merchantId, ownerId }) => ({ merchantId, monthsUnsold: months.get(ownerId) ?? 0 }));
  const { seriesId, seats } = series;
  return { seriesId, at, rule: needRule.rule, seats, ranked: drawn(queue, seedOf(world, seriesId)) };
};

/** The draw becomes public with the series: its seed, by which rule, and when. */
const publishDraw = (world: World, series: SeriesRecord, draw: SeriesDraw): Write[] => [
  insertDraw(draw),
  replaceSeries({
    ...series,
    lot: { seed: seedOf(world, series.seriesId), rule: draw.rule, at: draw.at },
    version: series.version + 1,
  }),
];

type Asked = Ask<'POST /series/{seriesId}/draw'>;
const actOf = (
  { cityCode, seriesId }: SeriesRecord,
  { caller }: Pick<Asked, 'caller'>,
  at: string,
  next: readonly Enrolment[],
): Act => ({
  chain: cityCode,
  at,
  by: caller.person,
  act: 'programme-seated',
  person: null,
  subjects: [seriesId, ...next.map(({ merchantId }) => merchantId)],
  details: { seats: String(next.length) },
});

export const giveSeats = endpoint('POST /series/{seriesId}/draw', async (ask, world) => {
  const { caller } = ask;
  const { series, city } = await expectSeries(world, ask.params.seriesId, caller, ofCity);
  const { seriesId } = series;
  for (let given = 0; ; ) {
    // First how often seats were given, then who has none: whatever is given in between is found when these are.
    const { draw, seats } = await readTogether(world.table, { draw: drawAt(seriesId), seats: seatsAt(seriesId) });
    const all = await enrolmentsOf(world.table, seriesId);
    const order = draw ?? (await drawOf(world, series, city, all));
    const next = nextInLine(all, order, Math.min(seats?.free ?? 0, TOGETHER));
    if (draw && next.length === 0) return { seated: given, free: seats?.free ?? 0, waiting: queueOf(all, draw).length };
    const at = world.now();
    await commit(world.table, [
      ...(draw ? [] : publishDraw(world, series, order)),
      ...(next.length > 0 ? [takeSeats(seriesId, next.length, seats?.given ?? 0)] : []),
      ...next.map((one) => saveEnrolment(seated(one, at))),
      ...(await recordAct(world.table, actOf(series, ask, at, next), caller)),
    ]);
    given += next.length;
  }
});
