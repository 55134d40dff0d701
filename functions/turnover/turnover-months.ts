import { later, reportingDeadline } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { wasActive } from '../../shared/domain/register/merchant-moves.ts';
import { reportAfter } from '../../shared/domain/turnover/report.ts';
import {
  outsideTotal,
  requireBegun,
  requireReportable,
  TURNOVER_READERS,
  type TurnoverMonth,
  type TurnoverRevision,
  turnoverState,
} from '../../shared/domain/turnover/turnover.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getStanding, saveStanding } from '../../shared/table/equity/standings.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import {
  getReopening,
  getReport,
  insertRevision,
  latestRevision,
  putReopening,
  putReport,
  revisionsOfMonth,
} from '../../shared/table/turnovers.ts';
import { expectCity, expectMerchantOfCity, expectOwnMerchant, expectReadableMerchant } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { laterMonths } from '../reads/months/late-month.ts';
import { nextStanding } from '../reads/months/next-standing.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

/** Everything known about a shop's month: its city, its standing, its last report, and a reopening if there is one. */
const readMonth = async (world: World, merchant: MerchantRecord, month: string) => {
  const { merchantId } = merchant;
  const [city, standing, latest, reopening] = await Promise.all([
    expectCity(world, merchant.cityCode),
    getStanding(world.table, merchantId, month),
    latestRevision(world.table, merchantId, month),
    getReopening(world.table, merchantId, month),
  ]);
  return { merchant, month, city, standing, latest, reopening };
};
type Known = Awaited<ReturnType<typeof readMonth>>;

const shown = ({ merchant, month, city, standing, latest, reopening }: Known, now: string): TurnoverMonth => {
  const platformRupiah = standing?.turnoverRupiah ?? 0;
  return {
    merchantId: merchant.merchantId,
    month,
    platformRupiah,
    orders: standing?.orders ?? 0,
    outside: latest?.outside ?? [],
    outsideRupiah: latest?.outsideRupiah ?? 0,
    totalRupiah: platformRupiah + (latest?.outsideRupiah ?? 0),
    ...(latest?.note === undefined ? {} : { note: latest.note }),
    revision: latest?.revision ?? 0,
    state: turnoverState(month, city, reopening, now),
    deadline: reportingDeadline(month, city.zone),
    readers: TURNOVER_READERS,
  };
};

export const readTurnover = endpoint(
  'GET /merchants/{merchantId}/turnover/{month}',
  async ({ params, caller }, world) => {
    const merchant = await expectReadableMerchant(world, caller, params.merchantId);
    return shown(await readMonth(world, merchant, params.month), world.now());
  },
);

/** The report, its line in the city's list and the standing that carries it are written together, or none is. */
export const saveTurnover = endpoint('PUT /merchants/{merchantId}/turnover/{month}', async (ask, world) => {
  const merchant = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const known = await readMonth(world, merchant, ask.params.month);
  requireReportable(known.month, known.city, known.reopening, world.now());
  requireSeen(ask, known.latest);
  const revision = nextRevision(ask, known, world.now());
  if (known.latest && isSame(known.latest, revision)) return shown(known, world.now());
  requireFewer(revision);
  const [standing, before] = await Promise.all([
    withReport(world, known, revision.outsideRupiah),
    getReport(world.table, merchant.merchantId, known.month),
  ]);
  await commit(world.table, [
    insertRevision(revision),
    putReport(reportAfter(before, merchant, known.city, revision)),
    saveStanding(standing, known.city.shards),
    ...(await laterMonths(world, known.city, standing)),
  ]);
  return shown({ ...known, latest: revision, standing }, world.now());
});

/** A month is mended now and then; every version of it is kept. */
const MOST_REVISIONS = 30;
const requireFewer = ({ revision }: TurnoverRevision): void => {
  if (revision > MOST_REVISIONS)
    throw new Problem(
      'limit_reached',
      `Laporan bulan ini sudah ${MOST_REVISIONS} kali diubah. Bawa catatannya ke kota bila masih ada yang salah.`,
    );
};

type Save = Ask<'PUT /merchants/{merchantId}/turnover/{month}'>;

/** If-Match names the revision the owner saw; 0 when there was none. */
const requireSeen = ({ ifMatch }: Save, latest: TurnoverRevision | undefined): void => {
  const revision = latest?.revision ?? 0;
  if (ifMatch !== undefined && ifMatch !== revision)
    throw new Problem('version_mismatch', `Laporan ini sudah revisi ${revision}. Muat ulang sebelum menyimpan.`);
};

const nextRevision = ({ body, caller }: Save, { merchant, month, latest }: Known, at: string): TurnoverRevision => ({
  merchantId: merchant.merchantId,
  month,
  revision: (latest?.revision ?? 0) + 1,
  outside: body.outside,
  outsideRupiah: outsideTotal(body.outside),
  ...(body.note === undefined ? {} : { note: body.note }),
  by: caller.person,
  at,
});

/** A second click saves nothing new. */
const isSame = (a: TurnoverRevision, b: TurnoverRevision): boolean =>
  a.note === b.note && JSON.stringify(a.outside) === JSON.stringify(b.outside);

const withReport = async (world: World, { merchant, month, standing, city }: Known, reportedRupiah: number) => {
  if (standing && !standing.gone) return { ...standing, reportedRupiah, version: standing.version + 1 };
  const opens = !standing && merchant.status === 'verified' && wasActive(merchant, month, city.zone);
  const opened = opens ? await nextStanding(world.table, merchant, month) : undefined;
  if (!opened || opened.gone)
    throw new Problem('month_invalid', `Usaha ini tidak terdaftar pada ${monthName(month)}.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan sesudah diverifikasi dan sebelum dihentikan.' },
    ]);
  return { ...opened, reportedRupiah };
};

export const listTurnoverRevisions = endpoint(
  'GET /merchants/{merchantId}/turnover/{month}/revisions',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `turnover ${merchantId} ${params.month}`, query, (request) =>
      revisionsOfMonth(world.table, merchantId, params.month, request),
    );
  },
);

const REOPENED_MS = 7 * 24 * 3_600_000;

export const reopenTurnover = endpoint(
  'POST /merchants/{merchantId}/turnover/{month}/reopen',
  async ({ params, body, caller }, world) => {
    const merchant = await expectMerchantOfCity(world, caller, params.merchantId);
    await requireForeignShop(world, caller, merchant);
    const at = world.now();
    requireBegun(params.month, await expectCity(world, merchant.cityCode), at);
    const reopening = {
      merchantId: merchant.merchantId,
      month: params.month,
      reason: body.reason,
      by: caller.person,
      at,
      until: later(at, REOPENED_MS),
    };
    await commit(world.table, [
      putReopening(reopening),
      ...(await recordAct(
        world.table,
        {
          chain: merchant.cityCode,
          at,
          by: caller.person,
          act: 'report-reopened',
          person: null,
          subjects: [params.merchantId],
          details: { month: params.month },
        },
        caller,
      )),
    ]);
    return reopening;
  },
);
