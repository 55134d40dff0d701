import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrected, MOST_CORRECTIONS, tasksAfter } from '../../../shared/domain/visits/correction.ts';
import type { VisitTask } from '../../../shared/domain/visits/task.ts';
import { taskDone, tasksOf } from '../../../shared/domain/visits/task-moves.ts';
import type { NewCorrection } from '../../../shared/domain/visits/visit-correction.ts';
import { type Need, needWords } from '../../../shared/domain/visits/words.ts';
import { madeVisit as visit, visited } from '../../visited.ts';

const now = { at: '2026-11-13T03:00:00.000Z', by: 'lapangan' };
const { production, marketing, obstacles, problems, needs, agreed, again } = visited;
const same: NewCorrection = {
  production,
  marketing,
  obstacles,
  problems,
  needs,
  agreed,
  again,
  reason: 'Salah tulis.',
};
const idOf = (at: number) => `tsk ${at}`;
const tasksNow = (tasks: readonly VisitTask[], changed: readonly VisitTask[]): VisitTask[] => [
  ...new Map([...tasks, ...changed].map((task) => [task.taskId, task])).values(),
];

describe('a correction', () => {
  test('keeps what stood there, who changed it, when and why', () => {
    const after = corrected(visit, { ...same, production: 'Enam kilo sehari.' }, now);
    expect(after.record).toMatchObject({ production: 'Enam kilo sehari.', receivedAt: visit.record?.receivedAt });
    expect(after.corrections).toMatchObject([{ ...now, reason: 'Salah tulis.', before: { production } }]);
    expect(after.version).toBe(visit.version + 1);
  });

  test('that changes nothing is none, and ends after ten', () => {
    expect(corrected(visit, same, now)).toBe(visit);
    let last = visit;
    for (let at = 0; at < MOST_CORRECTIONS; at++) last = corrected(last, { ...same, production: `${at} kilo.` }, now);
    expect(() => corrected(last, { ...same, production: 'Lagi.' }, now)).toThrow(/10 kali/);
  });

  test('takes its tasks along: other words are the same task, a new need is another, one that is none is done', () => {
    const tasks = tasksOf(visit, idOf);
    const wanted = { ...same, needs: [{ kind: 'photos' as const, text: 'Foto dan label' }] };
    const [worded, ...none] = tasksAfter(corrected(visit, wanted, now), tasks, idOf, 'Kurang label.', now);
    expect(none).toEqual([]);
    expect(worded).toMatchObject({ taskId: tasks[0]?.taskId, text: 'Foto dan label', state: 'waiting' });
    const other = { ...same, needs: [{ kind: 'permit' as const, text: 'PIRT' }] };
    const changed = tasksAfter(corrected(visit, other, now), tasks, idOf, 'Salah catat.', now);
    expect(changed).toMatchObject([
      { taskId: tasks[0]?.taskId, state: 'done', proof: { text: 'Bukan kebutuhan: Salah catat.' } },
      { taskId: 'tsk 1', kind: 'permit', state: 'waiting' },
    ]);
  });

  test('leaves what was done as it was done', () => {
    const tasks = tasksOf(visit, idOf).map((task) => taskDone(task, 'Sudah difoto.', now));
    const after = corrected(visit, { ...same, needs: [] }, now);
    expect(tasksAfter(after, tasks, idOf, 'Salah.', now)).toEqual([]);
  });

  test('leaves, however often and whatever is wanted, one open task for each need and none beside', () => {
    const kinds = fc.constantFrom(...(Object.keys(needWords) as Need[]));
    const need = fc.record({ kind: kinds, text: fc.constantFrom('Satu', 'Dua') });
    fc.assert(
      fc.property(fc.array(fc.array(need, { maxLength: 5 }), { maxLength: 6 }), (steps) => {
        let [last, tasks] = [visit, tasksOf(visit, idOf)];
        for (const wanted of steps) {
          const after = corrected(last, { ...same, needs: wanted }, now);
          if (after === last) continue;
          tasks = tasksNow(tasks, tasksAfter(after, tasks, idOf, 'Salah.', now));
          last = after;
          const open = tasks.filter(({ state }) => state !== 'done').map(({ kind, text }) => `${kind} ${text}`);
          expect(open.sort()).toEqual(wanted.map(({ kind, text }) => `${kind} ${text}`).sort());
          expect(new Set(tasks.map(({ taskId }) => taskId)).size).toBe(tasks.length);
        }
      }),
    );
  });
});
