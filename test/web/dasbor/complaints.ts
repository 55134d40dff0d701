import { expect, test } from 'vitest';
import { ready, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';
import { opensOffice } from './demand.ts';

/** From anybody's page to the city and back: sent, followed by its secret, checked, answered, opened again. */
export const complaintWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('come from anybody, are answered as what they are, and are opened again by who sent them', async () => {
    await opensOffice(site(), 'Dinas Pasar');
    await visitAs('admin-35.73', '/dasbor/pengaduan?kota=35.73&lihat=bidang', async ({ page, complaints }) => {
      await page.getByLabel('Tempat berjualan dan pasar').selectOption({ label: 'Dinas Pasar' });
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByText('Tersimpan.').waitFor();
      await neat(page, 'dasbor-pengaduan-bidang-hp');
      expect(complaints).toEqual([]);
    });
    const kept = { number: '', secret: '' };
    await visit('/akun/pengaduan?kota=35.73', async ({ page, complaints }) => {
      await ready(page);
      await page.getByLabel('Isi').fill('Lapak di pasar bocor. NIK saya 3573024508850001.');
      await page.getByLabel('Nomor HP').fill('0812-3456-7890');
      await page.getByRole('button', { name: 'Kirim', exact: true }).click();
      const receipt = await page.getByText(/^Nomor .* kode rahasia/).innerText();
      const [, number = '', secret = ''] = /Nomor (\S+), kode rahasia (\S+)\./.exec(receipt) ?? [];
      Object.assign(kept, { number, secret });
      await neat(page, 'pengaduan-hp');
      expect(complaints).toEqual([]);
    });
    const address = `/dasbor/pengaduan/${kept.number.replace('-', '')}?kota=35.73`;
    await visitAs('admin-35.73', address, async ({ page, complaints }) => {
      await page.getByText('Lapak di pasar bocor').waitFor();
      await neat(page, 'dasbor-pengaduan-satu-hp');
      await page.getByLabel('Dinas', { exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Simpan putusan' }).click();
      await page.getByText('Jawab pengaduan').click();
      // What anybody reads of it now.
      const open = await fetch(`${site().url}/api/open311/35.73/requests/${kept.number.replace('-', '')}.json`);
      expect(await open.json()).toMatchObject([{ description: 'Lapak di pasar bocor. NIK saya •••.' }]);
      await page.getByLabel('Hasilnya').selectOption('not-fixed');
      await page.getByLabel('Jawaban').fill('Atapnya milik pengelola.');
      await page.getByRole('button', { name: 'Kirim jawaban' }).click();
      await page.getByText('Tidak ditangani:').waitFor();
      const told = await page.getByRole('link', { name: 'Kabari pelapor lewat WhatsApp' }).getAttribute('href');
      expect(told).toContain('https://wa.me/6281234567890?text=');
      expect(complaints).toEqual([]);
    });
    await visit('/akun/pengaduan?kota=35.73', async ({ page, complaints }) => {
      await ready(page);
      await page.getByLabel('Nomor pengaduan').fill(kept.number);
      await page.getByLabel('Kode rahasia').fill(kept.secret);
      await page.getByRole('button', { name: 'Lihat', exact: true }).click();
      await page.getByText('Atapnya milik pengelola.').waitFor();
      await page.getByLabel('Tanggapan Anda').selectOption('reopen');
      await page.getByLabel('Keterangan').fill('Pengelolanya kota.');
      await page.getByRole('button', { name: 'Kirim tanggapan' }).click();
      await page.getByText('Dibuka lagi').first().waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs('admin-35.73', address, async ({ page, complaints }) => {
      await page.getByText('Jawab pengaduan').click();
      await page.getByLabel('Hasilnya').selectOption('fixed');
      await page.getByLabel('Jawaban').fill('Atapnya sudah diganti.');
      await page.getByRole('button', { name: 'Kirim jawaban' }).click();
      await page.getByText('Sudah ditangani:').waitFor();
      expect(complaints).toEqual([]);
    });
    await visit('/akun/pengaduan?kota=35.73', async ({ page }) => {
      await ready(page);
      await page.getByLabel('Nomor pengaduan').fill(kept.number);
      await page.getByLabel('Kode rahasia').fill(kept.secret);
      await page.getByRole('button', { name: 'Lihat', exact: true }).click();
      await page.getByLabel('Tanggapan Anda').selectOption('confirm');
      await page.getByLabel('Kepuasan').selectOption('4');
      await page.getByRole('button', { name: 'Kirim tanggapan' }).click();
      await page.getByText('Selesai, sudah ditangani').first().waitFor();
    });
  });
};
