import { createHash } from 'node:crypto';
import jpeg from 'jpeg-js';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventType } from '../../../events/contract.ts';
import { drawStories } from '../../../functions/pages/stories/draw-stories.ts';
import { writeGoods } from '../../../functions/pages/write-goods.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import { fileOf, shopAddress, storyAddress, storyPicture } from '../../../shared/domain/pages/address.ts';
import { slugOf } from '../../../shared/domain/pages/slug.ts';
import { memorySite, testClock, testWorld } from '../../engine.ts';
import { type Shop, type Town, townOf } from '../../market.ts';
import { visited } from '../../visited.ts';

const CITY = '35.73';
const kota = { name: 'Kota Malang' };
const site = memorySite();
const clock = testClock('2026-11-10T09:00:00.000+07:00');
let town: Town;
const admin = () => town.adminOf(CITY);
const GOES = 'lapangan';
beforeAll(async () => {
  town = await townOf(await testWorld({ site, now: clock.now }));
  await town.founds(CITY, kota);
  await town.seats(`city:${CITY}`, GOES, 'field-officer');
});

const picture = Buffer.from(jpeg.encode({ data: Buffer.alloc(80 * 80 * 4, 120), width: 80, height: 80 }, 60).data);
const hash = createHash('sha256').update(picture).digest('hex');
let days = 0;
/** A visit to a shop on a day of its own, written down with a picture. */
const visits = async ({ merchantId }: Shop, story?: string, sends = true): Promise<string> => {
  days += 1;
  const day = `2026-11-${String(10 + days).padStart(2, '0')}`;
  const body = { merchantId, day, visitor: GOES, visitorName: 'Pak Dwi' };
  const { visitId } = await town.as(admin())('POST /cities/{city}/visits', { params: { city: CITY }, body });
  const params = { visitId };
  await town.as(GOES)('POST /visits/{visitId}/record', {
    params,
    body: { ...visited, photos: [hash], ...(story ? { story } : {}) },
    headers: { 'idempotency-key': `catatan-${visitId}` },
  });
  if (sends) await sendsPicture(visitId);
  return visitId;
};
const sendsPicture = async (visitId: string) => {
  const sent = { rawBody: picture.toString('latin1'), headers: { 'content-type': 'image/jpeg' } };
  const { status } = await town.ask('POST /visits/{visitId}/photos/{hash}', GOES, {
    params: { visitId, hash },
    ...sent,
  });
  expect(status).toBe(201);
};
const TOLD = 'Bu Yuni mengulek sambal sejak 2009, dari cabai kebunnya sendiri.';

const happens = async (type: EventType, { merchantId }: Pick<Shop, 'merchantId'>) => {
  const detail = { eventId: `${type} ${clock.now()}`, version: 1, at: clock.now(), cityCode: CITY, merchantId };
  const versions = { storyVersion: 1, merchantVersion: 1, status: 'verified' };
  const body = JSON.stringify({ 'detail-type': type, detail: { ...detail, ...versions } });
  for (const write of [drawStories, writeGoods, writeLists]) {
    const { batchItemFailures } = await write(() => town.world)({ Records: [{ messageId: 'one', body }] });
    expect(batchItemFailures).toEqual([]);
  }
};
const text = (key: string) => site.texts().get(key) ?? '';
const pagesOf = ({ merchantId, name }: Shop & { name: string }) => ({
  story: fileOf(storyAddress(kota, { merchantId, name })),
  shop: fileOf(shopAddress(kota, slugOf(name, 'usaha'))),
  card: fileOf(storyPicture(kota, merchantId, 'kartu')),
  photo: fileOf(storyPicture(kota, merchantId, 1)),
  lists: ['pages/malang/index.html', 'pages/malang/kecamatan/kecamatan-02/index.html', 'pages/malang/sitemap-1.xml'],
});
const look = async (key: string) => {
  const found = await site.get(key);
  return found && sharp(Buffer.from(found.bytes)).stats();
};
const read = (shop: Shop, who = shop.owner) =>
  town.as(who)('GET /merchants/{merchantId}/story', { params: { merchantId: shop.merchantId } });
const answers = (kind: 'consent' | 'withdraw', { merchantId, owner }: Shop, version = 1, by = owner) =>
  town.ask(`POST /merchants/{merchantId}/story/${kind}`, by, {
    params: { merchantId },
    ...(kind === 'consent' ? { body: { version } } : {}),
  });
const opens = async (name: string) => {
  const shop = { ...(await town.opens(CITY, { name })), name };
  await town.offers(shop, { name: `Sambal ${name}` });
  return shop;
};

describe('a maker’s story', () => {
  test('written on a visit waits for its owner, is shown with their consent, and is gone everywhere when they take it back', async () => {
    const shop = await opens('Sambel Bu Yuni');
    await visits(shop, TOLD);
    const pages = pagesOf(shop);
    await happens('StoryChanged', shop);
    for (const key of [pages.story, pages.shop, ...pages.lists]) expect(text(key), key).not.toContain('mengulek');
    expect(await site.get(pages.photo)).toBeUndefined();
    const waiting = await read(shop);
    expect(waiting).toMatchObject({ state: 'waiting', published: null, proposal: { text: TOLD, byName: 'Pak Dwi' } });
    expect(waiting.proposal?.pictures).toHaveLength(1);

    expect((await answers('consent', shop, waiting.version)).status).toBe(200);
    await happens('StoryChanged', shop);
    const address = storyAddress(kota, shop);
    for (const key of [pages.story, pages.shop, ...pages.lists.slice(0, 2)])
      expect(text(key), key).toContain('mengulek');
    for (const key of pages.lists) expect(text(key), key).toContain(address);
    const card = `https://pasar.example${storyPicture(kota, shop.merchantId, 'kartu')}`;
    for (const key of [pages.story, pages.shop])
      expect(text(key)).toContain(`<meta property="og:image" content="${card}">`);
    expect(text(pages.story)).toContain('https://wa.me/?text=');
    const drawn = await site.get(pages.card);
    expect(await sharp(Buffer.from(drawn?.bytes ?? [])).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect((await read(shop)).address).toBe(address);

    const photo = await look(pages.photo);
    expect((await answers('withdraw', shop)).status).toBe(200);
    await happens('StoryChanged', shop);
    for (const key of [pages.story, pages.shop, ...pages.lists]) {
      expect(text(key), key).not.toContain('mengulek');
      expect(text(key), key).not.toContain(`${address}"`);
      expect(text(key), key).not.toContain(`${address}<`);
    }
    expect(text(pages.story)).toContain('Cerita ini sudah tidak ditampilkan');
    expect((await look(pages.photo))?.dominant).not.toEqual(photo?.dominant);
    expect((await look(pages.card))?.entropy).toBeLessThan(1);
    expect(await read(shop)).toMatchObject({ state: 'withdrawn', published: null, address: null });
  });

  test('that is taken back while its pictures are drawn is covered all the same', async () => {
    const shop = await opens('Batik Bu Rini');
    await visits(shop, TOLD);
    await answers('consent', shop);
    const { photo } = pagesOf(shop);
    // The drawing has read its story and has not written yet when the owner takes it back, and that is drawn first.
    let first = true;
    const slow = {
      ...town.world,
      photos: {
        ...town.world.photos,
        get: async (key: string) => {
          const bytes = await town.world.photos.get(key);
          if (first) {
            first = false;
            await answers('withdraw', shop);
            // Nothing was there to be covered, so the later run writes first.
            await site.replace(photo, Buffer.from('x\nmoved\non\n'), 'image/jpeg', undefined);
          }
          return bytes;
        },
      },
    };
    const detail = { eventId: 'one', version: 1, at: clock.now(), ...shop, storyVersion: 2 };
    const body = JSON.stringify({ 'detail-type': 'StoryChanged', detail });
    await drawStories(() => slow)({ Records: [{ messageId: 'one', body }] });
    expect((await look(photo))?.entropy).toBeLessThan(1);
  });

  test('goes with its shop when the city suspends it', async () => {
    const shop = await opens('Kopi Pak Darmo');
    await visits(shop, TOLD);
    await answers('consent', shop);
    await happens('StoryChanged', shop);
    const pages = pagesOf(shop);
    expect(text(pages.story)).toContain('mengulek');
    const params = { merchantId: shop.merchantId };
    await town.as(admin())('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Izin habis.' } });
    await happens('MerchantSuspended', shop);
    for (const key of [pages.story, ...pages.lists]) expect(text(key), key).not.toContain(storyAddress(kota, shop));
    expect((await look(pages.card))?.entropy).toBeLessThan(1);
  });

  test('is told no longer than who consented to it is an owner', async () => {
    const shop = await opens('Jamu Bu Siti');
    const scope = `merchant:${shop.merchantId}`;
    await visits(shop, TOLD);
    await answers('consent', shop);
    await town.seats(scope, 'penerus', 'owner', shop.owner);
    await town.seats(scope, 'kawan', 'owner', shop.owner);
    const leaves = (person: string) =>
      town.as(person)('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
    await leaves('kawan');
    expect((await read(shop)).state).toBe('published');
    await leaves(shop.owner);
    expect(await read(shop, 'penerus')).toMatchObject({ state: 'withdrawn', published: null });
  });

  test('is told with the pictures that its owner saw, and with none that comes later', async () => {
    const shop = await opens('Dawet Bu Mar');
    const visitId = await visits(shop, TOLD, false);
    expect((await read(shop)).proposal?.pictures).toEqual([]);
    await answers('consent', shop);
    await sendsPicture(visitId);
    expect((await read(shop)).published).toMatchObject({ text: TOLD, pictures: [] });
    const other = await opens('Cendol Bu Mar');
    await visits(other, TOLD);
    const params = { merchantId: other.merchantId };
    await town.as(other.owner)('POST /merchants/{merchantId}/story/consent', {
      params,
      body: { version: 1, photos: [] },
    });
    expect((await read(other)).published?.pictures).toEqual([]);
    for (const one of [shop, other]) await answers('withdraw', one);
  });

  test('is written by nobody of a shop that became their own after the visit was planned', async () => {
    const shop = await opens('Soto Pak Dwi');
    await town.seats(`city:${CITY}`, 'dwi', 'field-officer');
    const { visitId } = await town.as(admin())('POST /cities/{city}/visits', {
      params: { city: CITY },
      body: { merchantId: shop.merchantId, day: '2026-11-29', visitor: 'dwi', visitorName: 'Pak Dwi' },
    });
    await town.seats(`merchant:${shop.merchantId}`, 'dwi', 'staff', shop.owner);
    const record = await town.ask('POST /visits/{visitId}/record', 'dwi', {
      params: { visitId },
      body: { ...visited, photos: [], story: TOLD },
      headers: { 'idempotency-key': `catatan-${visitId}` },
    });
    expect(record.body).toMatchObject({ code: 'own_shop' });
    expect((await read(shop)).state).toBe('none');
  });

  test('is answered by its owner alone: no helper, no officer, no other shop', async () => {
    const [shop, other] = [await opens('Keripik Bu Tutik'), await opens('Tahu Pak Slamet')];
    await visits(shop, TOLD);
    await town.seats(`merchant:${shop.merchantId}`, 'pembantu', 'staff', shop.owner);
    for (const by of ['pembantu', GOES, admin(), other.owner])
      expect((await answers('consent', shop, 1, by)).status, by).toBeGreaterThanOrEqual(403);
    expect((await read(shop)).state).toBe('waiting');
    expect(await read(shop, 'pembantu')).toMatchObject({ state: 'waiting' });
  });

  test('is proposed by the city out of a visit with other words, and consented to as it reads then', async () => {
    const shop = await opens('Tempe Bu Ngatini');
    const visitId = await visits(shop, TOLD);
    const proposes = (by: string, words: string) =>
      town.ask('POST /visits/{visitId}/story', by, { params: { visitId }, body: { text: words, photos: [hash] } });
    expect((await proposes(admin(), 'Ngatini membuat tempe daun.')).body).toMatchObject({ version: 2 });
    expect((await answers('consent', shop, 1)).body).toMatchObject({ code: 'version_mismatch' });
    expect((await answers('consent', shop, 2)).status).toBe(200);
    expect((await read(shop)).published).toMatchObject({ text: 'Ngatini membuat tempe daun.', byName: 'Petugas kota' });
    expect((await proposes('lain', 'Bohong.')).body).toMatchObject({ code: 'visit_not_found' });
    expect((await proposes(shop.owner, 'Paling enak sekota.')).body).toMatchObject({ code: 'visit_not_found' });
  });

  test('stands at its city’s home in the order of the list, whoever has which id', async () => {
    for (const name of ['Roti Bu Sri', 'Madu Pak Joko', 'Teh Bu Lina']) {
      const shop = await opens(name);
      await visits(shop, `${name} sudah sepuluh tahun.`);
      await answers('consent', shop);
    }
    const due = JSON.stringify({
      'detail-type': 'PagesDue',
      detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY },
    });
    await writeLists(() => town.world)({ Records: [{ messageId: 'one', body: due }] });
    const home = text('pages/malang/index.html');
    const [from, to] = [home.indexOf('Kenali pembuatnya'), home.indexOf('Menurut kecamatan')];
    const named = (part: string, tag: RegExp) => [...part.matchAll(tag)].map(([, name = '']) => name);
    const featured = named(home.slice(from, to), /<a class="name" href="[^"]*"><bdi>([^<]*)</g);
    const sellers = [...new Set(named(home.slice(0, from), /<p class="maker"><bdi>([^<]*)</g))];
    const known = new Set(['Tempe Bu Ngatini', 'Roti Bu Sri', 'Madu Pak Joko', 'Teh Bu Lina']);
    expect(featured).toEqual(sellers.filter((name) => known.has(name)).slice(0, 3));
    const decisionIn = (part: string) => /\/api\/rankings\/(dec_[0-9a-z]{26})/.exec(part)?.[1];
    expect(decisionIn(home.slice(from, to))).toBe(decisionIn(home.slice(0, from)));
  });
});
