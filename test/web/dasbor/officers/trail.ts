import { expect, test } from 'vitest';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;
const INSPECTOR = `inspektorat-${CITY}`;

/** What was decided, as the inspectorate narrows it down and as the person concerned reads it; and the city's own days. */
export const trailWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('is narrowed to one kind, one officer and one day, and to nothing with the way back', () =>
    visitAs(INSPECTOR, `/dasbor/jejak?kota=${CITY}`, async ({ page, complaints }) => {
      const rows = page.locator('table.data tbody tr');
      const filtered = async (narrow: () => Promise<unknown>) => {
        await narrow();
        await page.getByRole('button', { name: 'Terapkan' }).click();
        await page.getByRole('link', { name: 'Hapus filter' }).first().waitFor();
      };
      await filtered(() => page.getByLabel('Keputusan', { exact: true }).selectOption('merchant-verified'));
      await expect.poll(async () => new Set(await rows.locator('th').allInnerTexts()).size).toBe(1);
      const first = await rows.locator('td').first().innerText();
      await filtered(() => page.getByLabel('Akun petugas').fill(ADMIN));
      await page.waitForURL(/jenis=merchant-verified.*oleh=/);
      await page.getByText(first).first().waitFor();
      await neat(page, 'jejak-disaring');
      await filtered(() => page.getByLabel('Tanggal').fill('2026-01-01'));
      await page.getByText('Tidak ada keputusan yang cocok').waitFor();
      await page.getByRole('link', { name: 'Hapus filter' }).first().click();
      await rows.nth(10).waitFor();
      expect(complaints).toEqual([]);
    }));

  test('is read by a shop’s owner: what was decided about it, and no officer’s account', () =>
    visitAs('pemilik-3', '/akun/', async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Lihat keputusan tentang saya dan toko saya' }).click();
      await page.getByText('Yang diputuskan petugas, terbaru dulu.').waitFor();
      const decisions = page.getByRole('region', { name: 'Keputusan tentang saya' });
      expect(await decisions.getByRole('listitem').count()).toBeGreaterThan(0);
      expect(await decisions.innerText()).not.toContain(ADMIN);
      await neat(page, 'akun-keputusan');
      expect(complaints).toEqual([]);
    }));

  test('tells of a day off that the city saved, and shows it at once; a day that is none is refused at its line', () =>
    visitAs(ADMIN, `/dasbor/pengaturan?kota=${CITY}`, async ({ page }) => {
      const year = new Date().getFullYear();
      await page.getByLabel('Hari libur kota').fill(`${year}-02-31 Hari yang tidak ada`);
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      await page.locator('.flaw').first().waitFor();
      await page.getByLabel('Hari libur kota').fill(`${year}-04-01 Hari jadi Kota Malang`);
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      const row = page.getByRole('row', { name: /Hari jadi Kota Malang/ });
      await row.getByText('Libur kota').waitFor();
      await neat(page, 'pengaturan-libur');
      const { items } = await marketOf(site().world).as(INSPECTOR)('GET /cities/{city}/audit', {
        params: { city: CITY },
        query: { act: 'city-changed', limit: 1 },
      });
      expect(items[0]?.by).toBe(ADMIN);
      await page.getByLabel('Hari libur kota').fill('');
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      await row.waitFor({ state: 'detached' });
    }));
};
