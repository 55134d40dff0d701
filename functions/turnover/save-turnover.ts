import { monthName } from '../../shared/domain/basics/wording.ts';
import { wasActive } from '../../shared/domain/register/merchant-moves.ts';
import { reportAfter } from '../../shared/domain/turnover/report.ts';
import { requireReportable } from '../../shared/domain/turnover/turnover.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { saveStanding } from '../../shared/table/equity/standings.ts';
import { getReport, insertRevision, putReport } from '../../shared/table/turnovers.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { laterMonths } from '../reads/months/late-month.ts';
import { nextStanding } from '../reads/months/next-standing.ts';
import type { World } from '../world.ts';
import { isSame, nextRevision, requireFewer, requireSeen } from './next-revision.ts';
import { type Known, readMonth, shown } from './read-month.ts';

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
