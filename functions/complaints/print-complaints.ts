import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import { complaintCategories, stateWords } from '../../shared/domain/complaints/states.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import { complaintsPage } from './list-complaints.ts';

const waitWords = { city: 'menunggu kota', office: 'di dinas', reporter: 'menunggu pelapor', over: 'selesai' };
type Row = Awaited<ReturnType<typeof complaintsPage>>['items'][number];
/** What somebody said in secret stays on the page: a file goes from hand to hand. */
const columnsIn = (zone: Zone): readonly Column<Row>[] => [
  ['Nomor', ({ number }) => number],
  ['Pengaduan', ({ secret, text }) => (secret ? '(rahasia)' : text)],
  ['Bidang', ({ category }) => complaintCategories[category]],
  ['Keadaan', ({ state }) => stateWords[state]],
  ['Terlambat', ({ late }) => (late ? 'Ya' : 'Tidak')],
  ['Dinas', ({ agencyName }) => agencyName],
  ['Masuk', ({ receivedAt }) => dateTime(receivedAt, zone)],
  ['Batas jawab', ({ dueAt }) => dueAt && dateTime(dueAt, zone)],
];

export const printComplaints = endpoint(
  'GET /cities/{city}/complaints/sheet/{format}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    const { waits, cursor: from } = query;
    const says = waitWords[waits];
    const sheet = { city, file: `pengaduan-${waits}`, title: 'Pengaduan', says, columns: columnsIn(city.zone) };
    return listSheet(world, sheet, { format: params.format, cursor: from }, (cursor) =>
      complaintsPage({ params, query: { waits, limit: PAGE_LIMIT, cursor }, caller }, world),
    );
  },
);
