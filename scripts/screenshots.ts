/**
 * npm run screenshots            every page of the market that runs here, as a phone (360 px) and a desk (1280 px) show it
 * npm run screenshots -- kantor  those whose name contains the word; `toko-saya-360` is one page on the phone
 *
 * Into .local/screens/, the main ones also in the dark, as printed and at 320 px, which is a desk's window at 400%; and all of
 * them side by side on sheets. Says what a page shows wider than its window or not whole, what axe finds and what the console
 * complains of. ORIGIN is another market than the one on port 3000.
 */
import { join } from 'node:path';
import { localFolder } from '../infra/local/folder.ts';
import { demoPeople } from '../infra/local/people.ts';
import { knownKeys, signToken } from '../infra/local/sign-in/tokens.ts';
import { axe, desk, launch, overflow, picture, ready, type Seen, unreadable, visiting } from '../test/web/browser.ts';
import { findOrder } from './screens/find-order.ts';
import type { Filled, Look, Until } from './screens/look.ts';
import { looks } from './screens/looks.ts';
import { makeSheets } from './screens/sheets.ts';

const origin = process.env['ORIGIN'] ?? 'http://localhost:3000';
const keys = await knownKeys(localFolder);
if (!keys) {
  console.error('Kunci belum ada: jalankan "npm start" sekali dulu.');
  process.exit(1);
}
const names = new Map((await demoPeople(localFolder)).map(({ person, name }) => [person, name]));

const signInAs = async ({ page }: Seen, person: string): Promise<void> => {
  const session = { token: await signToken(keys, person), name: names.get(person), until: Date.now() + 600_000 };
  await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
};

/** How a page is looked at: the window, and whether it is dark or on paper. */
const phone = 360;
type Way = { readonly name: string; readonly width: number; readonly media?: 'dark' | 'print' };
const waysOf = ({ main }: Look): Way[] => [
  { name: '360', width: phone },
  { name: '1280', width: 1280 },
  ...(main
    ? [
        { name: '320', width: 320 },
        { name: '360-gelap', width: phone, media: 'dark' as const },
        { name: '794-cetak', width: 794, media: 'print' as const },
      ]
    : []),
];

/** A phone's window is the browser's own; a desk's, also at 400%, has no finger. */
const windowOf = ({ width }: Way) => (width === phone ? {} : { ...desk, viewport: { width, height: 900 } });

const addressOf = async ({ path, person = '', order }: Look): Promise<string> => {
  if (!order) return path;
  const found = await findOrder(`${origin}/api`, await signToken(keys, person), order);
  if (!found) throw new Error(`no order of ${person} stands so: ${JSON.stringify(order)}`);
  return `${path}${found}`;
};

const goThrough = async ({ page }: Seen, step: string | Filled | Until): Promise<void> => {
  if (typeof step === 'string') await page.locator(step).first().click();
  else if ('until' in step) await page.locator(step.until).first().waitFor();
  else
    for (const [name, text] of Object.entries(step.fill)) {
      const field = page.locator(`main [name="${name}"]`).first();
      await field.waitFor();
      const chosen = await field.evaluate((one) => one instanceof HTMLSelectElement);
      const choice = typeof text === 'number' ? { index: text } : { label: text };
      await (chosen ? field.selectOption(choice) : field.fill(String(text)));
    }
  await page.waitForLoadState('networkidle');
  await ready(page);
};

/** The tabs of a page that are parts of it, beside the one it opens on. */
const tabsOf = ({ page }: Seen): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.views a:not([aria-current])')]
      .filter(({ pathname }) => pathname === location.pathname)
      .map(({ href }) => href),
  );

const open = async (seen: Seen, look: Look, way: Way): Promise<void> => {
  const { page } = seen;
  if (look.person) await signInAs(seen, look.person);
  await page.goto(await addressOf(look));
  await ready(page);
  for (const step of look.through ?? []) await goThrough(seen, step);
  await settle(seen, look, way);
};

/** As it is looked at: what it opens is open, and nothing is being fetched. */
const settle = async ({ page }: Seen, look: Look, { width, media }: Way): Promise<void> => {
  if (look.unfolded) {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
  }
  await page.waitForLoadState('networkidle');
  if (media === 'print') await page.emulateMedia({ media });
  // As tall as the page, so that the bar at the foot lies at its foot.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  // Pictures further down are fetched now that they are in sight.
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
};

const browser = await launch();
const visit = visiting(
  () => browser,
  () => origin,
);
const wanted = process.argv.slice(2);
let remarks = 0;
const say = (name: string, found: readonly string[]) => {
  remarks += found.length;
  console.log(`${name}${found.map((line) => `\n  ${line}`).join('')}`);
};
/** Takes what stands there, and says what is wrong with it. */
const take = async (seen: Seen, taken: string, { media }: Way): Promise<void> => {
  await picture(seen.page, taken);
  const wider = await overflow(seen.page);
  const flaws = media === 'print' ? [] : [...(await unreadable(seen.page)), ...(await axe(seen.page))];
  say(taken, [...(wider > 0 ? [`${wider} px too wide`] : []), ...flaws, ...seen.complaints.splice(0)]);
};
const takeTabs = async (seen: Seen, name: string, look: Look, way: Way): Promise<void> => {
  for (const [at, tab] of (await tabsOf(seen)).entries()) {
    await seen.page.setViewportSize({ width: way.width, height: 740 });
    await seen.page.goto(tab);
    await ready(seen.page);
    await settle(seen, look, way);
    await take(seen, `${name}-tab-${at + 1}-${way.name}`, way);
  }
};

for (const [name, look] of Object.entries(looks)) {
  for (const way of waysOf(look)) {
    const taken = `${name}-${way.name}`;
    if (wanted.length > 0 && !wanted.some((word) => taken.includes(word))) continue;
    const options = { ...windowOf(way), ...(way.media === 'dark' ? { colorScheme: 'dark' as const } : {}) };
    try {
      await visit(
        '/icon.svg',
        async (seen) => {
          await open(seen, look, way);
          await take(seen, taken, way);
          if (look.tabs && (way.name === '360' || way.name === '1280')) await takeTabs(seen, name, look, way);
        },
        options,
      );
    } catch (error) {
      say(taken, [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]);
    }
  }
}
await browser.close();
for (const ending of ['-360', '-1280', '-320', '-360-gelap', '-794-cetak'])
  for (const sheet of await makeSheets(join(localFolder, 'screens'), ending)) console.log(sheet);
process.exitCode = remarks > 0 ? 1 : 0;
