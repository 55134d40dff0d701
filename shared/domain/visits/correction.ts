import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import type { VisitTask } from './task.ts';
import { newTask, taskDone, taskWorded } from './task-moves.ts';
import type { Visit } from './visit.ts';
import type { corrigible, NewCorrection } from './visit-correction.ts';
import type { VisitRecord } from './visit-record.ts';

/** So often a record is corrected: then it is visited again. */
export const MOST_CORRECTIONS = 10;

type By = { readonly at: Instant; readonly by: Person };
const partOf = (record: Pick<VisitRecord, keyof typeof corrigible>) => {
  const { production, marketing, obstacles, problems, needs, agreed, again } = record;
  return { production, marketing, obstacles, problems, needs, agreed, again };
};

/**
 * The record as its officer corrects it, with what stood there before, who changed it, when and why; the same value where
 * nothing is another.
 * @throws Problem visit_moved_on without a record · limit_reached
 */
export const corrected = (before: Visit, { reason, ...given }: NewCorrection, { at, by }: By): Visit => {
  const { record, corrections } = before;
  if (!record) throw new Problem('visit_moved_on', 'Catatan kunjungan ini belum terkirim. Kirim dulu, lalu perbaiki.');
  const [was, is] = [partOf(record), partOf(given)];
  if (JSON.stringify(was) === JSON.stringify(is)) return before;
  if (corrections.length >= MOST_CORRECTIONS)
    throw new Problem(
      'limit_reached',
      `Catatan ini sudah ${MOST_CORRECTIONS} kali diperbaiki. Jadwalkan kunjungan baru.`,
    );
  return {
    ...before,
    record: { ...record, ...is },
    version: before.version + 1,
    corrections: [...corrections, { at, by, reason, before: was }],
  };
};

const NO_NEED = 'Bukan kebutuhan: ';
/** What a correction said to be none is nobody's answer to a need that is written down again. */
const isNone = ({ state, proof }: VisitTask): boolean => state === 'done' && Boolean(proof?.text.startsWith(NO_NEED));

type NeedOf = VisitRecord['needs'][number];
/** Which need each task is of now: one in its very words before one of its kind. */
const pairsOf = (tasks: readonly VisitTask[], needs: readonly NeedOf[]) => {
  const left = [...needs];
  const pairs = new Map<VisitTask, NeedOf>();
  const pair = (fits: (task: VisitTask, need: NeedOf) => boolean) => {
    for (const task of tasks) {
      const at = pairs.has(task) ? -1 : left.findIndex((need) => need.kind === task.kind && fits(task, need));
      const [need] = at < 0 ? [] : left.splice(at, 1);
      if (need) pairs.set(task, need);
    }
  };
  pair((task, need) => need.text === task.text);
  pair(() => true);
  return { pairs, left };
};

/**
 * The tasks of a visit after its record was corrected, those that changed alone: a need in other words is the same task, a new
 * one another, and one that turns out to be none is done with the reason. What is done stays as it was done.
 */
export const tasksAfter = (
  visit: Visit,
  tasks: readonly VisitTask[],
  idOf: (at: number) => string,
  reason: string,
  now: By,
): VisitTask[] => {
  const alive = tasks.filter((task) => !isNone(task));
  const { pairs, left } = pairsOf(alive, visit.record?.needs ?? []);
  const changed = alive.flatMap((task) => {
    const need = pairs.get(task);
    if (task.state === 'done' || need?.text === task.text) return [];
    return [need ? taskWorded(task, need.text, reason, now) : taskDone(task, `${NO_NEED}${reason}`, now)];
  });
  return [...changed, ...left.map((need, at) => newTask(visit, need, idOf(tasks.length + at), now.at))];
};
