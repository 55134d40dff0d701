import { reportingDeadline } from '../../../shared/domain/basics/month.ts';
import { isCityAdmin } from '../../../shared/domain/people/caller.ts';
import { requireBegun } from '../../../shared/domain/turnover/turnover.ts';
import { expectCity, requireCityReader } from '../../http/access.ts';
import { type Ask, endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { missingPage } from './missing-shops.ts';
import { closedOf, stateAt } from './month-state.ts';
import { reportedPage } from './reported-shops.ts';

type Asked = Pick<Ask<'GET /cities/{city}/turnover-reports/{month}'>, 'params' | 'query' | 'caller'>;

export const reportsPage = async ({ params, query, caller }: Asked, world: World) => {
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
