import { monthOf } from '../../shared/domain/basics/month.ts';
import { publicSales, sellersOf } from '../../shared/domain/centres/sale.ts';
import { Problem } from '../../shared/problem.ts';
import { centreSalesOf } from '../../shared/table/centres/market-days.ts';
import { requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectCentre } from './expect-centre.ts';

/** A running month is told to nobody but the city: two looks at it would show the order between them. */
export const readCentreSales = endpoint('GET /cities/{city}/centres/{slug}/sales', async ({ params, query }, world) => {
  const { city, centre } = await expectCentre(world, params);
  if (query.month >= monthOf(world.now(), city.zone))
    throw new Problem('month_not_over', 'Bulan ini belum selesai. Pilih bulan yang sudah lewat.', [
      { pointer: '#/query/month', detail: 'Pilih bulan yang sudah lewat.' },
    ]);
  return publicSales(await centreSalesOf(world.table, centre, query.month));
});

export const listCentreSellers = endpoint(
  'GET /cities/{city}/centres/{slug}/sellers',
  async ({ params, query, caller }, world) => {
    const { city, centre } = await expectCentre(world, params);
    requireCityReader(caller, city.cityCode);
    return { items: sellersOf(await centreSalesOf(world.table, centre, query.month)) };
  },
);
