/**
 * First views of the storefront with photos: `node test/bench/web.ts`, `BENCH_VISITS=1` for fewer visits a page. A market
 * grown by the demo's own code, in processes of its own; one browser, opened and closed here. Prints tables, asserts nothing.
 */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launch, phone } from '../web/browser.ts';
import { median, type Print, print, table } from './kit/figures.ts';
import { type Kind, type Visited, visitSlowly } from './kit/page-visit.ts';
import { startPictured } from './kit/pictured-market.ts';

const VISITS = Number(process.env['BENCH_VISITS'] ?? 5);
const HOME = '/malang';
const CATEGORY = '/malang/konsumsi-rapat';
/** What the pages are held to. */
const goal = { script: 20_000, firstGood: 1200, lcp: 1800, tbt: 150, cls: 0 };

type View = { readonly path: string; readonly good: string; readonly prepared?: BrowserContextOptions };

/** Finds a product and its shop as people do, and lays two goods of a list into a cart. */
const viewsOf = async (browser: Browser, origin: string): Promise<Record<string, View>> => {
  const context = await browser.newContext({ ...phone, baseURL: origin });
  const page = await context.newPage();
  await page.goto(CATEGORY);
  const product = (await page.locator('.card .name').first().getAttribute('href')) ?? '';
  for (const at of [0, 1]) await page.locator('.card .quick').nth(at).click();
  const storageState = await context.storageState();
  await page.goto(product);
  const shop = (await page.locator('main a[href*="/usaha/"]').first().getAttribute('href')) ?? '';
  await context.close();
  const list = '.card h3';
  return {
    home: { path: HOME, good: list },
    category: { path: CATEGORY, good: list },
    product: { path: product, good: '.product h1' },
    shop: { path: shop, good: list },
    cart: { path: '/keranjang/', good: '.cart-line .goods', prepared: { storageState } },
  };
};

/** Shopify's Dawn: kB of script a page, packed; from its repository at commit 9ccdacf. */
const dawn: Record<string, string> = { home: '12.1', category: '19.7', product: '26.0', shop: '19.7', cart: '19.0' };

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const middle = (visits: readonly Visited[], of: (visit: Visited) => number): number => median(visits.map(of));
const mark = (value: number, most: number, text: string): string => (value > most ? `**${text}**` : text);

export const run = async (print: Print): Promise<void> => {
  const market = await startPictured();
  const browser = await launch();
  try {
    const views = await viewsOf(browser, market.url);
    const visits = new Map<string, Visited[]>(Object.keys(views).map((name) => [name, []]));
    // Pages take turns, so that what else the machine does falls on all of them alike.
    for (let round = 0; round < VISITS; round++)
      for (const [name, { path, good, prepared }] of Object.entries(views))
        visits.get(name)?.push(await visitSlowly(browser, market.url + path, good, prepared));
    const weight = (of: readonly Visited[], kind: Kind) => middle(of, ({ weights }) => weights[kind]);
    const kinds: Kind[] = ['script', 'style', 'font', 'picture', 'html', 'rest'];
    print(
      table(
        ['first view, kB as sent', ...kinds, 'all', 'requests', 'Dawn’s script'],
        [...visits].map(([name, of]) => [
          name,
          ...kinds.map((kind) =>
            mark(weight(of, kind), kind === 'script' ? goal.script : Infinity, kB(weight(of, kind))),
          ),
          kB(kinds.reduce((total, kind) => total + weight(of, kind), 0)),
          middle(of, ({ requests }) => requests),
          dawn[name] ?? '–',
        ]),
      ),
    );
    const ms = (of: readonly Visited[], what: 'firstGood' | 'lcp' | 'tbt'): string => {
      const value = middle(of, (visit) => visit[what]);
      return mark(value, goal[what], value.toFixed(0));
    };
    print(
      table(
        ['slow 4G, CPU ÷4', 'first good ms', 'largest paint ms', 'which is', 'blocked ms', 'shift'],
        [...visits].map(([name, of]) => {
          const cls = middle(of, (visit) => visit.cls);
          const largest = [...new Set(of.map((visit) => visit.largest))].join(', ');
          return [
            name,
            ms(of, 'firstGood'),
            ms(of, 'lcp'),
            largest,
            ms(of, 'tbt'),
            mark(cls, goal.cls, cls.toFixed(3)),
          ];
        }),
      ),
    );
    print(`Median of ${VISITS} first visits a page, pages taking turns; what misses its goal stands in bold.`);
  } finally {
    await browser.close();
    await market.stop();
  }
};

if (import.meta.main) await run(print);
