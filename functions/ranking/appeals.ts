import { appealsOfCity, appealsOfMerchant } from '../../shared/table/ranking/appeals.ts';
import { expectCity, expectReadableMerchant, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listOwnAppeals = endpoint(
  'GET /merchants/{merchantId}/appeals',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `appeals of ${merchantId}`, query, (request) =>
      appealsOfMerchant(world.table, merchantId, request),
    );
  },
);

export const listAppeals = endpoint('GET /cities/{city}/appeals', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { state, ...paging } = query;
  return page(world, `appeals ${cityCode} ${state}`, paging, (request) =>
    appealsOfCity(world.table, cityCode, state, request),
  );
});
