/**
 * What a search costs: `node test/bench/search.ts`, or by `BENCH_ENTRIES=1000,30000` for other sizes. The route itself is
 * asked, with its table, its decision and its cards, over the index that a publisher left. Prints a table, asserts nothing.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoryFiles, memorySite, testClock, testWorld } from '../engine.ts';
import { marketOf } from '../market.ts';
import { count, type Print, print, quantile, table } from './kit/figures.ts';
import { writeIndexOf } from './kit/large-city.ts';
import { cityItems, fill } from './kit/seeds.ts';
import { CITY } from './kit/where.ts';

const SIZES = (process.env['BENCH_ENTRIES'] ?? '1000,30000,300000').split(',').map(Number);
const ROUNDS = 7;
const searches =
  'nasi kotak|telor asin|beras 5|kripik pedas|jilbap katun|kopi robusta|spanduk|batik tulis sutra|madu hitam 12|sambel gurih|telur|ayam bakar|hijab segi empat|gamis|minyak';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is held, in the heap and in columns beside it. */
const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const MB = (bytes: number): string => (bytes / 1e6).toFixed(0);

const measure = async (products: number) => {
  const [files, site] = [memoryFiles(), memorySite()];
  const world = await testWorld({ now: testClock().now, files, site });
  await fill(world.table, 1, cityItems);
  const { ask } = marketOf(world);
  const bytes = await writeIndexOf(products, { files, site, drawnOn: '2026-11-10' });
  const search = async (text: string) => {
    const { status } = await ask('GET /cities/{city}/search', undefined, {
      params: { city: CITY },
      query: { text, limit: 24 },
    });
    if (status !== 200) throw new Error(`a search answered ${status}`);
  };
  const before = held();
  const start = performance.now();
  await search('nasi');
  const first = performance.now() - start;
  const [times, used]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const text of searches.split('|')) {
      const [cpu, begun] = [process.cpuUsage(), performance.now()];
      await search(text);
      if (round === 0) continue;
      times.push(performance.now() - begun);
      const { user, system } = process.cpuUsage(cpu);
      used.push((user + system) / 1000);
    }
  const milliseconds = [times, used].flatMap((of) => [0.5, 0.95].map((share) => quantile(of, share).toFixed(1)));
  return [count(products), count(bytes), first.toFixed(0), ...milliseconds, MB(held() - before)];
};

export const run = async (print: Print): Promise<void> => {
  const rows = [];
  for (const products of SIZES) rows.push(await measure(products));
  const head = [
    'products',
    'index, bytes packed',
    'first search ms',
    'p50 ms',
    'p95 ms',
    'CPU p50',
    'CPU p95',
    'held MB',
  ];
  print(table(head, rows));
};

if (import.meta.main) await run(print);
