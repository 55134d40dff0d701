import { PAGE_LIMIT } from '../../../shared/contract/route/paging.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { listSheet } from '../../print/list-sheet.ts';
import { reportsPage } from './list-reports.ts';
import { stateAt } from './month-state.ts';
import { missingColumns, reportedColumns } from './report-columns.ts';

const viewWords = {
  missing: 'belum melapor',
  'on-time': 'tepat waktu',
  late: 'terlambat',
  corrected: 'diubah sesudah batas',
};
const stateWords = {
  'not-over': 'bulan belum selesai',
  open: 'laporan masih diterima',
  locked: 'laporan sudah ditutup',
};

/** Phones are not in it: who reminds a shop does so from the page, one at a time. */
export const printTurnoverReports = endpoint(
  'GET /cities/{city}/turnover-reports/{month}/sheet/{format}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    const { month, format } = params;
    const { cursor: from, ...filters } = query;
    const { state } = filters;
    const finality = stateAt(world.now(), month, city);
    const sheet = {
      city,
      file: `laporan-omzet-${month}-${state}-${finality}`,
      title: 'Laporan omzet',
      says: `${monthName(month)}, ${viewWords[state]}, ${stateWords[finality]}`,
      columns: state === 'missing' ? missingColumns(city) : reportedColumns(city),
    };
    return listSheet(world, sheet, { format, cursor: from }, (cursor) =>
      reportsPage({ params, query: { ...filters, limit: PAGE_LIMIT, cursor }, caller }, world),
    );
  },
);
