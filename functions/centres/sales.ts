import type { Category } from '../../shared/domain/basics/category.ts';
import { monthOf } from '../../shared/domain/basics/month.ts';
import { type CentreSale, rupiahOf, sellersOf } from '../../shared/domain/centres/sale.ts';
import { contributorsCounter } from '../../shared/domain/equity/disclosure/contributors.ts';
import { isSensitive, summedOver } from '../../shared/domain/equity/disclosure/sensitive-sums.ts';
import { suppressedParts } from '../../shared/domain/equity/disclosure/suppress-parts.ts';
import { Problem } from '../../shared/problem.ts';
import { centreSalesOf } from '../../shared/table/centres/market-days.ts';
import { requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectCentre } from './expect-centre.ts';

/** A sum with how many owners gave to it, as the rules for small cells ask. */
const summed = (sales: readonly CentreSale[], rupiah: (sale: CentreSale) => number) => {
  const counter = contributorsCounter();
  const byOwner = Map.groupBy(sales, ({ ownerId }) => ownerId);
  let total = 0;
  for (const own of byOwner.values()) {
    const given = own.reduce((sum, sale) => sum + rupiah(sale), 0);
    total += given;
    counter.add(given);
  }
  return { ...summedOver(String(total), counter.end()), rupiah: total };
};

/** What anybody may know of a month's sales: the sum, categories that are no single shop's, and the others as one. */
export const publicSales = (sales: readonly CentreSale[]) => {
  const total = summed(sales, rupiahOf);
  if (isSensitive(total)) return { rupiah: null, categories: [], othersRupiah: null };
  const codes = [...new Set(sales.flatMap(({ byCategory }) => Object.keys(byCategory) as Category[]))];
  const parts = codes.map((code) => ({ code, ...summed(sales, ({ byCategory }) => byCategory[code] ?? 0) }));
  const hidden = suppressedParts(new Set(), [parts]);
  const shown = parts.filter(({ code }) => !hidden.has(code));
  const othersRupiah = hidden.size === 0 ? null : total.rupiah - shown.reduce((sum, { rupiah }) => sum + rupiah, 0);
  const categories = shown.map(({ code: category, rupiah }) => ({ category, rupiah }));
  return { rupiah: total.rupiah, categories: categories.sort((a, b) => b.rupiah - a.rupiah), othersRupiah };
};

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
