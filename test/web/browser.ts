import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { PATIENCE_MS } from '../patience.ts';

const screens = join(import.meta.dirname, '../../.local/screens');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** An installed Chromium, or the one that comes with npm, which is unpacked when first asked for. */
const browserPath = async (): Promise<string> => installed ?? (await packed.executablePath());

/** vitest's globalSetup: unpacks it before two files want it at once, of which one would start half a browser. */
export const setup = async (): Promise<void> => {
  await browserPath();
};

/** `more` is what a measurement takes away from it. */
export const launch = async (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserPath(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

export type Seen = {
  readonly page: Page;
  /** What the console called an error, uncaught faults, and every violation of the content security policy. */
  readonly complaints: string[];
};

/** The phone of a shop owner, unless something else is asked for. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  locale: 'id-ID',
  reducedMotion: 'reduce',
};
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };

/**
 * A device on which the service worker stands between pages and network. It fetches every file of a shopper's pages, some
 * 140, for each device anew: only where it matters (patient.ts, visits, attendance).
 */
export const attended = { serviceWorkers: 'allow' } as const;

/** Opens a page in a context of its own, watches it, and closes it again. */
export const visiting =
  (browser: () => Browser, origin: () => string) =>
  async (path: string, look: (seen: Seen) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> => {
    const context = await browser().newContext({ ...phone, serviceWorkers: 'block', ...options, baseURL: origin() });
    context.setDefaultTimeout(PATIENCE_MS);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`CSP ${violatedDirective} ${blockedURI}`),
        ),
      );
      await page.goto(path);
      await look({ page, complaints });
    } finally {
      await context.close();
    }
  };

export type Visit = ReturnType<typeof visiting>;

/** Slow 4G and a cheap phone: 1.6 Mbps, 150 ms, a quarter of the processor. */
export const slowDown = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

/** The page has what it shows: nothing is being fetched any more. */
export const ready = (page: Page) => page.waitForFunction(() => !document.querySelector('.script, [aria-busy]'));

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA, as lines a person can act on. */
export const axe = async (page: Page): Promise<string[]> => {
  // Evaluated by the debugger, so that the page's own policy stays as it is.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    const { violations } = await (
      globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: AxeRule[] }> } }
    ).axe.run(document, { runOnly: { type: 'tag', values: tags } });
    type AxeRule = { id: string; nodes: { target: string[]; failureSummary: string }[] };
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, rules);
};

/** Writes what a person would see into `.local/screens/`, for people to look at. */
export const picture = async (page: Page, name: string, fullPage = false): Promise<void> => {
  await mkdir(screens, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage });
};
/** The same in the middle of a test, only when asked (`SCREENS=1`): a picture takes longer than its page. */
export const shot = async (...look: Parameters<typeof picture>): Promise<void> => {
  if (process.env['SCREENS']) await picture(...look);
};

/** By how many CSS pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words that a person cannot read whole: parted inside themselves over two lines, or cut off in what is chosen or asked for. */
export const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const usual = /^[\p{L}\d]{2,16}$/u;
    const isParted = (text: Text, at: number, word: string): boolean => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    // What is only heard stands in a pixel.
    const read = [...document.querySelectorAll('th, td, h1, h2, h3, label, legend')].filter(
      (part) => part.getBoundingClientRect().width > 1,
    );
    const parted = read.flatMap((part) =>
      [...part.childNodes].flatMap((node) =>
        node instanceof Text
          ? [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) =>
              usual.test(word) && isParted(node, index, word) ? [`parted: ${word}`] : [],
            )
          : [],
      ),
    );
    const pen = document.createElement('canvas').getContext('2d');
    const cut = [...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input[placeholder]')]
      .filter((one) => one.clientWidth > 0)
      .flatMap((one) => {
        const arrow = one instanceof HTMLSelectElement ? 16 : 0;
        const said = one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : one.value || one.placeholder;
        const { font, paddingLeft, paddingRight, textOverflow } = getComputedStyle(one);
        // Where it ends in `…` it says so itself.
        if (!pen || !said || textOverflow === 'ellipsis') return [];
        pen.font = font;
        const room = one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - arrow;
        return pen.measureText(said).width > room + 1 ? [`cut off: ${said}`] : [];
      });
    return [...parted, ...cut];
  });

/** Walks with the Tab key to the end: what takes focus, in order, and whether each is in sight and marked. */
export const walk = async (page: Page, most = 80): Promise<{ name: string; seen: boolean; marked: boolean }[]> => {
  const stops: { name: string; seen: boolean; marked: boolean }[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      // A scroll that focus starts ends with the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const box = at.getBoundingClientRect();
      const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      // The link of a card marks the whole card.
      const marked = [at, at.closest('.card')].some((one) => one && getComputedStyle(one).outlineStyle === 'solid');
      const seen = box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1;
      return {
        name: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim() || at.getAttribute('name') || at.tagName,
        seen:
          seen &&
          (middle === at || at.contains(middle) || Boolean(middle?.contains(at)) || Boolean(middle?.closest('.card'))),
        marked,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
};
