/**
 * npm run screenshots            every page of the market that runs here, as a phone (360 px) and a desk (1280 px) show it
 * npm run screenshots -- kantor  those whose name contains the word; `toko-saya-360` is one page on the phone
 *
 * Into .local/screens/, the main ones also in the dark and as printed, and all of them side by side on sheets. Says what a
 * page shows wider than its window, what axe finds and what the console complains of. ORIGIN is another market than the
 * one on port 3000.
 */
import { join } from 'node:path';
import { localFolder } from '../infra/local/folder.ts';
import { demoPeople } from '../infra/local/people.ts';
import { knownKeys, signToken } from '../infra/local/sign-in/tokens.ts';
import { axe, desk, launch, overflow, picture, ready, type Seen, visiting } from '../test/web/browser.ts';
import { findOrder } from './screens/find-order.ts';
import { type Look, looks } from './screens/looks.ts';
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
        { name: '360-gelap', width: phone, media: 'dark' as const },
        { name: '794-cetak', width: 794, media: 'print' as const },
      ]
    : []),
];

const addressOf = async ({ path, person = '', order }: Look): Promise<string> => {
  if (!order) return path;
  const found = await findOrder(`${origin}/api`, await signToken(keys, person), order);
  if (!found) throw new Error(`no order of ${person} stands so: ${JSON.stringify(order)}`);
  return `${path}${found}`;
};

const open = async (seen: Seen, look: Look, { width, media }: Way): Promise<void> => {
  const { page } = seen;
  if (look.person) await signInAs(seen, look.person);
  await page.goto(await addressOf(look));
  await ready(page);
  for (const link of look.through ?? []) {
    await page.locator(link).first().click();
    await page.waitForLoadState('networkidle');
    await ready(page);
  }
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
for (const [name, look] of Object.entries(looks)) {
  for (const way of waysOf(look)) {
    const taken = `${name}-${way.name}`;
    if (wanted.length > 0 && !wanted.some((word) => taken.includes(word))) continue;
    const size = way.width === phone ? {} : { ...desk, viewport: { width: way.width, height: 900 } };
    const options = { ...size, ...(way.media === 'dark' ? { colorScheme: 'dark' as const } : {}) };
    try {
      await visit(
        '/icon.svg',
        async (seen) => {
          await open(seen, look, way);
          await picture(seen.page, taken);
          const wider = await overflow(seen.page);
          const flaws = way.media === 'print' ? [] : await axe(seen.page);
          say(taken, [...(wider > 0 ? [`${wider} px too wide`] : []), ...flaws, ...seen.complaints]);
        },
        options,
      );
    } catch (error) {
      say(taken, [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]);
    }
  }
}
await browser.close();
for (const ending of ['-360', '-1280', '-360-gelap', '-794-cetak'])
  for (const sheet of await makeSheets(join(localFolder, 'screens'), ending)) console.log(sheet);
process.exitCode = remarks > 0 ? 1 : 0;
