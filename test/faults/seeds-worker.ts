import { parentPort } from 'node:worker_threads';
import { runHistory } from './history.ts';
import { count, noTally } from './seeds.ts';

// Refusals are thrown by the thousand, and nobody reads where: a history that fails is run again, traced.
Error.stackTraceLimit = 0;
parentPort?.on('message', async ({ from, to, operations }: { from: number; to: number; operations: number }) => {
  const tally = noTally();
  for (let seed = from; seed < to; seed++) count(tally, await runHistory({ seed, operations }));
  parentPort?.postMessage(tally);
});
