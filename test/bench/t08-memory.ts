import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Files } from '../../functions/files.ts';
import { makeWorld } from '../../functions/world.ts';
import { closeCity } from '../close-city.ts';
import { testWorld } from '../engine.ts';
import { endlessCity } from './kit/endless-city.ts';
import { count, type Print, print, table } from './kit/figures.ts';
import { memoryMb } from './kit/processes.ts';
import { MONTH } from './kit/seeds.ts';
import { CITY } from './kit/where.ts';

const SIZES = (process.env['BENCH_SIZES'] ?? '1000,10000,100000,1000000').split(',').map(Number);

type Closed = { readonly started: number; readonly peak: number; readonly seconds: number; readonly fileKb: number };

/** Closes an invented city in this process; its file is counted and let go, as after an upload. */
const close = async (merchants: number): Promise<Closed> => {
  const base = await testWorld({ table: { ...endlessCity(merchants), name: 'endless', pause: async () => {} } });
  const world = makeWorld({ ...base, client: base.table.client, tableName: 'endless', secret: 'bench' });
  let bytes = 0;
  const files: Files = {
    put: async (_, content) => {
      bytes += content.length;
    },
    get: async () => undefined,
  };
  const { now: started } = memoryMb(process.pid);
  const start = performance.now();
  await closeCity(world, files, CITY, { month: MONTH, phase: 'final', takenAt: '2026-12-11T02:00:00.000Z' });
  const seconds = (performance.now() - start) / 1000;
  return { started, peak: memoryMb(process.pid).peak, seconds, fileKb: bytes / 1024 };
};

/** A heap in which garbage cannot lie for long: what is left is what the close needs. */
const HELD = ['--max-semi-space-size=2', '--max-old-space-size=64'];
const closeApart = async (flags: readonly string[], size: number): Promise<Closed> => {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, import.meta.filename, String(size)]);
  return JSON.parse(stdout) as Closed;
};

/** Each size in a process of its own, because memory once taken is not given back. */
export const run = async (print: Print): Promise<void> => {
  const rows = [];
  const smallest: number[] = [];
  for (const size of SIZES) {
    const [held, free] = [await closeApart(HELD, size), await closeApart([], size)];
    if (smallest.length === 0) smallest.push(held.peak, free.peak);
    const above = [held, free].map(({ peak }, index) => (peak - (smallest[index] ?? 0)).toFixed(0));
    const [heldMb, freeMb] = [held, free].map(({ peak }) => peak.toFixed(0));
    const rest = [count(Math.round(free.fileKb)), free.seconds.toFixed(1)];
    rows.push([count(size), heldMb ?? '', `+${above[0]}`, freeMb ?? '', `+${above[1]}`, ...rest]);
  }
  const [small, free] = ['heap held to 64 MB: peak MB', 'heap left alone: peak MB'];
  print(table(['merchants', small, 'more', free, 'more', 'files kB', 'seconds, with the pager'], rows));
  print('Resident memory of the whole process at its highest (VmHWM), Node itself included.');
};

if (import.meta.main) {
  const size = process.argv[2];
  if (size) process.stdout.write(JSON.stringify(await close(Number(size))));
  else await run(print);
}
