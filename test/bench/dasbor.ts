/**
 * Pages of the Dasbor over the market that `npm run market:large` left: `node test/bench/dasbor.ts`, `BENCH_FOLDER` for
 * another folder, `BENCH_VISITS=3` for fewer visits a page. One browser, a desk. Prints a table, asserts nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildSite } from '../../infra/bundling/site-bundle.ts';
import { MARKET_DB } from '../../infra/local/engine/load-table.ts';
import { workApart } from '../../infra/local/events/work-apart.ts';
import { localFolder } from '../../infra/local/folder.ts';
import { startMarket } from '../../infra/local/market.ts';
import { knownKeys, signToken } from '../../infra/local/sign-in/tokens.ts';
import { terminalLogger } from '../../infra/local/terminal.ts';
import { mayOpen } from '../../web/dasbor/opened.ts';
import { pages } from '../../web/dasbor/pages.ts';
import { desk, launch, ready } from '../web/browser.ts';
import { count, median, type Print, print, quantile, table } from './kit/figures.ts';
import { forkMarket, tellMarket } from './kit/fork-market.ts';
import { untilIdle } from './kit/processes.ts';

const VISITS = Number(process.env['BENCH_VISITS'] ?? 20);
/** Rounds in the minutes after a start, which makes up for the hours the market was closed. */
const BUSY_VISITS = Math.ceil(VISITS / 4);
const LIMIT_MS = 1000;
const folder = process.env['BENCH_FOLDER'] ?? join(localFolder, 'large');
const CITY = '35.73';
const ADMIN = 'admin-malang';

type Opened = { readonly ms: number; readonly requests: number; readonly bytes: number };

/** Opens an address as a bookmark does, and waits until everything it shows is there. */
const open = async (page: Page, address: string): Promise<Opened> => {
  const sizes: Promise<number>[] = [];
  const weigh = (of: { sizes: () => Promise<{ responseBodySize: number }> }) =>
    sizes.push(of.sizes().then(({ responseBodySize }) => Math.max(0, responseBodySize)));
  page.on('requestfinished', weigh);
  const began = performance.now();
  await page.goto(address);
  await ready(page);
  const ms = performance.now() - began;
  page.off('requestfinished', weigh);
  const all = await Promise.all(sizes);
  return { ms, requests: all.length, bytes: all.reduce((total, one) => total + one, 0) };
};

const marked = (ms: string): string => (Number(ms) > LIMIT_MS ? `**${ms}**` : ms);

const addresses = pages
  .filter((page) => mayOpen(page, 'city', ['anybody', 'city-admin']))
  .map(({ slug }) => ({ slug, address: `/dasbor/${slug}?kota=${CITY}` }));

export const run = async (print: Print): Promise<void> => {
  if (!existsSync(join(folder, MARKET_DB))) throw new Error(`no market in ${folder}: npm run market:large first`);
  const market = await forkMarket(import.meta.filename, folder);
  const browser = await launch();
  try {
    const keys = await knownKeys(folder);
    if (!keys) throw new Error('the market has no keys to sign with');
    const session = { token: await signToken(keys, ADMIN), name: ADMIN, until: Date.now() + 3_600_000 };
    const context = await browser.newContext({ ...desk, baseURL: market.url, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto('/icon.svg');
    await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
    // Pages take turns, so that what else the machine does falls on all of them alike.
    const rounds = async (many: number) => {
      const visits = new Map<string, Opened[]>(addresses.map(({ slug }) => [slug, []]));
      for (let round = 0; round < many; round++)
        for (const { slug, address } of addresses) visits.get(slug)?.push(await open(page, address));
      return visits;
    };
    // The first round warms up, and asks for what is made behind the pages.
    await rounds(1);
    const busy = await rounds(BUSY_VISITS);
    const behindMs = await untilIdle(market.pid);
    const visits = await rounds(VISITS);
    print(
      table(
        ['page', 'p50 ms', 'p95 ms', 'requests', 'kB received', 'after a start, longest ms'],
        [...visits].map(([slug, of]) => {
          const times = of.map(({ ms }) => ms);
          const p95 = quantile(times, 0.95).toFixed(0);
          const longest = Math.max(...(busy.get(slug) ?? []).map(({ ms }) => ms)).toFixed(0);
          return [
            slug,
            median(times).toFixed(0),
            marked(p95),
            median(of.map(({ requests }) => requests)),
            (median(of.map(({ bytes }) => bytes)) / 1000).toFixed(1),
            marked(longest),
          ];
        }),
      ),
    );
    print(
      `${count(VISITS)} visits a page, pages taking turns, once the market had nothing else to do, which took it ${count(Math.round(behindMs / 1000))} s of a processor more; the last column is of ${count(BUSY_VISITS)} visits before that, in the minutes after a start; above ${count(LIMIT_MS)} ms stands in bold.`,
    );
  } finally {
    await browser.close();
    await market.stop();
  }
};

if (process.send && process.argv[2]) {
  // What the public pages show is not followed: they are not what is looked at.
  const site = join(process.argv[2], 'site');
  await buildSite(site);
  await import('esbuild').then(({ stop }) => stop());
  tellMarket(
    await startMarket({
      port: 0,
      folder: process.argv[2],
      site,
      siteBuilt: () => false,
      workApart,
      logger: terminalLogger,
    }),
  );
} else if (import.meta.main) await run(print);
