import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import type { PlanLineCard } from '../../shared/domain/demand/plan-line.ts';
import { addedUp, type PlanSummaryCard } from '../../shared/domain/demand/summary.ts';
import { planLinesByCategory, planSummariesOf } from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import type { World } from '../world.ts';

const named = (category: string | null): string => category ?? 'none';
const totalOf = ({ cells, agencyId, agencyName, madeAt }: PlanSummaryCard) => ({
  agencyId,
  agencyName,
  madeAt,
  lines: cells.reduce((sum, { lines }) => sum + lines, 0),
  rupiah: String(cells.reduce((sum, { rupiah }) => sum + BigInt(rupiah), 0n)),
});

/**
 * Everything here is announced by law line by line, so no cell is hidden: there is nobody behind it but an office and its plan.
 */
export const readDemand = endpoint('GET /cities/{city}/demand/{year}', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const { year } = params;
  const summaries = await everyEntry((after) => planSummariesOf(world.table, cityCode, year, { limit: 1000, after }));
  const offices = summaries.flatMap(({ agencyId, agencyName, cells }) =>
    cells.flatMap(({ category, ...cell }) =>
      query.category !== undefined && named(category) === query.category ? [{ ...cell, agencyId, agencyName }] : [],
    ),
  );
  return {
    cityCode,
    year,
    cells: addedUp(summaries.flatMap(({ cells }) => cells)),
    offices: offices.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.lines - a.lines)),
    plans: summaries.map(totalOf),
  };
});

type AskedLines = Pick<Ask<'GET /cities/{city}/demand/{year}/lines'>, 'params' | 'query'>;

const linesPage = async ({ params, query }: AskedLines, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  const { category, month, ...paging } = query;
  const of = { cityCode, year: params.year };
  return page(world, `demand ${cityCode} ${params.year} ${category} ${month ?? ''}`, paging, (request) =>
    planLinesByCategory(world.table, of, { category: category === 'none' ? null : category, month }, request),
  );
};

export const listDemandLines = endpoint('GET /cities/{city}/demand/{year}/lines', linesPage);

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
