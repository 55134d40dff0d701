/**
 * What it takes to write a city's pages: `node test/bench/pages.ts`, `BENCH_SHOPS=200` for more shops. The real writers
 * over the real engine, into a bucket in memory that counts; what a large city takes is reckoned from it.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { writeGoods } from '../../functions/pages/write-goods.ts';
import type { writeLists } from '../../functions/pages/write-lists.ts';
import { seatOperator } from '../../infra/local/first-operator.ts';
import { memorySite, testClock, testWorld } from '../engine.ts';
import { marketOf } from '../market.ts';
import { count, type Print, print, sum, table } from './kit/figures.ts';
import { openCity, openStalls } from './kit/stalls.ts';
import { CITY } from './kit/where.ts';

const SHOPS = Number(process.env['BENCH_SHOPS'] ?? 60);
const GOODS = 5;
/** Shops and products of a large city, whose eight functions have a core each; S3 asks USD 5 for a million files written and 0.4 for a million read. */
const LARGE = { shops: 60_000, products: 300_000, atOnce: 8, underWay: 16, putMs: 30, dollars: 5e-6 };

const site = memorySite();
let puts = 0;
const counting = {
  ...site,
  replace: (...all: Parameters<typeof site.replace>) => {
    puts += 1;
    return site.replace(...all);
  },
};

const called = (details: readonly object[]) => ({
  Records: details.map((detail, at) => ({
    messageId: `m${at}`,
    body: JSON.stringify({
      'detail-type': 'PagesDue',
      detail: { eventId: `e${at}`, version: 1, at: '2026-11-10T02:00:00.000Z', cityCode: CITY, ...detail },
    }),
  })),
});

/** The writers as one file each: pages are written in TSX, which Node does not read. */
const writers = async () => {
  const outdir = await mkdtemp(join(import.meta.dirname, '.built-'));
  try {
    await build({
      entryPoints: ['write-goods', 'write-lists'].map((name) => `functions/pages/${name}.ts`),
      outdir,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      outExtension: { '.js': '.mjs' },
    });
    const goods: { writeGoods: typeof writeGoods } = await import(join(outdir, 'write-goods.mjs'));
    const lists: { writeLists: typeof writeLists } = await import(join(outdir, 'write-lists.mjs'));
    return { ...goods, ...lists };
  } finally {
    await rm(outdir, { recursive: true });
  }
};

type Run = (event: unknown) => Promise<{ batchItemFailures: readonly unknown[] }>;
const measure = async (name: string, run: Run, details: readonly object[]) => {
  puts = 0;
  const [cpu, start, before] = [process.cpuUsage(), performance.now(), site.texts().size];
  const { batchItemFailures } = await run(called(details));
  if (batchItemFailures.length > 0) throw new Error(`${name} failed`);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (user + system) / 1e6;
  return { name, puts, made: site.texts().size - before, seconds, wall: (performance.now() - start) / 1000 };
};

export const run = async (print: Print): Promise<void> => {
  const world = await testWorld({ now: testClock().now, site: counting });
  await seatOperator(world.table, 'operator', world.now());
  const { as } = marketOf(world);
  await openCity(as);
  const stalls = await openStalls(as, { shops: SHOPS, products: GOODS, stock: 10 });
  const made = await writers();
  const [goods, lists] = [made.writeGoods(() => world), made.writeLists(() => world)];
  const shops: { shops: string[] }[] = [];
  for (let at = 0; at < stalls.length; at += 20)
    shops.push({ shops: stalls.slice(at, at + 20).map(({ merchantId }) => merchantId) });
  const runs = [
    await measure('shops and goods, new', goods, shops),
    await measure('shops and goods, nothing changed', goods, shops),
    await measure('lists of the city', lists, [{}]),
    await measure('lists, nothing changed', lists, [{}]),
  ];
  const rows = runs.map(({ name, puts: files, seconds, wall }) => [
    name,
    count(files),
    seconds.toFixed(2),
    wall.toFixed(2),
    files === 0 ? '–' : count(Math.round(files / seconds)),
  ]);
  print(table(['written', 'files put', 'CPU s', 'clock s', 'pages a CPU second'], rows));
  const pages = [...site.texts()]
    .filter(([key]) => /^pages\/.*(usaha|barang).*html$/.test(key))
    .map(([, text]) => text);
  const bytes = sum(pages.map((text) => Buffer.byteLength(text))) / pages.length;
  const packed = sum(pages.map((text) => gzipSync(text).length)) / pages.length;
  const files = LARGE.shops + LARGE.products;
  const first = runs[0] as (typeof runs)[number];
  const cpu = (files * first.seconds) / first.puts;
  const waiting = (files * LARGE.putMs) / 1000 / LARGE.underWay;
  print(
    table(
      ['a city of 60,000 shops and 300,000 products', ''],
      [
        ['files', count(files)],
        ['bytes a page, plain and packed', `${count(Math.round(bytes))}, ${count(Math.round(packed))}`],
        ['bytes in all, GB', ((files * bytes) / 1e9).toFixed(1)],
        ['written anew, USD of S3', (files * LARGE.dollars).toFixed(2)],
        ['CPU in all, minutes', (cpu / 60).toFixed(0)],
        [`${LARGE.atOnce} functions at once, minutes`, ((cpu + waiting) / LARGE.atOnce / 60).toFixed(1)],
      ],
    ),
  );
};

if (import.meta.main) await run(print);
