import { monthEnd, monthOf, reportingDeadline } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { publicSnapshot } from '../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { putCloseRequest, snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { publicDecisions } from '../reads/months/decisions-above.ts';
import { expectSnapshot } from '../reads/months/expect-snapshot.ts';
import { withAttainable, withPublicAttainable } from '../reads/months/with-attainable.ts';
import type { World } from '../world.ts';

export const closeMonth = endpoint('POST /cities/{city}/months/{month}/close', async ({ params, caller }, world) => {
  const city = await expectCity(world, params.city);
  requireCityAdmin(caller, city.cityCode);
  const at = world.now();
  if (at < monthEnd(params.month, city.zone))
    throw new Problem('month_not_over', `${monthName(params.month)} belum selesai di ${city.name}.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan yang sudah lewat.' },
    ]);
  if (params.month < monthOf(city.foundedAt, city.zone))
    throw new Problem('month_invalid', `${city.name} belum ada di Pasar Rata pada ${monthName(params.month)}.`, [
      { pointer: '#/path/month', detail: `Paling awal ${monthOf(city.foundedAt, city.zone)}.` },
    ]);
  const phase = at < reportingDeadline(params.month, city.zone) ? ('preliminary' as const) : ('final' as const);
  const { cityCode, zone } = city;
  await commit(world.table, [
    putCloseRequest({ cityCode, zone, month: params.month, phase, by: caller.person, at }),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by: caller.person,
        act: 'close-requested',
        person: null,
        subjects: [cityCode],
        details: { month: params.month, phase },
      },
      caller,
    )),
  ]);
  return { city: cityCode, month: params.month, phase, requestedAt: at };
});

export const readCityMonth = endpoint('GET /cities/{city}/months/{month}', async ({ params, query, caller }, world) => {
  requireCityReader(caller, (await expectCity(world, params.city)).cityCode);
  return withAttainable(world, await expectSnapshot(world, params.city, params.month, query.revision, query.offices));
});

const listOf = (world: World, place: string, query: { limit: number; cursor?: string | undefined }) =>
  page(world, `snapshots ${place}`, query, (request) => snapshotsOfPlace(world.table, place, request));

export const listCitySnapshots = endpoint('GET /cities/{city}/snapshots', ({ params, query }, world) =>
  listOf(world, params.city, query),
);
export const listProvinceSnapshots = endpoint('GET /provinces/{province}/snapshots', ({ params, query }, world) =>
  listOf(world, params.province, query),
);
export const listCountrySnapshots = endpoint('GET /country/snapshots', ({ query }, world) =>
  listOf(world, COUNTRY, query),
);

const readPublic = async (world: World, place: string, month: string, revision?: number): Promise<Snapshot> => {
  const [snapshot, above] = await Promise.all([
    // What each office bought is told to nobody else.
    expectSnapshot(world, place, month, revision, 'none'),
    publicDecisions(world, place, month),
  ]);
  return withPublicAttainable(world, publicSnapshot(snapshot, above));
};

export const readCitySnapshot = endpoint('GET /cities/{city}/snapshots/{month}', ({ params, query }, world) =>
  readPublic(world, params.city, params.month, query.revision),
);
export const readProvinceSnapshot = endpoint(
  'GET /provinces/{province}/snapshots/{month}',
  ({ params, query }, world) => readPublic(world, params.province, params.month, query.revision),
);
export const readCountrySnapshot = endpoint('GET /country/snapshots/{month}', ({ params, query }, world) =>
  readPublic(world, COUNTRY, params.month, query.revision),
);
