import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const NO_LINE = 'Tidak ada koneksi internet';
/** The market does what the next request asks, and nobody hears of it. */
const losesAnswer = (page: Page, address: string): Promise<unknown> =>
  page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );

/** A province agrees with a company for its cities: what a city reads of it, and does not change. */
export const provincePartnerWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('of a province agree for the cities it names, and each city reads along', async () => {
    await visitAs('admin-18', '/dasbor/kemitraan-provinsi?provinsi=18', async ({ page, complaints }) => {
      await page.getByText('Tambah mitra', { exact: true }).first().click();
      await page.getByLabel('Nama badan hukum').fill('PT Ojek Sumatera');
      await page.getByLabel('Sebutan sehari-hari').fill('Ojek Sumatera');
      expect(await page.getByLabel('Kota Bandar Lampung').isChecked()).toBe(true);
      await neat(page, 'dasbor-kemitraan-provinsi-hp');
      await losesAnswer(page, '**/partners');
      await page.getByRole('button', { name: 'Tambah mitra' }).click();
      await page.getByText(NO_LINE).first().waitFor();
      await page.getByRole('button', { name: 'Tambah mitra' }).click();
      await page.getByRole('link', { name: 'Ojek Sumatera' }).click();
      await page.getByText('Catat perjanjian baru').click();
      await page.getByLabel('Judul').fill('Produk unggulan Lampung');
      await page.getByLabel('Nomor naskah').fill('3/MOU/LPG/2026');
      await page.getByLabel('Pihak yang menandatangani').fill('Gubernur Lampung\nPT Ojek Sumatera');
      await page.getByLabel('Dinas yang terlibat').fill('Dinas Koperasi\nDinas Perhubungan');
      await page.getByLabel('Ruang lingkup').fill('Pemasaran kuliner dan oleh-oleh, dan data permintaan.');
      await page.getByLabel('Mulai berlaku').fill('2026-01-01');
      await page.getByLabel('Berakhir').fill('2029-12-31');
      await losesAnswer(page, '**/agreements');
      await page.getByRole('button', { name: 'Simpan perjanjian' }).click();
      await page.getByText(NO_LINE).first().waitFor();
      await page.getByRole('button', { name: 'Simpan perjanjian' }).click();
      await page.getByRole('heading', { name: 'Produk unggulan Lampung' }).waitFor();
      expect(complaints.filter((said) => !said.includes('ERR_FAILED'))).toEqual([]);
    });
    const province = { params: { province: '18' } };
    const { partners, agreements } = await (await site().as('admin-18'))(
      'GET /provinces/{province}/partners',
      province,
    );
    expect([partners.length, agreements.length]).toEqual([1, 1]);
    await visitAs('admin-18.71', '/dasbor/kemitraan?kota=18.71', async ({ page, complaints }) => {
      await page.getByText('Produk unggulan Lampung').waitFor();
      await page.getByRole('link', { name: 'Ojek Sumatera' }).first().click();
      await page.getByRole('heading', { name: 'Produk unggulan Lampung' }).waitFor();
      expect(await page.getByText('Catat perjanjian baru').count()).toBe(0);
      await neat(page, 'dasbor-mitra-provinsi-hp');
      expect(complaints).toEqual([]);
    });
    // Of another province nobody finds it.
    const other = await (await site().as('admin-35'))('GET /provinces/{province}/partners', {
      params: { province: '35' },
    });
    expect(other.partners.map(({ brand }) => brand)).not.toContain('Ojek Sumatera');
  });
};
