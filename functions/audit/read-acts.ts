import { COUNTRY_CHAIN } from '../../shared/domain/audit/act.ts';
import { actsAbout, actsBy, actsOfChain } from '../../shared/table/audit.ts';
import { expectCity, requireCityReader, requireReaderAbove } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { findActs } from './find-acts.ts';
import { namesIn, peopleIn } from './people-named.ts';

const chainPage = async (world: World, chain: string, query: Parameters<typeof page>[2]) => {
  const list = await page(world, `acts of ${chain}`, query, (request) => actsOfChain(world.table, chain, request));
  return { ...list, people: await peopleIn(world, chain, list.items) };
};

export const listActs = endpoint('GET /cities/{city}/audit', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  const { cityCode } = city;
  requireCityReader(caller, cityCode);
  const { by, act, day, ...paging } = query;
  const list = `acts of ${cityCode} ${by ?? ''} ${act ?? ''} ${day ?? ''}`;
  const { items, next } = await page(world, list, paging, (request) =>
    findActs(world.table, city, { by, act, day }, request),
  );
  const [names, people] = await Promise.all([namesIn(world, items), peopleIn(world, cityCode, items)]);
  return { items, next, names, people };
});

/** Who was seated in a province, by whom: what its cities decided stands in their own chains. */
export const listProvinceActs = endpoint('GET /provinces/{province}/audit', ({ params, query, caller }, world) => {
  requireReaderAbove(caller, params.province);
  return chainPage(world, params.province, query);
});

export const listCountryActs = endpoint('GET /country/audit', ({ query, caller }, world) => {
  requireReaderAbove(caller, COUNTRY_CHAIN);
  return chainPage(world, COUNTRY_CHAIN, query);
});

export const listMyActs = endpoint('GET /me/audit', ({ query, caller }, world) => {
  const { side, ...paging } = query;
  const read = side === 'by-me' ? actsBy : actsAbout;
  return page(world, `acts ${side} ${caller.person}`, paging, (request) => read(world.table, caller.person, request));
});
