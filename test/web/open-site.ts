import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, visiting } from './browser.ts';
import { type Site, serveSite } from './serve.ts';

/** One browser and one market for all pages of a file: both take longer to start than to use. */
export const openSite = () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch();
    site = await serveSite(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    visit: visiting(
      () => browser,
      () => site.url,
    ),
    site: () => site,
  };
};
