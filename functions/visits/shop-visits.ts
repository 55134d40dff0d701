import { dayOf } from '../../shared/domain/basics/month.ts';
import type { VisitTask } from '../../shared/domain/visits/task.ts';
import { MOST_REOPENED } from '../../shared/domain/visits/task-moves.ts';
import { isLateTask } from '../../shared/domain/visits/task-states.ts';
import { visitsOfShop } from '../../shared/table/visits/shop-visits.ts';
import { visitTasksOfShop } from '../../shared/table/visits/tasks.ts';
import { photosOfVisit } from '../../shared/table/visits/visit-photos.ts';
import { getVisits } from '../../shared/table/visits/visits.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { pictureLinks, picturesOf } from '../reads/picture-links.ts';
import type { World } from '../world.ts';

const ownTask = (world: World, task: VisitTask, today: string) => ({
  ...task,
  late: isLateTask(task, today),
  proof: task.proof && {
    text: task.proof.text,
    at: task.proof.at,
    picture: task.proof.photoId === null ? null : pictureLinks(world, task.taskId, task.proof.photoId),
  },
  mayReopen: task.state === 'done' && task.reopened < MOST_REOPENED,
});

/** A shop reads what was written about it, whoever wrote it: before and after, with pictures. */
export const listShopVisits = endpoint(
  'GET /merchants/{merchantId}/visits',
  async ({ params, query, caller }, world) => {
    const { merchantId, cityCode } = await expectOwnMerchant(world, caller, params.merchantId);
    const { zone } = await expectCity(world, cityCode);
    const { items, next } = await page(world, `shop visits ${merchantId}`, query, (request) =>
      visitsOfShop(world.table, merchantId, request),
    );
    const [visits, tasks, photos] = await Promise.all([
      getVisits(
        world.table,
        items.map(({ visitId }) => visitId),
      ),
      visitTasksOfShop(world.table, merchantId),
      Promise.all(items.map(({ visitId }) => photosOfVisit(world.table, visitId))),
    ]);
    const today = dayOf(world.now(), zone);
    const found = visits.flatMap((visit, at) =>
      visit
        ? [
            {
              ...visit,
              pictures: picturesOf(world, visit.visitId, photos[at] ?? []),
              tasks: tasks
                .filter(({ visitId }) => visitId === visit.visitId)
                .map((task) => ownTask(world, task, today)),
            },
          ]
        : [],
    );
    return { items: found, next };
  },
);
