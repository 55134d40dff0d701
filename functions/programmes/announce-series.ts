import type { Act } from '../../shared/domain/audit/act.ts';
import { markOf } from '../../shared/domain/programmes/draw.ts';
import { changed, requireQueueAhead } from '../../shared/domain/programmes/moves.ts';
import { type NewSeries, type Series, wholeSpan } from '../../shared/domain/programmes/series.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { insertSeries, replaceSeries, resizeSeats, SeriesRecord } from '../../shared/table/programmes/series.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { expectSeries, ofCity, requireMentor } from './programme-access.ts';
import { seedOf } from './seed.ts';

type Asked = Pick<Ask<'PUT /series/{seriesId}'>, 'caller'>;
const actOf = ({ cityCode, seriesId }: Series, { caller }: Asked, at: string): Act => ({
  chain: cityCode,
  at,
  by: caller.person,
  act: 'programme-set',
  person: null,
  subjects: [seriesId],
  details: {},
});

const announced = (
  world: World,
  given: NewSeries,
  seriesId: string,
  city: Awaited<ReturnType<typeof expectCity>>,
): Series => ({
  ...given,
  seriesId,
  cityCode: city.cityCode,
  ...wholeSpan(given.sessions, city.zone),
  lotMark: markOf(seedOf(world, seriesId)),
  lot: null,
  createdAt: world.now(),
  version: 1,
});

export const announceSeries = endpoint('POST /cities/{city}/series', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  requireQueueAhead(ask.body, city.zone, world.now());
  await requireMentor(world, city.cityCode, ask.body.mentor);
  const series = announced(world, ask.body, ask.newId('srs'), city);
  const existing = await commit(world.table, [
    ...insertSeries({ ...series, request: ask.fingerprint() }),
    countToday('series', city.cityCode, series.createdAt),
    ...(await recordAct(world.table, actOf(series, ask, series.createdAt), ask.caller)),
  ]);
  return existing ? firstResult(existing, ask, SeriesRecord) : series;
});

export const changeSeries = endpoint('PUT /series/{seriesId}', async (ask, world) => {
  const { series: before, city } = await expectSeries(world, ask.params.seriesId, ask.caller, ofCity);
  requireVersion(ask, before);
  if (ask.body.mentor !== before.mentor) await requireMentor(world, city.cityCode, ask.body.mentor);
  const at = world.now();
  const after = changed(before, ask.body, city.zone, at);
  await commit(world.table, [
    replaceSeries({ ...after, request: before.request }),
    ...(after.seats === before.seats ? [] : [resizeSeats(after.seriesId, after.seats - before.seats)]),
    ...(await recordAct(world.table, actOf(after, ask, at), ask.caller)),
  ]);
  return after;
});
