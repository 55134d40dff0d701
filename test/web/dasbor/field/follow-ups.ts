import { expect, test } from 'vitest';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const LIST = '/dasbor/perlu-didatangi?kota=35.73&lihat=sebab';

export const followUpPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('begin at a cause, go to a shop, and end on the officer’s own list with what was agreed', async () => {
    let shop = '';
    await visitAs('admin-35.73', LIST, async ({ page, complaints }) => {
      await neat(page, 'perlu-didatangi-sebab');
      const first = page.locator('table.data th a').first();
      shop = await first.innerText();
      await first.click();
      await page.getByRole('heading', { level: 1, name: shop }).waitFor();
      const message = await page.getByRole('link', { name: 'Kirim WhatsApp' }).getAttribute('href');
      expect(decodeURIComponent(message ?? '')).toContain(`Selamat siang, ${shop}.`);
      await page.getByLabel('Nama Anda').fill('Bu Retno');
      await page.getByRole('button', { name: 'Saya tangani' }).click();
      await page.getByText('Bu Retno: belum dihubungi').waitFor();
      await page.getByLabel('Keadaan').selectOption('visited');
      await page.getByLabel('Catatan').fill('Harga akan diturunkan besok.');
      await neat(page, 'tindak-lanjut');
      await page.getByRole('button', { name: 'Simpan catatan' }).click();
      await page.getByText('Bu Retno: sudah didatangi').waitFor();
      await page.getByRole('link', { name: 'Tugas saya' }).click();
      await page
        .getByRole('row', { name: new RegExp(shop) })
        .getByText('Harga akan diturunkan besok.')
        .waitFor();
      await neat(page, 'tugas-saya');
      expect(complaints).toEqual([]);
    });
    await visitAs('inspektorat-35.73', '/dasbor/perlu-didatangi?kota=35.73&lihat=ditangani', async ({ page }) => {
      await page.getByRole('link', { name: shop }).click();
      await page.getByRole('heading', { level: 1, name: shop }).waitFor();
      await page.getByText('Harga akan diturunkan besok.').waitFor();
      expect(await page.getByRole('link', { name: 'Kirim WhatsApp' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /tangani|Ambil alih|Simpan/ }).count()).toBe(0);
    });
  });

  test('wait for a list that is being prepared, say so under their own head, and look again by themselves', async () => {
    for (const address of [LIST, '/dasbor/kunjungan?kota=35.73'])
      await visitAs('admin-35.73', '/dasbor/usaha?kota=35.73', async ({ page }) => {
        let asked = 0;
        await page.route('**/gap/**', (route) => {
          asked += 1;
          if (asked > 2) return route.continue();
          return route.fulfill({
            status: 503,
            headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
            json: { code: 'being_prepared', title: 'Daftar November 2026 sedang disiapkan.', status: 503 },
          });
        });
        await page.goto(address);
        await page.getByText('Daftar November 2026 sedang disiapkan.').waitFor();
        await page.getByRole('heading', { level: 1, name: /Perlu didatangi|Kunjungan/ }).waitFor();
        await page.getByText('Daftar ini sedang disiapkan').waitFor({ state: 'detached' });
        expect(asked).toBeGreaterThan(2);
      });
  });

  const preparing = (title: string) => ({
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
    json: { code: 'being_prepared', title, status: 503 },
  });
  test('wait for sums over many offices, on whichever page they stand', async () => {
    for (const [slug, path] of [
      ['belanja', 'spending'],
      ['target', 'participation'],
      ['kebutuhan', 'demand'],
    ])
      await visitAs('admin-35.73', '/dasbor/usaha?kota=35.73', async ({ page }) => {
        let asked = 0;
        await page.route(`**/cities/35.73/${path}/**`, (route) => {
          asked += 1;
          return asked > 2 ? route.continue() : route.fulfill(preparing('Jumlah semua dinas sedang disiapkan.'));
        });
        await page.goto(`/dasbor/${slug}?kota=35.73`);
        // No page is without a heading of its own, nor this one.
        const head = page.getByRole('heading', { level: 1, name: 'Daftar ini sedang disiapkan' });
        await page.locator('main', { has: head }).getByText('Jumlah semua dinas sedang disiapkan.').waitFor();
        await page.getByText('Daftar ini sedang disiapkan').waitFor({ state: 'detached' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(asked).toBeGreaterThan(2);
      });
  });

  test('wait for a rule that is being tried, and see what came of it without another tap', async () => {
    await visitAs('admin-35.73', '/dasbor/aturan?kota=35.73', async ({ page }) => {
      let asked = 0;
      await page.route('**/ranking-policy/simulations', (route) => {
        asked += 1;
        return asked > 2 ? route.continue() : route.fulfill(preparing('Kedua aturan sedang dicoba.'));
      });
      await page.getByRole('button', { name: 'Coba pada bulan-bulan lalu' }).click();
      await page.getByText('Kedua aturan sedang dicoba.').waitFor();
      await page.getByRole('heading', { name: 'Hasil pada bulan-bulan lalu kota ini' }).waitFor();
      expect(await page.getByText('Kedua aturan sedang dicoba.').count()).toBe(0);
    });
  });
};
