import { parentPort } from 'node:worker_threads';
import { runHistory } from './history.ts';
import { count, noTally } from './seeds.ts';

parentPort?.on('message', async ({ from, to, operations }: { from: number; to: number; operations: number }) => {
  const tally = noTally();
  for (let seed = from; seed < to; seed++) count(tally, await runHistory({ seed, operations }));
  parentPort?.postMessage(tally);
});
