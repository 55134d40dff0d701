import { createHash } from 'node:crypto';
import jpeg from 'jpeg-js';
import { expect, test } from 'vitest';
import { drawStories } from '../../../functions/pages/stories/draw-stories.ts';
import { writeGoods } from '../../../functions/pages/write-goods.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import { visited } from '../../visited.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const ADMIN = 'admin-35.73';
const picture = Buffer.from(jpeg.encode({ data: Buffer.alloc(640 * 480 * 4, 140), width: 640, height: 480 }, 90).data);
const STORY = 'Bu Sri menggoreng keripik tempe sejak 2009, dengan resep ibunya.';

/** A visit that was made to one of the seed’s shops, with a picture. */
const made = async (site: Site): Promise<{ visitId: string; merchantId: string; owner: string }> => {
  const admin = await site.as(ADMIN);
  const [merchantId, owner] = [...site.owners][3] ?? ['', ''];
  const day = new Date(Date.parse(site.world.now()) + 20 * 864e5).toISOString().slice(0, 10);
  const body = { merchantId, day, visitor: ADMIN, visitorName: 'Bu Retno' };
  const { visitId } = await admin('POST /cities/{city}/visits', { params: { city: '35.73' }, body });
  const hash = createHash('sha256').update(picture).digest('hex');
  const headers = { 'idempotency-key': `cerita-${visitId}` };
  const record = { ...visited, photos: [hash] };
  await admin('POST /visits/{visitId}/record', { params: { visitId }, body: record, headers });
  const sent = await fetch(`${site.url}/api/visits/${visitId}/photos/${hash}`, {
    method: 'POST',
    body: new Uint8Array(picture),
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${await site.token(ADMIN)}` },
  });
  expect(sent.status).toBe(201);
  return { visitId, merchantId, owner };
};

/** The pages of a shop and its lists as its story’s change asks for them. */
const written = async ({ written: world }: Site, merchantId: string): Promise<void> => {
  const detail = { eventId: merchantId, version: 1, at: world.now(), cityCode: '35.73', merchantId, storyVersion: 1 };
  const Records = [{ messageId: 'one', body: JSON.stringify({ 'detail-type': 'StoryChanged', detail }) }];
  for (const write of [drawStories, writeGoods, writeLists]) await write(() => world)({ Records });
};

/** From a visit to a page that everybody reads, and back to none. */
export const storyWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are proposed from a visit, told once their owner says so, sent on with a card, and gone in one tap', async () => {
    const { visitId, merchantId, owner } = await made(site());
    await visitAs(ADMIN, `/dasbor/kunjungan/${visitId}?kota=35.73`, async ({ page, complaints }) => {
      await page.getByLabel('Cerita', { exact: true }).fill(STORY);
      await neat(page, 'dasbor-cerita-hp');
      await page.getByRole('button', { name: 'Kirim ke pemilik' }).click();
      await page.getByText(/Menunggu izin pemilik/).waitFor();
      expect(complaints).toEqual([]);
    });
    let address = '';
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      await page.getByText('Cerita usaha', { exact: true }).click();
      await page.getByText(STORY).waitFor();
      await page.getByAltText('Foto cerita 1').waitFor();
      await neat(page, 'toko-saya-cerita-hp');
      await page.getByRole('button', { name: 'Izinkan tampil' }).click();
      await page.getByText('Sedang tampil').waitFor();
      address = (await page.getByRole('link', { name: 'Lihat dan bagikan' }).getAttribute('href')) ?? '';
      await written(site(), merchantId);
      await page.goto(site().url + address);
      await page.getByText(STORY).waitFor();
      const card = await page.locator('meta[property="og:image"]').getAttribute('content');
      const answered = await fetch(site().url + new URL(card ?? '', site().url).pathname);
      expect(answered.headers.get('content-type')).toBe('image/jpeg');
      expect(await page.getByRole('link', { name: 'Bagikan lewat WhatsApp' }).getAttribute('href')).toContain('wa.me');
      await neat(page, 'cerita-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'cerita-meja');
      await page.locator('main h2 a').click();
      await page.getByRole('link', { name: /^Kecamatan / }).click();
      await page.getByRole('heading', { name: /^Pembuat di Kecamatan/ }).waitFor();
      await neat(page, 'kecamatan-cerita-meja');
      await page.goto(`${site().url}/toko-saya/?toko=${merchantId}`);
      await page.getByText('Cerita usaha', { exact: true }).click();
      await page.getByRole('button', { name: 'Tarik cerita' }).click();
      await page.getByText('Cerita Anda ditarik.').waitFor();
      await written(site(), merchantId);
      expect(await (await fetch(site().url + address)).text()).not.toContain('keripik tempe sejak');
      expect(complaints).toEqual([]);
    });
  });
};
