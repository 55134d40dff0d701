import type { Month } from '../../shared/domain/basics/month.ts';
import { historyMonths, historyOf } from '../../shared/domain/equity/standing/history.ts';
import type { StandingCard } from '../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { parseStandingCard, pastMonths, streamStandings } from '../../shared/table/equity/standings.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity, requireCityReader, requireFieldReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { rowsWithin } from '../http/shops-within.ts';
import { withAddresses } from '../reads/addresses.ts';
import type { World } from '../world.ts';

/** A narrow filter on a large city must not read it whole: after this many entries the page ends where it stands. */
const MOST_READ = 2000;
/** Where a filter drops entries, so many are read at a time. */
const FILTERED_PAGE = 100;
/** Merchants are spread evenly: each shard gives its part of a page, and a few more so that it seldom has to be asked twice. */
const pageOf = (limit: number, shards: number): number => Math.ceil((limit + 1) / shards) + (shards > 1 ? 3 : 0);

type Wanted = {
  /** Which list it is a page of: a cursor goes on in its own. */
  readonly list: 'standings' | 'histories';
  readonly order: 'least' | 'most';
  readonly district?: string | undefined;
  readonly category?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/** One page of a city's month in order of turnover, of these districts alone where some are named. */
const standingsPage = (
  world: World,
  { cityCode, shards }: City,
  month: Month,
  wanted: Wanted & { readonly districts?: readonly string[] | undefined },
) => {
  const { list, order, district, category, districts, ...paging } = wanted;
  const filtered = district !== undefined || category !== undefined || districts !== undefined;
  const pageSize = filtered ? FILTERED_PAGE : pageOf(wanted.limit, shards);
  const named = `${list} ${cityCode} ${month} ${order} ${district ?? ''} ${category ?? ''} ${districts ?? ''}`;
  return page(world, named, paging, async ({ limit, after }) => {
    const stream = streamStandings(world.table, { cityCode, month, shards }, { order, after, pageSize });
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
};

export const listStandings = endpoint(
  'GET /cities/{city}/standings/{month}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    const districts = requireFieldReader(caller, city.cityCode);
    const found = await standingsPage(world, city, params.month, { list: 'standings', ...query, districts });
    return { ...found, items: await withAddresses(world, await rowsWithin(world, found.items, districts)) };
  },
);

/** The same page of merchants, with what each of them was in the eleven months before. */
export const listStandingHistories = endpoint(
  'GET /cities/{city}/standings/{month}/histories',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const { items, next } = await standingsPage(world, city, params.month, { list: 'histories', ...query });
    const ids = items.map(({ merchantId }) => merchantId);
    const months = await pastMonths(world.table, ids, historyMonths(params.month));
    const byShop = Map.groupBy(months, ({ merchantId }) => merchantId);
    return { items: items.map((shop) => historyOf(shop, byShop.get(shop.merchantId) ?? [])), next };
  },
);

export const readStandingHistory = endpoint(
  'GET /cities/{city}/merchants/{merchantId}/standings/{month}',
  async ({ params, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const shop = await getMerchant(world.table, params.merchantId);
    if (shop?.cityCode !== cityCode)
      throw new Problem('merchant_not_found', 'Usaha tidak ditemukan di kota ini. Periksa lagi tautannya.');
    return historyOf(shop, await pastMonths(world.table, [params.merchantId], historyMonths(params.month)));
  },
);
