import { VisitTask, VisitTaskCard } from '../../domain/visits/task.ts';
import { type TaskWaits, taskWaitsFor } from '../../domain/visits/task-states.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity    | pk          | sk       | list 1                                          | list 2                                       |
// | VisitTask | MERCHANT#id | TASK#id  | CITY#35.73#VISIT-TASKS#<waits> / createdAt, id  | VISIT-TASKS#<office>#<waits> / createdAt, id |
const key = (merchantId: string, taskId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `TASK#${taskId}` });
const sortOf = ({ createdAt, taskId }: Pick<VisitTask, 'createdAt' | 'taskId'>) => `${createdAt}#${taskId}`;
const tasks = entity({
  type: 'VisitTask',
  schema: VisitTask,
  key: ({ merchantId, taskId }: Pick<VisitTask, 'merchantId' | 'taskId'>) => key(merchantId, taskId),
  list1: (task) => ({ pk: `CITY#${task.cityCode}#VISIT-TASKS#${taskWaitsFor(task)}`, sk: sortOf(task) }),
  list2: (task) =>
    task.agencyId === null ? undefined : { pk: `VISIT-TASKS#${task.agencyId}#${taskWaitsFor(task)}`, sk: sortOf(task) },
  card: namesIn(VisitTaskCard),
});

export const getVisitTask = (table: Table, merchantId: string, taskId: string) =>
  get(table, tasks, key(merchantId, taskId));
type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Those of a city or an office by whom they wait for, oldest first; those that are over newest first. */
export const visitTasksOfCity = (table: Table, cityCode: string, waits: TaskWaits, request: Paging) =>
  list(table, VisitTaskCard, 'list1', {
    pk: `CITY#${cityCode}#VISIT-TASKS#${waits}`,
    descending: waits === 'over',
    ...request,
  });
export const visitTasksOfAgency = (table: Table, agencyId: string, waits: TaskWaits, request: Paging) =>
  list(table, VisitTaskCard, 'list2', {
    pk: `VISIT-TASKS#${agencyId}#${waits}`,
    descending: waits === 'over',
    ...request,
  });
/** All that a shop was ever found to need, in no order: a few with each visit. */
export const visitTasksOfShop = (table: Table, merchantId: string): Promise<VisitTask[]> =>
  everyEntry((after) =>
    list(table, VisitTask, undefined, { pk: `MERCHANT#${merchantId}`, prefix: 'TASK#', limit: 100, after }),
  );
export const saveVisitTask = (task: VisitTask): Write => save(tasks, task);
