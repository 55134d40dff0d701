/*
 * node test/bench/equity.ts   prints what the equity engine costs, as markdown tables. Nothing is asserted.
 * EQUITY_BENCH_MERCHANTS sets the merchants of the country (65,000,000) for a quick look.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CitySource, mergeCities } from '../../shared/domain/equity/files/merge-cities.ts';
import { ascendingPass } from '../../shared/domain/equity/measures/ascending-pass.ts';
import { encodeCityFile } from '../domain/equity/files/encode-city-file.ts';

const CITIES = 514;
const MONTH = '2026-10';
const MEGABYTE = 2 ** 20;

type Print = (table: string) => void;

/** Resident memory at its highest while `work` runs, beside its time. Sampled by a timer and at both ends. */
const watched = async <T>(work: () => Promise<T>) => {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  look();
  return { result, seconds, peakMegabytes: peak / MEGABYTE, grownMegabytes: (peak - before) / MEGABYTE };
};

/** Log-normal turnover, the unsold first. */
type Market = { name: string; unsoldShare: number; stepRupiah: number };
const usual: Market = { name: 'a third unsold, steps of Rp 500', unsoldShare: 1 / 3, stepRupiah: 500 };
/** No zeros to skip and hardly a tie to guess: the dearest list a merge can meet. */
const dearest: Market = { name: 'all sell, any rupiah', unsoldShare: 0, stepRupiah: 1 };

/** One city's amounts, sorted. xorshift32, so every run has the same city. */
const cityOf = (merchants: number, seed: number, { unsoldShare, stepRupiah }: Market): Float64Array => {
  let state = seed * 2_654_435_761 || 1;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  const amounts = new Float64Array(merchants);
  for (let i = 0; i < merchants; i += 1) {
    if (random() < unsoldShare) continue;
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    amounts[i] = stepRupiah * Math.ceil(Math.exp(13.7 + 1.4 * normal) / stepRupiah);
  }
  return amounts.sort();
};

const totalOf = (amounts: Float64Array) => ({
  count: amounts.length,
  total: BigInt(amounts.reduce((a, b) => a + b, 0)),
});

const onePass = async (print: Print) => {
  const rows: string[] = [];
  for (const merchants of [1000, 100_000, 1_000_000]) {
    const amounts = cityOf(merchants, 1, dearest);
    const control = totalOf(amounts);
    const once = async () => {
      const pass = ascendingPass(control);
      for (const amount of amounts) pass.add(amount);
      return pass.measures();
    };
    const runs = Math.ceil(3_000_000 / merchants);
    await once();
    const { seconds, peakMegabytes, grownMegabytes } = await watched(async () => {
      for (let i = 0; i < runs; i += 1) await once();
    });
    const each = (seconds / runs / merchants) * 1e9;
    rows.push(
      `| ${merchants} | ${((seconds / runs) * 1000).toFixed(2)} ms | ${each.toFixed(0)} ns | ${peakMegabytes.toFixed(0)} MB | ${grownMegabytes.toFixed(1)} MB |`,
    );
  }
  print(
    ['| merchants, one pass | time | each | peak memory | of it the passes |', '|--:|--:|--:|--:|--:|', ...rows].join(
      '\n',
    ),
  );
};

const national = async (market: Market): Promise<string> => {
  const merchants = Number(process.env.EQUITY_BENCH_MERCHANTS ?? 65_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'equity-bench-'));
  try {
    const sources: CitySource[] = [];
    let bytes = 0;
    for (let city = 0; city < CITIES; city += 1) {
      const size = Math.floor((merchants * (city + 1)) / CITIES) - Math.floor((merchants * city) / CITIES);
      const [amounts, cityCode] = [cityOf(size, city + 1, market), `city-${city}`];
      const path = join(folder, cityCode);
      await pipeline(encodeCityFile({ cityCode, month: MONTH, ...totalOf(amounts) }, amounts), createWriteStream(path));
      bytes += (await stat(path)).size;
      sources.push({ cityCode, open: () => createReadStream(path) });
    }
    const { result, seconds, peakMegabytes } = await watched(() => mergeCities(MONTH, sources));
    const each = ((seconds / merchants) * 1e9).toFixed(0);
    const gini = result.measures.gini.value?.toFixed(9);
    return `| ${market.name} | ${result.cities.length} | ${merchants} | ${(bytes / merchants).toFixed(2)} | ${seconds.toFixed(1)} s | ${each} ns | ${peakMegabytes.toFixed(0)} MB | ${gini} |`;
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Prints the tables: one city in one pass, and the national merge (its files are written first, untimed). */
export const run = async (print: Print): Promise<void> => {
  await onePass(print);
  const head = '| market | files | merchants | bytes each | merge, both readings | each | peak memory | Gini |';
  print(`\n${head}\n|:--|--:|--:|--:|--:|--:|--:|--:|`);
  for (const market of [usual, dearest]) print(await national(market));
};

if (import.meta.main) await run((table) => process.stdout.write(`${table}\n`));
