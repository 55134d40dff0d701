import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const LIST = '/dasbor/laporan-omzet?kota=35.73&bulan=2026-09';

export const turnoverPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('name who has not reported, with a reminder ready, and let one in again for a reason', async () => {
    await visitAs('admin-35.73', LIST, async ({ page, complaints }) => {
      const first = page.locator('table.data tbody tr').first();
      const shop = await first.locator('th a').innerText();
      const message = await first.getByRole('link', { name: 'Ingatkan lewat WhatsApp' }).getAttribute('href');
      expect(decodeURIComponent(message ?? '')).toContain(`Selamat siang, ${shop}.`);
      await neat(page, 'laporan-omzet-belum');
      await first.locator('th a').click();
      await page.getByRole('heading', { level: 1, name: `Laporan ${shop}` }).waitFor();
      await page.getByRole('button', { name: 'Buka lagi laporan' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Alasan dibuka lagi').fill('Notanya baru ditemukan.');
      await dialog.getByRole('button', { name: 'Buka lagi laporan' }).click();
      await page.getByText('Dibuka lagi oleh kota').waitFor();
      await neat(page, 'laporan-omzet-usaha');
      expect(complaints).toEqual([]);
    });
    await visitAs('inspektorat-35.73', LIST, async ({ page }) => {
      await page.locator('table.data th a').first().waitFor();
      expect(await page.getByRole('link', { name: 'Ingatkan lewat WhatsApp' }).count()).toBe(0);
    });
  });
};
