import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FaultKind } from './chance/faults.ts';
import { type HistoryOptions, type HistoryOutcome, OPERATIONS, runHistory } from './history.ts';

/** Sums over histories, and the first violations. */
export type Tally = {
  histories: number;
  operations: number;
  steps: number;
  inFlight: number;
  readonly faults: Record<string, number>;
  readonly answers: Record<string, number>;
  readonly violations: { seed: number; violation: string }[];
};
export const noTally = (): Tally => ({
  histories: 0,
  operations: 0,
  steps: 0,
  inFlight: 0,
  faults: {},
  answers: {},
  violations: [],
});
const plus = (sums: Record<string, number>, more: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count;
};
export const count = (tally: Tally, outcome: HistoryOutcome): void => {
  tally.histories += 1;
  tally.operations += outcome.operations;
  tally.steps += outcome.steps;
  tally.inFlight += outcome.inFlight;
  plus(tally.faults, outcome.faults satisfies Record<FaultKind, number>);
  plus(tally.answers, outcome.answers);
  if (outcome.violation) tally.violations.push({ seed: outcome.seed, violation: outcome.violation });
};
export const merge = (tally: Tally, more: Tally): void => {
  for (const name of ['histories', 'operations', 'steps', 'inFlight'] as const) tally[name] += more[name];
  plus(tally.faults, more.faults);
  plus(tally.answers, more.answers);
  tally.violations.push(...more.violations);
};

const PORTION = 20;
/** Runs seeds `from` … on every core, in portions; stops when `enough` says so. Node runs the worker's TypeScript itself. */
export const runSeeds = async (
  { from, histories, operations = OPERATIONS }: { from: number; histories: number; operations?: number },
  told: (tally: Tally) => void = () => {},
  enough: (tally: Tally) => boolean = ({ violations }) => violations.length > 0,
): Promise<Tally> => {
  const tally = noTally();
  let next = from;
  const end = from + histories;
  const one = async () => {
    const worker = new Worker(new URL('./seeds-worker.ts', import.meta.url));
    let [answer, fail]: [(tally: Tally) => void, (error: Error) => void] = [() => {}, () => {}];
    worker.on('message', (more: Tally) => answer(more)).on('error', (error) => fail(error));
    try {
      while (next < end && !enough(tally)) {
        const portion = { from: next, to: Math.min(next + PORTION, end), operations };
        next = portion.to;
        const answered = new Promise<Tally>((resolve, reject) => {
          [answer, fail] = [resolve, reject];
        });
        worker.postMessage(portion);
        merge(tally, await answered);
        told(tally);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, one));
  return tally;
};

/** The same history with as few wishes as still fail: what begins later never changes what began before. */
export const shrink = async (options: HistoryOptions): Promise<HistoryOutcome> => {
  for (let operations = 1; operations < (options.operations ?? OPERATIONS); operations++) {
    const outcome = await runHistory({ ...options, operations });
    if (outcome.violation) return runHistory({ ...options, operations, traced: true });
  }
  return runHistory({ ...options, traced: true });
};
