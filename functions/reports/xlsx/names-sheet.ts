import type { Row as ExcelRow } from 'write-excel-file/node';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { VisitRow } from '../../../shared/domain/equity/standing/standing.ts';
import { monthsUnsold } from '../least-sold.ts';
import { figure, head, type Sheet, wrapped } from './cells.ts';

/** For the city alone: whom to visit, by name. */
export const namesSheet = (least: readonly VisitRow[], districts: ReadonlyMap<string, string>): Sheet => ({
  sheet: 'Paling sedikit menjual',
  stickyRowsCount: 1,
  columns: [36, 44, 24, 28, 18, 18, 12].map((width) => ({ width })),
  data: [
    ['Usaha', 'Alamat', 'Kecamatan', 'Jenis usaha', 'Bulan tanpa penjualan', 'Omzet di pasar', 'Pesanan'].map(head),
    ...least.map(
      (card): ExcelRow => [
        wrapped(card.name),
        wrapped(card.address),
        wrapped(districts.get(card.district) ?? card.district),
        wrapped(categories[card.category]),
        figure(monthsUnsold(card), 'merchants'),
        figure(card.turnoverRupiah, 'rupiah'),
        figure(card.orders, 'orders'),
      ],
    ),
  ],
});
