import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { monthEnd, reportingDeadline } from '../../shared/domain/basics/month.ts';
import { dateTime, monthName } from '../../shared/domain/basics/wording.ts';
import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { isUnclaimed } from '../../shared/domain/register/merchant.ts';
import type { ReportTiming, TurnoverReport } from '../../shared/domain/turnover/report.ts';
import { requireBegun } from '../../shared/domain/turnover/turnover.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { getSnapshot } from '../../shared/table/equity/snapshots.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { reportsOfCity, sortOfReport } from '../../shared/table/turnovers.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { type MissingReport, missingReports } from '../reads/lists/missing-reports.ts';
import type { World } from '../world.ts';

const reportRow = ({ merchantId, name, district, firstAt, lastAt, revision, outsideRupiah }: TurnoverReport) => ({
  merchantId,
  name,
  district,
  missing: null,
  report: { firstAt, lastAt, revision, outsideRupiah },
});

type Wanted = { readonly cityCode: string; readonly month: string; readonly district: string | undefined };
type Paging = Parameters<typeof page>[2];
const reportedPage = async (
  world: World,
  { cityCode, month, district }: Wanted,
  timing: ReportTiming,
  paging: Paging,
) => {
  const isWanted = (report: TurnoverReport) => district === undefined || report.district === district;
  const list = `reports ${cityCode} ${month} ${timing} ${district ?? ''}`;
  const { items, next } = await page(world, list, paging, (request) =>
    fullPage(request, (from) => reportsOfCity(world.table, cityCode, month, timing, from), isWanted, sortOfReport),
  );
  return { items: items.map(reportRow), next };
};

/** Whoever may act for the city calls the shop; of one that is nobody's yet there is nobody to call. */
const missingRows = async (world: World, found: readonly MissingReport[], mayCall: boolean) => {
  const ids = found.map(({ merchantId }) => merchantId);
  const shops = ids.length > 0 ? await getMerchants(world.table, ids, { consistent: false }) : [];
  return found.map(({ merchantId, name, district, category, turnoverRupiah, earlier }, at) => {
    const shop = shops[at];
    const claimed = shop !== undefined && !isUnclaimed(shop);
    return {
      merchantId,
      name,
      district,
      report: null,
      missing: {
        category,
        platformRupiah: turnoverRupiah,
        claimed,
        reported: earlier?.reports ?? 0,
        months: earlier?.months ?? 0,
        phone: mayCall && claimed ? shop.phone : null,
      },
    };
  });
};

const missingPage = async (world: World, city: City, { month, district }: Wanted, mayCall: boolean, paging: Paging) => {
  const { items, next } = await page(
    world,
    `missing reports ${city.cityCode} ${month} ${district ?? ''}`,
    paging,
    (request) => missingReports(world.table, city, month, { ...request, district }),
  );
  return { items: await missingRows(world, items, mayCall), next };
};

const CLOSED_SECONDS = 60;
const closedOf = (world: World, cityCode: string, month: string) =>
  cachedFor(world, `reports at the close of ${cityCode} ${month}`, CLOSED_SECONDS, async () => {
    const snapshot = await getSnapshot(world.table, cityCode, month, undefined, 'none');
    if (!snapshot) return null;
    const { merchants, reports } = snapshot.total;
    return { merchants, reports };
  });

const stateAt = (now: string, month: string, { zone }: City): 'not-over' | 'open' | 'locked' => {
  if (now < monthEnd(month, zone)) return 'not-over';
  return now < reportingDeadline(month, zone) ? 'open' : 'locked';
};

type Asked = Pick<Ask<'GET /cities/{city}/turnover-reports/{month}'>, 'params' | 'query' | 'caller'>;

const reportsPage = async ({ params, query, caller }: Asked, world: World) => {
  const { month } = params;
  const { state, district, ...paging } = query;
  const city = await expectCity(world, params.city);
  const { cityCode, zone } = city;
  requireCityReader(caller, cityCode);
  const now = world.now();
  requireBegun(month, city, now);
  const wanted = { cityCode, month, district };
  const [found, closed] = await Promise.all([
    state === 'missing'
      ? missingPage(world, city, wanted, isCityAdmin(caller, cityCode), paging)
      : reportedPage(world, wanted, state, paging),
    closedOf(world, cityCode, month),
  ]);
  return { ...found, state: stateAt(now, month, city), deadline: reportingDeadline(month, zone), closed };
};

export const listTurnoverReports = endpoint('GET /cities/{city}/turnover-reports/{month}', reportsPage);

type Row = Awaited<ReturnType<typeof reportsPage>>['items'][number];
const shopColumns = ({ districts }: City): readonly Column<Row>[] => [
  ['Usaha', ({ name }) => name],
  ['Kecamatan', ({ district }) => districts.find(({ code }) => code === district)?.name ?? district],
];
const missingColumns = (city: City): readonly Column<Row>[] => [
  ...shopColumns(city),
  ['Jenis usaha', ({ missing }) => missing && categories[missing.category]],
  ['Bulan dilaporkan dari sebelas bulan sebelumnya', ({ missing }) => missing?.reported ?? null],
  ['Bulan terdaftar dari sebelas bulan sebelumnya', ({ missing }) => missing?.months ?? null],
  ['Terjual di pasar ini', ({ missing }) => missing?.platformRupiah ?? null],
  ['Diambil pemiliknya', ({ missing }) => missing && (missing.claimed ? 'Ya' : 'Belum')],
  ['Kode usaha', ({ merchantId }) => merchantId],
];
const reportedColumns = (city: City): readonly Column<Row>[] => [
  ...shopColumns(city),
  ['Di luar pasar ini', ({ report }) => report?.outsideRupiah ?? null],
  ['Dilaporkan', ({ report }) => report && dateTime(report.firstAt, city.zone)],
  ['Terakhir diubah', ({ report }) => report && dateTime(report.lastAt, city.zone)],
  ['Revisi', ({ report }) => report?.revision ?? null],
  ['Kode usaha', ({ merchantId }) => merchantId],
];
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
