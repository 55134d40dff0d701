import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/dinas?kota=35.73';

export const agencyPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are added by the city, which then calls their people in', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      await page.getByText('Tambah dinas').first().click();
      await page.getByLabel('Nama dinas').fill('Dinas Perpustakaan');
      await page.getByLabel('Alamat').fill('Jl. Ijen 30');
      await page.getByRole('button', { name: 'Tambah dinas' }).click();
      await page.getByRole('link', { name: 'Undang petugasnya' }).click();
      await page.getByRole('heading', { level: 1, name: 'Dinas Perpustakaan' }).waitFor();
      await page.getByText('Belum ada petugas.').waitFor();
      await page.getByText('Undang lewat nomor akun').click();
      await page.getByLabel('Nomor akun').fill('ppk-perpustakaan');
      await page.getByRole('button', { name: 'Undang', exact: true }).click();
      const invited = page.getByRole('row', { name: /ppk-perpustakaan/ });
      await invited.getByText('diundang, belum menjawab').waitFor();
      await page.getByText('Undang orang lewat tautan').click();
      await page.getByRole('button', { name: 'Buat tautan' }).click();
      await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).waitFor();
      await neat(page, 'dasbor-dinas-satu-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'dasbor-dinas-satu-meja');
      await invited.getByRole('button', { name: 'Tarik undangan' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tarik undangan' }).click();
      await page.getByText('Belum ada petugas.').waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('are the inspectorate’s to read, and not to add', async () => {
    await visitAs('inspektorat-35.73', PAGE, async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'Dinas' }).waitFor();
      expect(await page.getByText('Tambah dinas').count()).toBe(0);
    });
  });
};
