import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { expectCity, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const readMerchant = endpoint('GET /merchants/{merchantId}', ({ params }, world) =>
  expectShop(world, params.merchantId),
);

export const listMerchants = endpoint('GET /cities/{city}/merchants', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const { district, ...paging } = query;
  return page(world, `merchants ${cityCode} ${district ?? ''}`, paging, (request) =>
    merchantsOfCity(world.table, cityCode, 'verified', { district, ...request }),
  );
});
