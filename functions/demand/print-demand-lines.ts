import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import type { PlanLineCard } from '../../shared/domain/demand/plan-line.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import { linesPage } from './demand-lines.ts';

const forSmallWords = (forSmall: boolean | null): string | null =>
  forSmall === null ? null : forSmall ? 'Untuk usaha kecil' : 'Tidak khusus usaha kecil';
const columns: readonly Column<PlanLineCard>[] = [
  ['Kode RUP', ({ rupCode }) => rupCode],
  ['Paket', ({ name }) => name],
  ['Dinas', ({ agencyName }) => agencyName],
  ['Bulan', ({ month }) => month],
  ['Sampai bulan', ({ until }) => until],
  ['Jumlah', ({ count }) => count],
  ['Satuan', ({ unit }) => unit],
  ['Pagu', ({ rupiah }) => rupiah],
  ['Cara pengadaan', ({ method }) => method],
  ['Tanda usaha kecil', ({ forSmall }) => forSmallWords(forSmall)],
  ['Alasan', ({ by, because }) => (by === 'correction' ? 'kata petugas kota' : because)],
];

export const printDemandLines = endpoint(
  'GET /cities/{city}/demand/{year}/lines/sheet/{format}',
  async ({ params, query }, world) => {
    const city = await expectCity(world, params.city);
    const { cursor: from, ...filters } = query;
    const { category, month } = filters;
    const name = category === 'none' ? 'tidak dijual di pasar ini' : categories[category];
    const sheet = {
      city,
      file: `kebutuhan-${month ?? params.year}-${category}`,
      title: 'Kebutuhan dinas',
      says: `RUP ${month === undefined ? params.year : monthName(month)}, ${name}`,
      columns,
    };
    return listSheet(world, sheet, { format: params.format, cursor: from }, (cursor) =>
      linesPage({ params, query: { ...filters, limit: PAGE_LIMIT, cursor } }, world),
    );
  },
);
