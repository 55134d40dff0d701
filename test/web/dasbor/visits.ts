import jpeg from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const FIELD = 'lapangan-35.73';
const PLAN = '/dasbor/kunjungan?kota=35.73&kecamatan=35.73.02';
const PAGES = '/kunjungan/';
const picture = () =>
  Buffer.from(jpeg.encode({ data: Buffer.alloc(900 * 700 * 4, 120), width: 900, height: 700 }, 95).data);
/** The worker stands between this page and the network. */
const attended = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 });

/** From the list of who did not sell to a shop’s door without a line, and back to the desk. */
export const visitWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are planned from a district’s list, written down without a line, kept through a closed tab, and sent once', async () => {
    await visitAs('admin-35.73', PLAN, async ({ page, complaints }) => {
      await page.getByText('usaha dipilih.').waitFor();
      await neat(page, 'dasbor-kunjungan-rute-hp');
      await page
        .getByLabel('Hari')
        .fill(new Date(Date.parse(site().world.now()) + 7 * 864e5).toISOString().slice(0, 10));
      await page.getByLabel('Yang datang').selectOption(FIELD);
      await page.getByLabel('Nama petugas').fill('Pak Dwi');
      await page.getByRole('button', { name: 'Jadwalkan kunjungan' }).click();
      await page.getByText(/^\d+ kunjungan dijadwalkan\.$/).waitFor();
      expect(complaints).toEqual([]);
    });
    const planned = (await (await site().as(FIELD))('GET /me/visits', {})).items;
    const [first] = planned;
    expect(planned.length).toBeGreaterThan(1);
    const params = { visitId: first?.visitId ?? '' };
    await visitAs(FIELD, PAGES, async ({ page, complaints }) => {
      const context = page.context();
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: -7.9829, longitude: 112.6414, accuracy: 2500 });
      await attended(page);
      await page.getByText(first?.name ?? '').waitFor();
      await neat(page, 'kunjungan-hp');
      await page.reload();
      await page.getByText(first?.name ?? '').waitFor();
      await context.setOffline(true);
      await page.getByRole('link', { name: new RegExp(first?.name ?? '') }).click();
      await page.getByLabel('Pemilik', { exact: true }).check();
      await page.getByLabel('Produksi').fill('Lima kilo sehari');
      await page.getByLabel('Belum ada foto yang baik').check();
      await page.getByLabel('Foto dan kemasan', { exact: true }).check();
      await page.getByLabel('Foto dan kemasan: apa tepatnya?').fill('Botol baru');
      await page
        .getByLabel('Foto', { exact: true })
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture() });
      await page.getByAltText('Foto 1, di HP ini').waitFor();
      await page.getByRole('button', { name: 'Catat lokasi' }).click();
      await page.getByText('Kurang teliti').waitFor();
      await page.getByLabel('Janji setelah kunjungan').fill('Foto ulang pekan depan');
      await neat(page, 'kunjungan-formulir-hp');
      // The tab is closed, and another one opened.
      await page.close();
      const other = await context.newPage();
      await other.goto(`${site().url}${PAGES}${params.visitId}`);
      await other.getByAltText('Foto 1, di HP ini').waitFor();
      expect(await other.getByLabel('Produksi').inputValue()).toBe('Lima kilo sehari');
      expect(await other.getByLabel('Pemilik', { exact: true }).isChecked()).toBe(true);
      await other.getByRole('button', { name: 'Simpan di HP' }).click();
      await other.getByText('1 menunggu · 0 terkirim · 0 gagal').waitFor();
      await neat(other, 'kunjungan-antrean-hp');
      await context.setOffline(false);
      await other.getByText('0 menunggu · 1 terkirim · 0 gagal').waitFor();
      expect(complaints).toEqual([]);
    });
    const visited = await (await site().as('admin-35.73'))('GET /visits/{visitId}', { params });
    expect(visited).toMatchObject({ state: 'done', record: { met: 'owner', production: 'Lima kilo sehari' } });
    expect(visited.pictures.map(({ hash }) => hash)).toEqual(visited.record?.photos);
    await visitAs(
      'inspektorat-35.73',
      `/dasbor/kunjungan/${params.visitId}?kota=35.73`,
      async ({ page, complaints }) => {
        await page.getByText('Lima kilo sehari').waitFor();
        await page.getByAltText('Foto kunjungan 1').waitFor();
        await neat(page, 'dasbor-kunjungan-satu-hp');
        expect(complaints).toEqual([]);
      },
    );
  });
};
