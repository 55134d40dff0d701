import { categories } from '../../shared/domain/basics/category-labels.ts';
import { count } from '../../shared/domain/basics/wording.ts';
import type { DemandCell } from '../../shared/domain/demand/summary.ts';
import { planSummariesOf } from '../../shared/table/demand.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';

/** Offices of one reading: each has a cell for every month and category at most. */
const OFFICES = 50;
/** Lines that no shop can sell. */
const NOT_SOLD = 'Tidak dijual di pasar ini';

type Row = DemandCell & { readonly agencyName: string };
const columns: readonly Column<Row>[] = [
  ['Bulan', ({ month }) => month],
  ['Kategori', ({ category }) => (category === null ? NOT_SOLD : categories[category])],
  ['Dinas', ({ agencyName }) => agencyName],
  ['Jumlah', ({ wanted }) => wanted.map(({ count: many, unit }) => `${count(many)} ${unit}`).join(', ')],
  ['Paket', ({ lines }) => lines],
  ['Pagu', ({ rupiah }) => Number(rupiah)],
];

/** The sums of the calendar as the page adds them up: a row for each office, month and category. */
export const printDemand = endpoint(
  'GET /cities/{city}/demand/{year}/sheet/{format}',
  async ({ params, query }, world) => {
    const city = await expectCity(world, params.city);
    const { cityCode } = city;
    const { year, format } = params;
    const { category, cursor: from } = query;
    const chosen = category === undefined ? 'semua kategori' : category === 'none' ? NOT_SOLD : categories[category];
    const sheet = {
      city,
      file: `kalender-kebutuhan-${year}${category === undefined ? '' : `-${category}`}`,
      title: 'Kalender kebutuhan',
      says: `RUP ${year}, ${chosen}, dijumlahkan menurut dinas, bulan, dan kategori`,
      columns,
    };
    return listSheet<Row>(world, sheet, { format, cursor: from }, async (cursor) => {
      const { items, next } = await page(world, `demand ${cityCode} ${year}`, { limit: OFFICES, cursor }, (request) =>
        planSummariesOf(world.table, cityCode, year, request),
      );
      const rows = items.flatMap(({ agencyName, cells }) => cells.map((cell) => ({ ...cell, agencyName })));
      return {
        items: category === undefined ? rows : rows.filter((row) => (row.category ?? 'none') === category),
        next,
      };
    });
  },
);
