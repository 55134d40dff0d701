import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/aturan?kota=35.73';

export const rulePages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are tried on the city’s own past before they can be decided, and changed where they stand', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      expect(await page.getByRole('button', { name: 'Putuskan aturan ini' }).count()).toBe(0);
      await page.getByLabel('Harga wajar').fill('25');
      await page.getByRole('button', { name: 'Coba pada bulan-bulan lalu' }).click();
      await page.getByRole('columnheader', { name: 'Aturan usulan' }).waitFor();
      await page.getByRole('button', { name: 'Putuskan aturan ini' }).waitFor();
      await neat(page, 'aturan-urutan');
      await page.getByRole('button', { name: 'Putuskan aturan ini' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Putuskan aturan ini' }).click();
      await page.getByText('sedang diumumkan, 0 usaha sudah diberi tahu').waitFor();
      await neat(page, 'aturan-diumumkan');
      await page.getByRole('link', { name: 'Batas harga' }).click();
      await page.getByRole('heading', { name: 'Batas harga resmi' }).waitFor();
      await neat(page, 'aturan-batas-harga');
      await page.getByRole('link', { name: 'Batas dan waktu' }).click();
      await page.getByLabel('Persetujuan dinas (hari)').fill('8');
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      await page.getByText('Tersimpan. Batas waktu yang sudah berjalan tidak berubah.').waitFor();
      await neat(page, 'aturan-pasar');
      expect(complaints).toEqual([]);
    });
  });
};
