import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe, overflow, ready, type Visit } from './browser.ts';
import type { Site } from './serve.ts';
import { visitingAs } from './signed-in.ts';

/** 1280 px at 400%, in the dark: what somebody sees who needs large letters and can bear no bright page. */
const large = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 1, colorScheme: 'dark' } as const;
const A4 = { width: 794, height: 1123 };

/** What is wrong with the page as it stands now, in words that name it. */
const flawsOf = async (page: Page, path: string): Promise<string[]> => {
  const wider = await overflow(page);
  const flaws = [...(wider > 0 ? [`${wider} px too wide`] : []), ...(await axe(page))];
  return flaws.map((flaw) => `${path}: ${flaw}`);
};

/** Pages that are not looked at like this elsewhere, each with who looks; the last address of a pair is followed as a link. */
export const narrowPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const look = async (page: Page, paths: readonly string[], links: readonly string[] = []): Promise<string[]> => {
    const flaws: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await ready(page);
      flaws.push(...(await flawsOf(page, path)));
    }
    for (const link of links) {
      const to = await page.locator(link).first().getAttribute('href');
      if (to) flaws.push(...(await look(page, [to])));
    }
    return flaws;
  };

  test('is whole at four times its size, in the dark: what everybody may open', async () => {
    const paths = ['/bantuan/', '/keranjang/', '/akun/', '/tidak-ada', '/cari/?kota=35.73&cari=nasi'];
    await visit(
      '/icon.svg',
      async ({ page }) => {
        expect(await look(page, paths)).toEqual([]);
        expect(await look(page, ['/bantuan/'], ['main a[href^="/bantuan/"]'])).toEqual([]);
        const goods = ['main a[href*="/barang/"]', 'main a[href*="/usaha/"]'];
        expect(await look(page, ['/malang/belum-banyak-terlihat'], goods)).toEqual([]);
        await page.goto('/malang/konsumsi-rapat');
        await page.locator('.card:has(img.photo) .quick').first().click();
        expect(await look(page, ['/keranjang/'])).toEqual([]);
        const [photo, name] = await Promise.all(
          ['.cart-line img.photo', '.cart-line .goods'].map((one) => page.locator(one).first().boundingBox()),
        );
        // The photo is small and stands beside the name.
        expect([photo?.width, (name?.x ?? 0) > (photo?.x ?? 0) + 72]).toEqual([72, true]);
      },
      large,
    );
  });

  test.each([
    ['pembeli', ['/akun/', '/kabar/', '/jual/', '/pesanan/'], ['main a[href^="/pesanan/"]']],
    ['pemilik-1', ['/toko-saya/'], []],
    ['ppk', ['/kantor/'], []],
    ['admin-35.73', ['/dasbor/perlu-didatangi?kota=35.73', '/dasbor/rekap?kota=35.73'], []],
  ] as const)('is whole at four times its size, in the dark: what %s opens', async (person, paths, links) => {
    await visitAs(
      person,
      paths[0],
      async ({ page }) => {
        const flaws = await look(page, paths, links);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
        });
        expect([...flaws, ...(await flawsOf(page, 'unfolded'))]).toEqual([]);
      },
      large,
    );
  });

  test('fits a sheet of paper, and prints no button', async () => {
    await visit('/icon.svg', async ({ page }) => {
      await page.setViewportSize(A4);
      await page.emulateMedia({ media: 'print' });
      for (const path of ['/malang', '/malang/konsumsi-rapat', '/malang/pemerataan/2026-10', '/bantuan/']) {
        await page.goto(path);
        await ready(page);
        expect([path, await overflow(page)]).toEqual([path, 0]);
        expect([path, await page.locator('button:visible, form:visible, .foot-bar:visible').count()]).toEqual([
          path,
          0,
        ]);
      }
    });
  });
};
