import { dayOf } from '../../shared/domain/basics/month.ts';
import { isLateTask } from '../../shared/domain/visits/task-states.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { visitTasksOfAgency, visitTasksOfCity } from '../../shared/table/visits/tasks.ts';
import { expectAgency, expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listVisitTasks = endpoint('GET /cities/{city}/visit-tasks', async ({ params, query, caller }, world) => {
  const { cityCode, zone } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { waits, ...paging } = query;
  const { items, next } = await page(world, `visit tasks ${cityCode} ${waits}`, paging, (request) =>
    visitTasksOfCity(world.table, cityCode, waits, request),
  );
  const today = dayOf(world.now(), zone);
  return { items: items.map((task) => ({ ...task, late: isLateTask(task, today) })), next };
});

/** With how the shop is reached: its people agreed that the office reads what it needs. */
export const listOfficeVisitTasks = endpoint(
  'GET /agencies/{agencyId}/visit-tasks',
  async ({ params, query, caller }, world) => {
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, ['approver', 'buyer']);
    const { zone } = await expectCity(world, cityCode);
    const { waits, ...paging } = query;
    const { items, next } = await page(world, `visit tasks ${agencyId} ${waits}`, paging, (request) =>
      visitTasksOfAgency(world.table, agencyId, waits, request),
    );
    const ids = items.map(({ merchantId }) => merchantId);
    const shops = await getMerchants(world.table, ids, { consistent: false });
    const today = dayOf(world.now(), zone);
    const withShop = items.map((task, at) => ({
      ...task,
      late: isLateTask(task, today),
      address: shops[at]?.address ?? '',
      phone: shops[at]?.phone ?? '',
    }));
    return { items: withShop, next };
  },
);
