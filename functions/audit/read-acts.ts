import { actsAbout, actsBy, actsOfChain } from '../../shared/table/audit.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listActs = endpoint('GET /cities/{city}/audit', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return page(world, `acts of ${cityCode}`, query, (request) => actsOfChain(world.table, cityCode, request));
});

export const listMyActs = endpoint('GET /me/audit', ({ query, caller }, world) => {
  const { side, ...paging } = query;
  const read = side === 'by-me' ? actsBy : actsAbout;
  return page(world, `acts ${side} ${caller.person}`, paging, (request) => read(world.table, caller.person, request));
});
