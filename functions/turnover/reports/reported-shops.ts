import type { ReportTiming, TurnoverReport } from '../../../shared/domain/turnover/report.ts';
import { fullPage } from '../../../shared/table/engine/pages.ts';
import { reportsOfCity, sortOfReport } from '../../../shared/table/turnovers.ts';
import { page } from '../../http/page.ts';
import type { World } from '../../world.ts';
import type { Paging, Wanted } from './missing-shops.ts';

const reportRow = ({ merchantId, name, district, firstAt, lastAt, revision, outsideRupiah }: TurnoverReport) => ({
  merchantId,
  name,
  district,
  missing: null,
  report: { firstAt, lastAt, revision, outsideRupiah },
});
export const reportedPage = async (
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
