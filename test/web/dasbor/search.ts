import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const HOME = '/dasbor/aturan?kota=35.73';

export const searchPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are one box on every page: several hits are listed, one alone is opened, and back leads to where one was', async () => {
    await visitAs('inspektorat-35.73', HOME, async ({ page, complaints }) => {
      const seek = async (words: string) => {
        await page.getByRole('searchbox', { name: /^Temukan/ }).fill(words);
        await page.getByRole('button', { name: 'Temukan' }).click();
      };
      await seek('servis');
      await page.getByRole('heading', { level: 1, name: 'Hasil pencarian' }).waitFor();
      expect(await page.locator('main a.row').count()).toBeGreaterThan(1);
      await neat(page, 'cari');
      await seek('dapur sri');
      await page.getByRole('heading', { level: 1, name: 'Dapur Sri' }).waitFor();
      expect(page.url()).toContain('/dasbor/usaha/mrc_');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Hasil pencarian' }).waitFor();
      await seek('bukan siapa-siapa');
      await page.getByRole('heading', { name: /^Tidak ada yang cocok/ }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('find an officer of a kecamatan the shops there, and no other', async () => {
    const found = async (person: string) => {
      let names: string[] = [];
      await visitAs(person, '/dasbor/cari?kota=35.73&q=servis', async ({ page }) => {
        await page.getByRole('heading', { level: 1 }).waitFor();
        names = await page.locator('main a.row .quiet').allInnerTexts();
      });
      return names;
    };
    const own = await found('petugas-35.73.02');
    expect(own.length).toBeGreaterThan(0);
    for (const about of own) expect(about).toContain('Kedungkandang');
    expect((await found('admin-35.73')).length).toBeGreaterThan(own.length);
  });
};
