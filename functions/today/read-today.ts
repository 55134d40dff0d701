import { type Month, monthOf, previousMonth, reportingDeadline, type Zone } from '../../shared/domain/basics/month.ts';
import { giniInterval } from '../../shared/domain/equity/measures/live.ts';
import { liveBinsOf } from '../../shared/table/equity/live-months.ts';
import { getSnapshot, snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';
import { readQueues } from './queues.ts';

const soFar = async ({ table }: World, cityCode: string, month: Month) => {
  const { merchants, unsold } = giniInterval(await liveBinsOf(table, [cityCode], month));
  return { month, merchants, unsold };
};

const CLOSED_SECONDS = 60;
const countedOf = async ({ table }: World, cityCode: string, month: Month) => {
  const snapshot = await getSnapshot(table, cityCode, month, undefined, 'none');
  if (!snapshot) return null;
  const { merchants, unsold } = snapshot.total;
  return { month, phase: snapshot.phase, merchants, unsold };
};
/** The last closed month and the one before; a snapshot changes seldom, and is much larger than what is told of it. */
const closedMonths = (world: World, cityCode: string) =>
  cachedFor(world, `closed months ${cityCode}`, CLOSED_SECONDS, async () => {
    const [last] = (await snapshotsOfPlace(world.table, cityCode, { limit: 1 })).items;
    if (!last) return { closed: null, before: null };
    const [closed, before] = await Promise.all([
      countedOf(world, cityCode, last.month),
      countedOf(world, cityCode, previousMonth(last.month)),
    ]);
    return { closed, before };
  });

/** Reports of a month come after it: until their deadline its figures may change. */
const reportsUntil = (at: string, zone: Zone, month: Month): string | null => {
  const until = reportingDeadline(previousMonth(month), zone);
  return at < until ? until : null;
};

export const readToday = endpoint('GET /cities/{city}/today', async ({ params, caller }, world) => {
  const city = await expectCity(world, params.city);
  const { cityCode, zone } = city;
  requireCityReader(caller, cityCode);
  const at = world.now();
  const month = monthOf(at, zone);
  const [running, months, queues] = await Promise.all([
    soFar(world, cityCode, month),
    closedMonths(world, cityCode),
    readQueues(world.table, city, at),
  ]);
  return { city: cityCode, at, soFar: running, ...months, reportsUntil: reportsUntil(at, zone, month), queues };
});
