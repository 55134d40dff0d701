import { isDeepStrictEqual } from 'node:util';
import type { VisitTask } from '../../../shared/domain/visits/task.ts';
import type { StoredVisit } from '../../../shared/table/visits/visits.ts';
import type { Observer } from '../sim.ts';
import type { Books } from './books.ts';

const next = (before: StoredVisit, after: StoredVisit): string | undefined => {
  if (after.version !== before.version + 1) return 'it skipped a version';
  if (before.record && !isDeepStrictEqual(before.record, after.record)) return 'its record was written over';
  if (before.state === 'done' && after.state !== 'done') return 'it was made, and is not any more';
  return undefined;
};

/** After every commit: a visit is written down once, and what was written stays. */
export const keepsVisits: Observer = (sim, changes) => {
  for (const { key, before, after } of changes) {
    if ((after ?? before)?.['type'] !== 'Visit') continue;
    const [was, is] = [before as unknown as StoredVisit | undefined, after as unknown as StoredVisit | undefined];
    const wrong = !is ? 'it was removed' : was ? next(was, is) : is.record ? 'it begins as made' : undefined;
    if (wrong) sim.violated(`Visit ${key}: ${wrong}`);
  }
};

/** When the dust has settled: each need of a record is one task, the shop finds the visit, and the phone that was told so sent it. */
export const checkVisits = ({ ledger, violated }: Books): void => {
  const tasks = new Map<string, VisitTask[]>();
  for (const task of ledger.all('VisitTask')) tasks.set(task.visitId, [...(tasks.get(task.visitId) ?? []), task]);
  const shown = new Set(ledger.all('ShopVisit').map(({ visitId }) => visitId));
  const met = new Set(ledger.all('VisitedShop').map(({ merchantId }) => merchantId));
  for (const { visitId, merchantId, record, state } of ledger.all('Visit')) {
    if (record && record.met !== 'nobody' && !met.has(merchantId))
      violated(`somebody was met on visit ${visitId}, and the shop still waits for one`);
    const needs = (record?.needs ?? []).map(({ kind, text }) => `${kind} ${text}`).sort();
    const made = (tasks.get(visitId) ?? []).map(({ kind, text }) => `${kind} ${text}`).sort();
    if (!isDeepStrictEqual(made, needs)) violated(`visit ${visitId} needs ${needs}, its tasks are ${made}`);
    if ((record !== null) !== shown.has(visitId)) violated(`visit ${visitId} is ${state}, and its shop sees otherwise`);
    if ((record !== null) !== (state === 'done'))
      violated(`visit ${visitId} is ${state} with record ${record !== null}`);
  }
};
