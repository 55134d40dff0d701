import { monthEnd, monthOf, reportingDeadline } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { publicSnapshot } from '../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { StandingCard } from '../../shared/domain/equity/standing/standing.ts';
import { COUNTRY } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getSnapshot, putCloseRequest, snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { parseStandingCard, streamStandings } from '../../shared/table/equity/standings.ts';
import { expectCity, requireCityAdmin, requireCityReader, requireFieldReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { withAddresses } from '../reads/addresses.ts';
import { publicDecisions } from '../reads/decisions-above.ts';
import { rowsWithin } from '../reads/shops-within.ts';
import type { World } from '../world.ts';

/** A narrow filter on a large city must not read it whole: after this many entries the page ends where it stands. */
const MOST_READ = 2000;
/** Where a filter drops entries, so many are read at a time. */
const FILTERED_PAGE = 100;
/** Merchants are spread evenly: each shard gives its part of a page, and a few more so that it seldom has to be asked twice. */
const pageOf = (limit: number, shards: number): number => Math.ceil((limit + 1) / shards) + (shards > 1 ? 3 : 0);

export const listStandings = endpoint(
  'GET /cities/{city}/standings/{month}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    const districts = requireFieldReader(caller, city.cityCode);
    const { order, district, category, ...paging } = query;
    const filtered = district !== undefined || category !== undefined || districts !== undefined;
    const pageSize = filtered ? FILTERED_PAGE : pageOf(query.limit, city.shards);
    const list = `standings ${city.cityCode} ${params.month} ${order} ${district ?? ''} ${category ?? ''}`;
    const found = await page(world, list, paging, async ({ limit, after }) => {
      const stream = streamStandings(
        world.table,
        { cityCode: city.cityCode, month: params.month, shards: city.shards },
        { order, after, pageSize },
      );
      const items: StandingCard[] = [];
      let last: string | undefined;
      let read = 0;
      for await (const item of stream) {
        if (items.length === limit || read === MOST_READ) return { items, next: last };
        read += 1;
        last = String(item['l1sk']);
        const card = parseStandingCard(item);
        if (
          (districts === undefined || districts.includes(card.district)) &&
          (district === undefined || card.district === district) &&
          (category === undefined || card.category === category)
        )
          items.push(card);
      }
      return { items, next: undefined };
    });
    return { ...found, items: await withAddresses(world, await rowsWithin(world, found.items, districts)) };
  },
);

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
        ...{ chain: cityCode, at, by: caller.person, act: 'close-requested', person: null },
        ...{ subjects: [cityCode], details: { month: params.month, phase } },
      },
      caller,
    )),
  ]);
  return { city: cityCode, month: params.month, phase, requestedAt: at };
});

const expectSnapshot = async (world: World, place: string, month: string, revision?: number): Promise<Snapshot> => {
  const snapshot = await getSnapshot(world.table, place, month, revision);
  if (!snapshot) throw new Problem('snapshot_not_found', `Rekap ${monthName(month)} belum ada.`);
  return snapshot;
};

export const readCityMonth = endpoint('GET /cities/{city}/months/{month}', async ({ params, caller }, world) => {
  requireCityReader(caller, (await expectCity(world, params.city)).cityCode);
  return expectSnapshot(world, params.city, params.month);
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
    expectSnapshot(world, place, month, revision),
    publicDecisions(world, place, month),
  ]);
  return publicSnapshot(snapshot, above);
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
