import { expect, test } from 'vitest';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import { hear } from '../../hear.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/belanja?kota=35.73&tahun=2026';

export const spendingPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('is reached from the offices, takes the official budget, and is held against the rule', async () => {
    await visitAs('admin-35.73', '/dasbor/dinas?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Belanja ke usaha kecil' }).click();
      await page.getByText('Aturannya paling sedikit 40% dari belanja pengadaan.').waitFor();
      await page.locator('table.data').nth(1).locator('tbody th a').first().click();
      await page.getByRole('heading', { level: 2, name: 'Siapa yang menunggu dibayar' }).waitFor();
      await page.getByText('Belanja pengadaan resmi 2026').click();
      await page.getByLabel('Belanja pengadaan (Rp)').fill('banyak');
      await page.getByLabel('Sumber').fill('SIRUP, 5 Januari 2026');
      await page.getByRole('button', { name: 'Simpan anggaran' }).click();
      await page.locator('.flaw').first().waitFor();
      await page.getByLabel('Belanja pengadaan (Rp)').fill('Rp250.000.000');
      await page.getByRole('button', { name: 'Simpan anggaran' }).click();
      await page.getByRole('cell', { name: 'Rp250.000.000' }).waitFor();
      await neat(page, 'dasbor-belanja-dinas-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'dasbor-belanja-dinas-meja');
      // The browser names what was refused; nothing else is wrong.
      expect(complaints.filter((one) => !/40[0-9]/.test(one))).toEqual([]);
    });
  });

  test('names whom offices order from most often, and leads to who sold nothing', async () => {
    // What an office was delivered in October, as the event of its order leaves it.
    const { world } = site();
    const admin = await site().as('admin-35.73');
    const { items } = await admin('GET /cities/{city}/agencies', { params: { city: '35.73' } });
    const agencyId = items.find(({ name }) => name === 'Dinas Kebersihan')?.agencyId ?? '';
    const bought = await (await site().as('pp-kebersihan'))('GET /agencies/{agencyId}/orders', {
      params: { agencyId },
    });
    for (const { orderId, merchantId } of bought.items)
      await hear(
        countPurchases(() => world),
        ['OrderMoved', { orderId, agencyId, merchantId }],
      );
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 2, name: 'Yang paling sering dibeli dinas' }).waitFor();
      await page.getByText(/^\d+ usaha yang dipesan dinas, menurut jumlah pesanan\.$/).waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await neat(page, `dasbor-sering-dibeli-${width}`);
      }
      await page.getByRole('link', { name: 'Lihat yang barangnya belum terjual' }).click();
      await page.getByRole('heading', { level: 1, name: /Perlu didatangi/ }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('is the inspectorate’s to read, and not to change', async () => {
    await visitAs('inspektorat-35.73', PAGE, async ({ page }) => {
      await page.getByText('Cara menghitung').waitFor();
      expect(await page.getByText('Muat belanja pengadaan resmi').count()).toBe(0);
      expect(await page.getByText('Nyatakan skala usaha').count()).toBe(0);
    });
  });
};
