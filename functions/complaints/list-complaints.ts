import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import { complaintCategories, stateWords } from '../../shared/domain/complaints/states.ts';
import { meanStars } from '../../shared/domain/complaints/tally.ts';
import { complaintsOfAgency, complaintsOfCity, complaintTallies } from '../../shared/table/complaints.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectAgency, expectCity, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import type { World } from '../world.ts';
import { asOf } from './moment.ts';

type Asked = Pick<Ask<'GET /cities/{city}/complaints'>, 'params' | 'query' | 'caller'>;

const complaintsPage = async ({ params, query, caller }: Asked, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { waits, ...paging } = query;
  const descending = waits === 'over';
  const { items, next } = await page(world, `complaints ${cityCode} ${waits}`, paging, (request) =>
    complaintsOfCity(world.table, cityCode, waits, { ...request, descending }),
  );
  return { items: items.map((card) => asOf(card, world.now())), next };
};

export const listComplaints = endpoint('GET /cities/{city}/complaints', complaintsPage);

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

export const listOfficeComplaints = endpoint(
  'GET /agencies/{agencyId}/complaints',
  async ({ params, query, caller }, world) => {
    const { agencyId } = await expectAgency(world, params.agencyId, caller, ['approver', 'buyer']);
    const { waits, ...paging } = query;
    const descending = waits === 'over';
    const { items, next } = await page(world, `complaints ${agencyId} ${waits}`, paging, (request) =>
      complaintsOfAgency(world.table, agencyId, waits, { ...request, descending }),
    );
    return { items: items.map((card) => asOf(card, world.now())), next };
  },
);

export const readComplaintStatistics = endpoint(
  'GET /cities/{city}/complaint-statistics',
  async ({ params }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    const tallies = await everyEntry((after) => complaintTallies(world.table, cityCode, { limit: 100, after }));
    const offices = tallies.map((tally) => ({ ...tally, meanStars: meanStars(tally) }));
    return { offices: offices.sort((a, b) => b.assigned - a.assigned) };
  },
);
