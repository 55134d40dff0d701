import type { Category } from '../../../shared/domain/basics/category.ts';
import { type CentreSale, rupiahOf } from '../../../shared/domain/centres/sale.ts';
import { contributorsCounter } from '../../../shared/domain/equity/disclosure/contributors.ts';
import { isSensitive, summedOver } from '../../../shared/domain/equity/disclosure/sensitive-sums.ts';
import { suppressedParts } from '../../../shared/domain/equity/disclosure/suppress-parts.ts';

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
