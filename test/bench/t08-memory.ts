import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { closeCity } from '../../functions/equity/close-city.ts';
import type { Files } from '../../functions/files.ts';
import { makeWorld } from '../../functions/world.ts';
import { testWorld } from '../engine.ts';
import { endlessCity } from './endless-city.ts';
import { count, type Print, print, table } from './figures.ts';
import { memoryMb } from './processes.ts';
import { MONTH } from './seeds.ts';
import { CITY } from './stalls.ts';

const SIZES = (process.env['BENCH_SIZES'] ?? '1000,100000,1000000').split(',').map(Number);

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

/** Each size in a process of its own, because memory once taken is not given back. */
export const run = async (print: Print): Promise<void> => {
  const rows = [];
  let smallest: number | undefined;
  for (const size of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(size)]);
    const { started, peak, seconds, fileKb } = JSON.parse(stdout) as Closed;
    smallest ??= peak;
    const figures = [started, peak, peak - smallest].map((mb) => mb.toFixed(0));
    rows.push([count(size), ...figures, count(Math.round(fileKb)), seconds.toFixed(1)]);
  }
  const head = ['merchants', 'before, MB', 'peak, MB', 'above the smallest', 'files, kB', 'seconds, pager included'];
  print(table(head, rows));
  print('The real close over a table that invents its items: the engine is not in these figures.');
};

if (import.meta.main) {
  const size = process.argv[2];
  if (size) process.stdout.write(JSON.stringify(await close(Number(size))));
  else await run(print);
}
