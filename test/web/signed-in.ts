import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, overflow, ready, type Seen, shot, type Visit } from './browser.ts';
import type { Site } from './serve.ts';

/** Puts a person's session on the device, as a sign-in leaves it. */
export const signingIn =
  (site: () => Site) =>
  async ({ page }: Seen, person: string): Promise<void> => {
    const session = { token: await site().token(person), name: person, until: Date.now() + 600_000 };
    await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
  };

/** Visits a page as somebody who is signed in. */
export const visitingAs =
  (visit: Visit, site: () => Site) =>
  (person: string, path: string, look: (seen: Seen) => Promise<void>, options = {}): Promise<void> =>
    visit(
      '/icon.svg',
      async (seen) => {
        await signingIn(site)(seen, person);
        await seen.page.goto(path);
        await ready(seen.page);
        await look(seen);
      },
      options,
    );

/** Goes on as a link does, within the shell that is open, until the page it leads to has what it shows. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(async (to) => {
    const link = Object.assign(document.createElement('a'), { href: to });
    document.body.append(link);
    link.click();
    link.remove();
    // That the next page is being fetched stands there with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, path);
  await ready(page);
};

/** Names of elements that stand more than once: a label of the second leads to the first. */
export const twice = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });

/** A page that fits its window, that axe finds nothing against, and that people can look at. */
export const neat = async (page: Page, name: string): Promise<void> => {
  expect(await overflow(page)).toBe(0);
  expect(await twice(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  await shot(page, name, true);
};
