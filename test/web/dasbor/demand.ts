import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const YEAR = String(new Date().getUTCFullYear() + 1);
const plan = [
  'kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan;volume_pekerjaan;nama_ppk',
  `1;Belanja mamin rapat;36000000;${YEAR}-03-01;1.200 kotak;Drs. Rahasia`,
  `2;Kain lap;1000000;${YEAR}-03-01;;Drs. Rahasia`,
  '3;Spanduk;banyak;2020-01-01;;Drs. Rahasia',
].join('\n');

/** An office of the city, as its admin adds one. */
export const opensOffice = async (site: Site, name: string): Promise<void> => {
  const headers = { authorization: `Bearer ${await site.token('admin-35.73')}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ name, address: 'Jl. Ijen 31' });
  await fetch(`${site.url}/api/cities/35.73/agencies`, { method: 'POST', headers, body });
};

/** What offices plan: brought by the city, corrected line by line, and seen by the shop it is for. */
export const demandWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('are brought by the city, told by month, and corrected for all like them', async () => {
    await opensOffice(site(), 'Dinas Rencana');
    await visitAs('admin-35.73', '/dasbor/rencana-muat?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 1, name: 'Muat rencana pengadaan' }).waitFor();
      await page
        .getByLabel('Dinas', { exact: true })
        .selectOption({ label: 'Dinas Rencana' })
        .catch(() => {});
      await page.getByLabel('Tahun rencana').fill(YEAR);
      const file = { name: 'rup.csv', mimeType: 'text/csv', buffer: Buffer.from(plan) };
      await page.getByLabel('Berkas RUP').setInputFiles(file);
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByText('"banyak" bukan rupiah utuh').waitFor();
      await page.getByRole('button', { name: 'Muat 2 yang benar saja' }).click();
      await page.getByText(/^Termuat: 3 baris, 1 bisa dijual/).waitFor();
      await page.goto(`${new URL(page.url()).origin}/dasbor/kebutuhan?kota=35.73&tahun=${YEAR}&kategori=lainnya`);
      await page.getByText(/paket 1 dinas bisa dipenuhi usaha kota ini/).waitFor();
      await page.getByText('Perbaiki', { exact: true }).first().click();
      await page.getByLabel('Kategori Kain lap').selectOption('daily-needs');
      await page.getByRole('button', { name: 'Simpan untuk semua yang serupa' }).click();
      await page.getByText(/^2 dari 2 paket 1 dinas/).waitFor();
      expect(await page.getByText('Rahasia').count()).toBe(0);
      await page.getByRole('link', { name: 'Perbaikan kategori' }).click();
      await page.getByRole('heading', { level: 1, name: 'Perbaikan kategori paket' }).waitFor();
      const said = page.getByRole('row', { name: /Kain lap/ });
      await said.getByText('Anda').waitFor();
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await neat(page, `kebutuhan-perbaikan-${width}`);
      }
      await said.getByRole('link').click();
      await page.getByText(/^2 dari 2 paket 1 dinas/).waitFor();
      expect(complaints).toEqual([]);
    });
  });
};
