import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { phone, slowDown } from '../../web/browser.ts';

/** What a first visit sent, in bytes as sent, and when a person saw what, in milliseconds since the address was opened. */
export type Visited = {
  readonly weights: Readonly<Record<Kind, number>>;
  readonly requests: number;
  /** The name and price of a good, or what else people came for, stood there. */
  readonly firstGood: number;
  /** The largest paint, and what it was. */
  readonly lcp: number;
  readonly largest: string;
  readonly tbt: number;
  readonly cls: number;
};
const kinds = { script: /javascript/, style: /css/, font: /font|woff/, picture: /^image/, html: /html/, rest: /./ };
export type Kind = keyof typeof kinds;
const kindOf = (type: string): Kind => (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(type)) ?? 'rest';

type Seen = { firstGood: number; lcp: number; largest: string; tbt: number; cls: number };

/** Listens from before the first byte: long tasks and shifts are told only to who is there. */
const listen = (page: Page, good: string): Promise<unknown> =>
  page.addInitScript((good) => {
    const seen: Seen = { firstGood: 0, lcp: 0, largest: '', tbt: 0, cls: 0 };
    Object.assign(globalThis, { seen });
    const nameOf = (at: Element | null | undefined): string => {
      const home = at?.closest('.card, .product, .cart-line, .goods-rows li, h1, h2, header, footer, main');
      const of = home?.className.split(' ')[0] || home?.tagName.toLowerCase() || 'gone';
      return `${at?.tagName.toLowerCase()} in ${of}`;
    };
    // The browser tells when an element was painted if it is marked before that.
    new MutationObserver(() => {
      const first = document.querySelector(good);
      if (first && !first.hasAttribute('elementtiming')) first.setAttribute('elementtiming', 'good');
    }).observe(document, { childList: true, subtree: true });
    const on = (type: string, hear: (entry: never) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) hear(entry as never);
      }).observe({ type, buffered: true });
    on('element', ({ renderTime, loadTime }: { renderTime: number; loadTime: number }) => {
      seen.firstGood ||= renderTime || loadTime;
    });
    on('largest-contentful-paint', ({ startTime, element }: { startTime: number; element: Element | null }) => {
      seen.lcp = startTime;
      seen.largest = nameOf(element);
    });
    on('longtask', ({ duration }: { duration: number }) => {
      seen.tbt += Math.max(0, duration - 50);
    });
    on('layout-shift', ({ value, hadRecentInput }: { value: number; hadRecentInput: boolean }) => {
      if (!hadRecentInput) seen.cls += value;
    });
  }, good);

/** The page is there and quiet; what its worker fetches beforehand, a second later, is not part of a first view. */
const QUIET_MS = 900;
const quiet = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => !document.querySelector('.script'));
  await page.waitForTimeout(QUIET_MS);
};

/**
 * Opens an address as a phone that was never here, at slow 4G with a quarter of the processor. `good` selects what people
 * came for; `prepared` is what the device already holds, a cart for example.
 */
export const visitSlowly = async (
  browser: Browser,
  url: string,
  good: string,
  prepared: BrowserContextOptions = {},
): Promise<Visited> => {
  const context = await browser.newContext({ ...phone, ...prepared, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const sent: Promise<{ kind: Kind; bytes: number }>[] = [];
    const weigh = async (request: Request) => {
      const [response, sizes] = [await request.response(), await request.sizes()];
      return { kind: kindOf(response?.headers()['content-type'] ?? ''), bytes: sizes.responseBodySize };
    };
    page.on('requestfinished', (request) => sent.push(weigh(request)));
    await listen(page, good);
    await slowDown(page);
    await page.goto(url, { waitUntil: 'commit' });
    await quiet(page);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    const all = await Promise.all(sent);
    const sum = (kind: Kind) => all.reduce((total, one) => total + (one.kind === kind ? one.bytes : 0), 0);
    const weights = Object.fromEntries((Object.keys(kinds) as Kind[]).map((kind) => [kind, sum(kind)]));
    return { weights: weights as Record<Kind, number>, requests: all.length, ...seen };
  } finally {
    await context.close();
  }
};
