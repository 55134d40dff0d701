/** How far a need is, in words for its shop and its office. */
export const taskStateWords = {
  waiting: 'Menunggu dinas ditunjuk',
  assigned: 'Dikerjakan dinas',
  done: 'Selesai',
  reopened: 'Dibuka lagi',
} as const;
export type TaskStateCode = keyof typeof taskStateWords;

/** Who has to do something next. */
export type TaskWaits = 'city' | 'office' | 'over';
const waits: Readonly<Record<TaskStateCode, TaskWaits>> = {
  waiting: 'city',
  assigned: 'office',
  done: 'over',
  reopened: 'office',
};
/** What no office has is the city’s to do, opened again or not. */
export const taskWaitsFor = ({
  state,
  agencyId,
}: {
  readonly state: TaskStateCode;
  readonly agencyId: string | null;
}) => (waits[state] === 'office' && agencyId === null ? 'city' : waits[state]);

export const isLateTask = (task: { readonly dueOn: string | null; readonly state: TaskStateCode }, today: string) =>
  task.state !== 'done' && task.dueOn !== null && task.dueOn < today;
