import { merchantsOfCity } from '../../shared/table/merchants.ts';
import { page } from '../cursor.ts';
import { endpoint } from '../endpoint.ts';
import { expectCity, expectReadableMerchant, expectShop, requireCityReader } from '../expect.ts';

export const readMerchant = endpoint('GET /merchants/{merchantId}', ({ params }, world) =>
  expectShop(world, params.merchantId),
);

export const readMerchantFile = endpoint('GET /merchants/{merchantId}/file', ({ params, caller }, world) =>
  expectReadableMerchant(world, caller, params.merchantId),
);

export const listMerchants = endpoint('GET /cities/{city}/merchants', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const { district, ...paging } = query;
  return page(world, `merchants ${cityCode} ${district ?? ''}`, paging, (stretch) =>
    merchantsOfCity(world.table, cityCode, 'verified', { district, ...stretch }),
  );
});

export const listRegister = endpoint('GET /cities/{city}/register', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { status, category, ...paging } = query;
  return page(world, `register ${cityCode} ${status} ${category ?? ''}`, paging, async (stretch) => {
    const { items, next } = await merchantsOfCity(world.table, cityCode, status, stretch);
    return { items: items.filter((entry) => category === undefined || entry.category === category), next };
  });
});
