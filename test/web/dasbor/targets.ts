import { expect, test } from 'vitest';
import { joins, proofOf } from '../../civil-servants.ts';
import { marketOf } from '../../market.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

export const targetPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('take the list of civil servants and a goal, and show offices without showing anybody', async () => {
    await visitAs('admin-35.73', '/dasbor/target?kota=35.73', async ({ page }) => {
      await page.getByText('Muat daftar ASN').click();
      const list = `NIP;UNIT KERJA\n198001152005011003;Dinas Perpustakaan\nbukan;Dinas Perpustakaan\n`;
      const file = { name: 'asn.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
      await page.getByLabel('Berkas daftar ASN (XLSX atau CSV)').setInputFiles(file);
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByText('Tulis NIP 18 angka').waitFor();
      await page.getByRole('button', { name: 'Muat 1 yang benar saja' }).click();
      await page.getByText('pegawai terlalu sedikit').waitFor();
      await page.getByText('Tetapkan target').click();
      await page.getByLabel('Bagian ASN tiap dinas yang belanja sebulan (%)').fill('500');
      await page.getByRole('button', { name: 'Simpan target' }).click();
      await page.locator('.flaw').first().waitFor();
      await page.getByLabel('Bagian ASN tiap dinas yang belanja sebulan (%)').fill('60');
      await page.getByRole('button', { name: 'Simpan target' }).click();
      await page.getByText('Target kota: 60% ASN tiap dinas').waitFor();
      await neat(page, 'dasbor-target-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'dasbor-target-meja');
    });
  });

  test('have what a civil servant bought elsewhere looked at', async () => {
    const town = { ...marketOf(site().world), adminOf: (city: string) => `admin-${city}` };
    await joins(town, '35.73', 'pembeli', 'Dinas Perpustakaan');
    await town.as('pembeli')('POST /me/purchase-proofs', { body: await proofOf(town, 'pembeli') });
    await visitAs('admin-35.73', '/dasbor/bukti-belanja?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 2, name: /Warung Mak Sum/ }).waitFor();
      await page.getByRole('button', { name: 'Lihat foto struk' }).click();
      await page.getByRole('img', { name: 'Struk Warung Mak Sum' }).waitFor();
      await neat(page, 'dasbor-bukti-hp');
      await page.getByRole('button', { name: 'Terima bukti' }).click();
      await page.getByText('Tidak ada bukti di sini').waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs('pembeli', '/akun/asn', async ({ page, complaints }) => {
      await page.getByText('Anda sudah terhitung belanja').waitFor();
      await page.getByText(/Warung Mak Sum/).waitFor();
      await neat(page, 'akun-asn');
      expect(complaints).toEqual([]);
    });
  });
};
