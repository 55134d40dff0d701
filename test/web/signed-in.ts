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

/** A page that fits its window, that axe finds nothing against, and that people can look at. */
export const neat = async (page: Page, name: string): Promise<void> => {
  expect(await overflow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await shot(page, name, true);
};
