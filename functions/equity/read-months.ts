import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectSnapshot } from '../reads/months/expect-snapshot.ts';
import { withAttainable } from '../reads/months/with-attainable.ts';

export const readCityMonth = endpoint('GET /cities/{city}/months/{month}', async ({ params, query, caller }, world) => {
  requireCityReader(caller, (await expectCity(world, params.city)).cityCode);
  return withAttainable(world, await expectSnapshot(world, params.city, params.month, query.revision, query.offices));
});
