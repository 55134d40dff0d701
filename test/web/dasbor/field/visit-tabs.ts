import jpeg from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visited } from '../../../visited.ts';
import { attended, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const FIELD = 'lapangan-35.73';
const PAGES = '/kunjungan/';

/** A record that was closed without a line, as the form keeps it. */
const closed = (page: Page, plan: object | undefined) =>
  page.evaluate(
    ([person, visit, body]) =>
      new Promise<void>((done, failed) => {
        const { visitId, name, day } = visit as { visitId: string; name: string; day: string };
        const asked = indexedDB.open('kunjungan', 1);
        asked.onsuccess = () => {
          const writing = asked.result.transaction('kept', 'readwrite');
          const kept = {
            person,
            visit,
            visitId,
            name,
            day,
            body,
            openedAt: body.openedAt,
            instanceId: 'uuid:two-tabs',
          };
          writing
            .objectStore('kept')
            .put({ ...kept, pictures: [], stored: false, refused: null, draft: null, sentAt: null });
          writing.oncomplete = () => done();
          writing.onabort = () => failed(writing.error);
        };
      }),
    [FIELD, plan, { ...visited, again: null }] as const,
  );

/** One phone on which the form of a visit is open twice. */
export const visitTabWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const attendedAs: typeof visitAs = (person, path, look) => visitAs(person, path, look, attended);

  /** A visit of tomorrow to one of the shops. */
  const planned = async (shop = 0) => {
    const day = new Date(Date.parse(site().world.now()) + 864e5).toISOString().slice(0, 10);
    const body = { merchantId: [...site().owners.keys()][shop] ?? '', day, visitor: FIELD, visitorName: 'Pak Dwi' };
    const admin = await site().as('admin-35.73');
    const { visitId } = await admin('POST /cities/{city}/visits', { params: { city: '35.73' }, body });
    return (await (await site().as(FIELD))('GET /me/visits', {})).items.find((one) => one.visitId === visitId);
  };

  test('are written in one tab at a time, and keep what is typed while a picture is made small', async () => {
    const plan = await planned();
    const address = `${site().url}${PAGES}${plan?.visitId}`;
    const photo = (level: number) => ({
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(jpeg.encode({ data: Buffer.alloc(600 * 400 * 4, level), width: 600, height: 400 }, 90).data),
    });
    await attendedAs(FIELD, PAGES, async ({ page, complaints }) => {
      await page.getByText(plan?.name ?? '').waitFor();
      // The worker stands between this page and the network.
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.reload();
      await page.getByText(plan?.name ?? '').waitFor();
      // A picture takes this phone as long as somebody needs for a few words.
      const slow = () => {
        const packs = HTMLCanvasElement.prototype.toBlob;
        HTMLCanvasElement.prototype.toBlob = function (...given) {
          setTimeout(() => packs.apply(this, given), 3000);
        };
      };
      await page.addInitScript(slow);
      await page.goto(address);
      await page.getByLabel('Foto', { exact: true }).setInputFiles(photo(90));
      await page.getByLabel('Produksi').fill('Ditulis sambil menunggu foto');
      await page.getByAltText('Foto 1, di HP ini').waitFor();
      expect(await page.getByLabel('Produksi').inputValue()).toBe('Ditulis sambil menunggu foto');

      const other = await page.context().newPage();
      await other.goto(address);
      await other.getByAltText('Foto 1, di HP ini').waitFor();
      await page.getByLabel('Pemasaran').fill('Lewat warung');
      await page.getByLabel('Pemilik', { exact: true }).check();
      await page.context().setOffline(true);
      // Closed while its second picture is under way: that one is in it.
      await page.getByLabel('Foto', { exact: true }).setInputFiles(photo(200));
      await page.getByRole('button', { name: 'Simpan di HP' }).click();
      await page.getByText('1 menunggu · 0 terkirim · 0 gagal').waitFor();
      await other.getByLabel('Produksi').fill('Dari tab yang lama');
      await other.getByText('Catatan ini sudah diubah atau disimpan di tab lain.').waitFor();
      await other.close();
      await page.context().setOffline(false);
      await page.getByText('0 menunggu · 1 terkirim · 0 gagal').waitFor();
      expect(complaints.filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    });
    const params = { visitId: plan?.visitId ?? '' };
    const { record, pictures } = await (await site().as('admin-35.73'))('GET /visits/{visitId}', { params });
    expect(record).toMatchObject({ production: 'Ditulis sambil menunggu foto', marketing: 'Lewat warung' });
    expect([record?.photos.length, pictures.length]).toEqual([2, 2]);
  });

  test('are sent once from two tabs at once, and both say so', async () => {
    const [plan] = (await (await site().as(FIELD))('GET /me/visits', {})).items;
    const visitId = plan?.visitId ?? '';
    await visitAs(FIELD, '/icon.svg', async ({ page, complaints }) => {
      await page.goto(PAGES);
      await page.getByText(plan?.name ?? '').waitFor();
      await closed(page, plan);
      const posts: string[] = [];
      page.context().on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
      const other = await page.context().newPage();
      await Promise.all([page.reload(), other.goto(`${site().url}${PAGES}`)]);
      for (const tab of [page, other]) await tab.getByText('0 menunggu · 1 terkirim · 0 gagal').waitFor();
      expect(posts.filter((url) => url.endsWith('/record'))).toHaveLength(1);
      expect(complaints.filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    });
    const params = { visitId };
    expect(await (await site().as('admin-35.73'))('GET /visits/{visitId}', { params })).toMatchObject({
      state: 'done',
    });
  });

  test('that another phone wrote down first stay whole on this one, which says so and shows what stands in it', async () => {
    const plan = await planned(2);
    const params = { visitId: plan?.visitId ?? '' };
    const headers = { 'idempotency-key': 'uuid:other-phone' };
    const body = { ...visited, again: null, production: 'Dari HP pertama.' };
    await (await site().as(FIELD))('POST /visits/{visitId}/record', { params, body, headers });
    await visitAs(FIELD, '/icon.svg', async ({ page }) => {
      await page.goto(PAGES);
      // The phone's own store is there.
      await page.getByText('Sudah dikirim').waitFor();
      await closed(page, plan);
      await page.reload();
      await page.getByText('0 menunggu · 0 terkirim · 1 gagal').waitFor();
      await page.getByText('Lihat satu per satu').click();
      await page
        .getByText(/^Kunjungan ini sudah tercatat dari HP atau tab lain pada .* pukul .*WIB\. Catatan ini tidak hilang/)
        .waitFor();
      await page.getByText('Baca catatan ini').click();
      await page.getByText(visited.agreed ?? '', { exact: true }).waitFor();
      await neat(page, 'kunjungan-hp-kedua');
    });
    const found = await (await site().as('admin-35.73'))('GET /visits/{visitId}', { params });
    expect(found.record?.production).toBe('Dari HP pertama.');
  });
};
