import { Problem } from '../../problem.ts';
import { addDays, type Day, type Instant } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import type { VisitTask } from './task.ts';
import { taskStateWords } from './task-states.ts';
import type { Visit } from './visit.ts';

type By = { readonly at: Instant; readonly by: Person };
/** So often a need is opened again: then the city is called, not a form. */
export const MOST_REOPENED = 3;
const MOST_STEPS = 20;
/** An office has at most so long. Days. */
const MOST_DAYS = 180;

const movedOn = ({ state }: VisitTask): Problem =>
  new Problem('visit_moved_on', `Tugas ini sudah berubah: ${taskStateWords[state].toLowerCase()}. Muat ulang.`);

type NeedOf = NonNullable<Visit['record']>['needs'][number];
/** The task that a need of a record becomes. */
export const newTask = (
  { record, ...visit }: Visit,
  { kind, text }: NeedOf,
  taskId: string,
  at: Instant,
): VisitTask => ({
  taskId,
  visitId: visit.visitId,
  merchantId: visit.merchantId,
  cityCode: visit.cityCode,
  name: visit.name,
  district: visit.district,
  kind,
  text,
  shared: record?.shared ?? false,
  state: 'waiting',
  agencyId: null,
  agencyName: null,
  dueOn: null,
  proof: null,
  photoId: null,
  reopened: 0,
  steps: [{ state: 'waiting', at, by: visit.visitor, note: null }],
  createdAt: at,
  updatedAt: at,
  version: 1,
});

/** One task for each need of a record; `idOf` makes each the same however often the record is read. */
export const tasksOf = (visit: Visit, idOf: (at: number) => string): VisitTask[] =>
  (visit.record?.needs ?? []).map((need, at) => newTask(visit, need, idOf(at), visit.record?.receivedAt ?? ''));

const moved = (
  task: VisitTask,
  { at, by }: { readonly at: Instant; readonly by: Person | null },
  state: VisitTask['state'],
  change: Partial<VisitTask>,
  note: string | null,
): VisitTask => ({
  ...task,
  ...change,
  state,
  updatedAt: at,
  version: task.version + 1,
  steps: [...task.steps, { state, at, by, note }].slice(-MOST_STEPS),
});

type Office = { readonly agencyId: string; readonly agencyName: string };
/**
 * Given to an office with a day; the same value where it has it so already. An office that cannot do it gives way to another.
 * @throws Problem not_allowed without the shop’s consent · date_not_possible · visit_moved_on
 */
export const taskAssigned = (
  task: VisitTask,
  office: Office,
  dueOn: Day,
  now: By & { readonly today: Day },
): VisitTask => {
  if (task.state === 'done') throw movedOn(task);
  if (!task.shared)
    throw new Problem('not_allowed', 'Pemilik belum setuju kebutuhannya dibaca dinas lain. Kota menanganinya sendiri.');
  if (dueOn < now.today || dueOn > addDays(now.today, MOST_DAYS))
    throw new Problem('date_not_possible', `Pilih tenggat mulai hari ini, paling lama ${MOST_DAYS} hari.`, [
      { pointer: '/dueOn', detail: 'Pilih tanggal lain.' },
    ]);
  if (task.agencyId === office.agencyId && task.dueOn === dueOn) return task;
  const state = task.state === 'reopened' ? 'reopened' : 'assigned';
  return moved(task, now, state, { ...office, dueOn }, office.agencyName);
};

/** Done, with what was done; the same value where it is said so already. @throws Problem visit_moved_on */
export const taskDone = (task: VisitTask, text: string, { at, by }: By): VisitTask => {
  if (task.state === 'done' && task.proof?.text === text) return task;
  if (task.state === 'done') throw movedOn(task);
  return moved(task, { at, by }, 'done', { proof: { text, photoId: task.photoId, at, by } }, text);
};

/** Opened again by the shop or the city; the same value where it is. @throws Problem visit_moved_on · limit_reached */
export const taskReopened = (task: VisitTask, reason: string, now: { at: Instant; by: Person | null }): VisitTask => {
  if (task.state === 'reopened') return task;
  if (task.state !== 'done') throw movedOn(task);
  if (task.reopened >= MOST_REOPENED)
    throw new Problem('limit_reached', `Sudah ${MOST_REOPENED} kali dibuka lagi. Hubungi kota lewat pengaduan.`);
  return moved(task, now, 'reopened', { reopened: task.reopened + 1, photoId: null }, reason);
};

/** The same need in the words of a correction. @throws Problem visit_moved_on */
export const taskWorded = (task: VisitTask, text: string, reason: string, { at, by }: By): VisitTask => {
  if (task.state === 'done') throw movedOn(task);
  return moved(task, { at, by }, task.state, { text }, reason);
};

/** The picture that will be the proof’s; the proof’s own sent again, its answer lost, is that one. @throws Problem visit_moved_on */
export const withPicture = (task: VisitTask, photoId: string): VisitTask => {
  if (task.state === 'done' && task.proof?.photoId === photoId) return task;
  if (task.state === 'done') throw movedOn(task);
  return task.photoId === photoId ? task : { ...task, photoId, version: task.version + 1 };
};
