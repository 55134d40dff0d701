import { beforeEach, describe, expect, test } from 'vitest';
import type { EventType } from '../../../events/contract.ts';
import { followMerchants } from '../../../functions/catalogue/follow-merchants.ts';
import { callReopened } from '../../../functions/pages/call-reopened.ts';
import { writeSitemaps } from '../../../functions/pages/sitemap.ts';
import { writeGoods } from '../../../functions/pages/write-goods.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import type { World } from '../../../functions/world.ts';
import { addMonths, DAY_MS, later, monthOf } from '../../../shared/domain/basics/month.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import { fileOf, productAddress } from '../../../shared/domain/pages/address.ts';
import { logoFile } from '../../../shared/domain/photos/sizes.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { putLine } from '../../../shared/table/catalogue/price-lines.ts';
import { putCentreSale } from '../../../shared/table/centres/market-days.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { centreOf } from '../../domain/centres/examples.ts';
import { memorySite, testClock, testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';

const CITY = '35.73';
const id = (kind: string, at: number): string => `${kind}_${String(at).padStart(26, '0')}`;
const kota = { name: 'Kota Malang' };
type Site = ReturnType<typeof memorySite>;
let [town, site]: [Awaited<ReturnType<typeof townOf>>, Site] = [] as never;

beforeEach(async () => {
  site = memorySite();
  town = await townOf(await testWorld({ site }));
  await town.founds(CITY, kota);
});

const messages = (type: EventType, details: object[]) => ({
  Records: details.map((detail, at) => ({
    messageId: `${type} ${at}`,
    body: JSON.stringify({
      'detail-type': type,
      detail: { eventId: `${type} ${at}`, version: 1, at: '2026-11-10T02:00:00.000Z', cityCode: CITY, ...detail },
    }),
  })),
});
const writers = () => [writeGoods(() => town.world), writeLists(() => town.world)] as const;
const failures = async (type: EventType, details: object[]) => {
  const answers = [];
  for (const write of writers()) answers.push((await write(messages(type, details))).batchItemFailures.length);
  return answers;
};
const writeAll = (shops: string[]) =>
  Promise.all([failures('PagesDue', [{ shops }]), writers()[1](messages('PagesDue', [{}]))]);
const text = (key: string) => site.texts().get(key) ?? '';

describe('the pages of a city', () => {
  test('show what is sold, at its price, with the shop, and lead to each other', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Bu Sari', phoneShown: true });
    const product = await town.offers(shop, { name: 'Nasi kotak rapat', priceRupiah: 18_000 });
    await writeAll([shop.merchantId]);
    const page = text(fileOf(productAddress(kota, product)));
    for (const part of ['Rp18.000', 'Dapur Bu Sari', 'https://wa.me/6281234567890', '"@type":"Product"', 'Tersedia'])
      expect(page).toContain(part);
    expect(page).toContain(`<link rel="canonical" href="https://pasar.example${productAddress(kota, product)}">`);
    expect(text('pages/malang/usaha/dapur-bu-sari/index.html')).toContain(productAddress(kota, product));
    for (const list of ['', '/konsumsi-rapat', '/belum-banyak-terlihat', '/kecamatan/kecamatan-02'])
      expect(text(`pages/malang${list}/index.html`), list).toContain(productAddress(kota, product));
    expect(text('pages/malang/konsumsi-rapat/index.html')).toMatch(/data-decision="dec_[0-9a-z]{26}"/);
    expect(text('pages/index.html')).toContain('Kota Malang · 1 usaha');
    // What nobody counted yet is not told as none.
    await town.founds('35.72', { name: 'Kota Blitar' });
    await writeAll([shop.merchantId]);
    expect(text('pages/index.html')).toMatch(/>Kota Blitar<\/a>/);
    expect(text('pages/malang/sitemap-1.xml')).toContain(`https://pasar.example${productAddress(kota, product)}`);
  });

  test('are all named to crawlers, also where one sitemap does not hold them', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Bu Sari' });
    const product = await town.offers(shop);
    await writeAll([shop.merchantId]);
    const city = (await getCity(town.world.table, CITY)) as City;
    const named = () => text('pages/sitemap.xml').match(/malang\/sitemap-\d+/g);
    expect(named()).toEqual(['malang/sitemap-1']);
    await writeSitemaps(town.world, city, 'https://pasar.example', 10);
    await town.founds('35.72', { name: 'Kota Blitar' });
    await writers()[1](messages('PagesDue', [{ cityCode: '35.72' }]));
    const parts = named()?.map((part) => text(`pages/${part}.xml`)) ?? [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toContain(`https://pasar.example${productAddress(kota, product)}`);
    for (const part of parts) expect(part.match(/<loc>/g)?.length).toBeLessThanOrEqual(10);
  });

  test('show a centre, lead to it from the city’s home, and change with its market days', async () => {
    const params = { city: CITY, slug: 'way-halim' };
    const admin = town.as(town.adminOf(CITY));
    const { schedules, name, description, address, stalls, rentRupiah, rules, pickUp } = centreOf();
    const centre = { schedules, name, description, address, district: `${CITY}.02`, stalls, rentRupiah, rules, pickUp };
    await admin('PUT /cities/{city}/centres/{slug}', { params, body: centre });
    await failures('CentreChanged', [{ slug: 'way-halim' }]);
    const page = 'pages/malang/sentra/way-halim/index.html';
    for (const part of ['Senin–Jumat 08.00–17.00', 'sewa Rp10.000 sehari', 'Jl. Ijen 1'])
      expect(text(page)).toContain(part);
    expect(text('pages/malang/index.html')).toContain('/malang/sentra/way-halim');
    expect(text('pages/malang/sitemap-1.xml')).toContain('/malang/sentra/way-halim<');
    const inDays = (days: number) => later(town.world.now(), days * DAY_MS).slice(0, 10);
    const day = { name: 'Pasar Jumat', opensAt: '08:00', closesAt: '14:00', stalls: 1, applyUntil: inDays(5) };
    const ofDay = { ...params, day: inDays(10) };
    await admin('PUT /cities/{city}/centres/{slug}/days/{day}', { params: ofDay, body: day });
    await failures('CentreChanged', [{ slug: 'way-halim' }]);
    expect(text(page)).toContain('Pasar Jumat');
  });

  test('tell of a centre what was picked up there, when its month is closed: how many sold, and no sum', async () => {
    const params = { city: CITY, slug: 'way-halim' };
    const { schedules, name, description, address, stalls, rentRupiah, rules } = centreOf();
    const body = {
      schedules,
      name,
      description,
      address,
      district: `${CITY}.02`,
      stalls,
      rentRupiah,
      rules,
      pickUp: true,
    };
    await town.as(town.adminOf(CITY))('PUT /cities/{city}/centres/{slug}', { params, body });
    await failures('CentreChanged', [{ slug: 'way-halim' }]);
    const page = 'pages/malang/sentra/way-halim/index.html';
    expect(text(page)).toContain('Belum ada pesanan yang diambil di sini pada');
    const month = addMonths(monthOf(town.world.now(), 'Asia/Jakarta'), -1);
    const sells = async (owners: number) => {
      for (let at = 0; at < owners; at++)
        await commit(town.world.table, [
          putCentreSale({
            cityCode: CITY,
            slug: 'way-halim',
            month,
            orderId: id('ord', at),
            merchantId: id('mrc', at),
            merchantName: `Warung ${at}`,
            ownerId: `pemilik ${at}`,
            byCategory: { 'meeting-food': 10_000 },
          }),
        ]);
      await failures('SnapshotTaken', [{ place: CITY, month, revision: 1, phase: 'preliminary', sentence: '' }]);
    };
    await sells(2);
    expect(text(page)).toContain('Kurang dari sepuluh usaha menyerahkan pesanan di sini');
    await sells(12);
    expect(text(page)).toContain('10 usaha');
    expect(text(page)).not.toMatch(/Warung 3|Rp120\.000/);
  });

  test('name the office that helps at the foot of each, and another number and sign as soon as the city says so', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Bu Sari' });
    const product = await town.offers(shop);
    const keys = [
      ...['', '/konsumsi-rapat', '/kecamatan/kecamatan-02', '/usaha/dapur-bu-sari', '/cara-menghitung'].map(
        (page) => `pages/malang${page}/index.html`,
      ),
      fileOf(productAddress(kota, product)),
    ];
    await writeAll([shop.merchantId]);
    for (const key of keys) expect(text(key), key).not.toContain('Bantuan lewat WhatsApp dinas');
    const logo = await town.putsLogo(CITY);
    for (const [helpPhone, shown] of [
      ['0811-2222-3333', 'wa.me/6281122223333'],
      ['0811-2222-4444', 'wa.me/6281122224444'],
      [null, null],
    ] as const) {
      await town.as(`admin-${CITY}`)('PATCH /cities/{city}', { params: { city: CITY }, body: { helpPhone } });
      // A city's goods are shared between many runs, which are called for.
      expect((await failures('PagesDue', [{ shops: [shop.merchantId] }]))[0]).toBe(0);
      expect((await failures('CityChanged', [{ cityVersion: 2 }]))[1]).toBe(0);
      for (const key of keys)
        expect(/(wa\.me\/\d+)[^>]*>Bantuan lewat WhatsApp dinas/.exec(text(key))?.[1] ?? null, key).toBe(shown);
      expect(text('pages/malang/index.html')).toContain(logoFile(logo, 'page'));
    }
  });

  test('say on every card what buyers said of its shop and whether it takes cash, and change with it', async () => {
    const shop = await town.opens(CITY);
    const { merchantId } = shop;
    const product = await town.offers(shop, { amount: 10 });
    await writeAll([merchantId]);
    const lists = ['', '/konsumsi-rapat', '/belum-banyak-terlihat', '/kecamatan/kecamatan-02'].map(
      (list) => `pages/malang${list}/index.html`,
    );
    for (const list of lists) expect(text(list), list).not.toMatch(/★|Bisa COD/);
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
      params: { merchantId },
      body: { cod: { maxRupiah: 100_000, districts: [] }, qris: null, transfer: false },
    });
    expect(await failures('PaymentWaysChanged', [{ merchantId, waysVersion: 1 }])).toEqual([0, 0]);
    for (const list of lists) expect(text(list), list).toContain('Bisa COD');
    for (const buyer of ['ani', 'budi', 'cici']) {
      const { orderId } = await town.sells(shop, product, 1, buyer);
      await town.as(buyer)('PUT /orders/{orderId}/review', { params: { orderId }, body: { stars: 5 } });
    }
    const review = { reviewId: 'r', orderId: `ord_${'0'.repeat(26)}`, state: 'shown', stars: 5, reviewVersion: 1 };
    expect(await failures('ReviewChanged', [{ merchantId, ...review }])).toEqual([0, 0]);
    for (const list of lists) expect(text(list), list).toContain('5,0 (3');
  });

  test('say what bringing costs, and change with it', async () => {
    const shop = await town.opens(CITY);
    const { merchantId } = shop;
    const product = await town.offers(shop);
    await writeAll([merchantId]);
    const pages = [fileOf(productAddress(kota, product)), 'pages/malang/usaha/dapur-bu-sri/index.html'];
    for (const page of pages) expect(text(page)).toContain('Diantar gratis');
    await town.as(shop.owner)('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId },
      body: { courier: { feeRupiah: 5_000, freeFromRupiah: 100_000, districts: [] }, pickUp: null },
    });
    await failures('DeliveryTermsChanged', [{ merchantId, termsVersion: 1 }]);
    for (const page of pages) expect(text(page)).toContain('Diantar Rp5.000 · gratis mulai Rp100.000');
  });

  test('of a shop that was closed say nothing of it once its day is over, though nobody wrote anything', async () => {
    const clock = testClock('2026-11-10T09:00:00.000+07:00');
    const called: string[][] = [];
    const publish: World['publish'] = async ({ detail }) => void called.push((detail as { shops: string[] }).shops);
    town = await townOf(await testWorld({ site, now: clock.now }));
    await town.founds(CITY, kota);
    const shop = await town.opens(CITY);
    await town.opens(CITY, { name: 'Toko Dua' });
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { pausedUntil: '2026-11-10' },
    });
    const page = 'pages/malang/usaha/dapur-bu-sri/index.html';
    const calls = async (at: string): Promise<string[]> => {
      clock.set(at);
      called.length = 0;
      await callReopened(() => ({ ...town.world, publish, cache: new Map() }))();
      for (const shops of called) await failures('PagesDue', [{ shops }]);
      return called.flat();
    };
    await writeAll([shop.merchantId]);
    expect(text(page)).toContain('Toko ini tutup sampai 10 November 2026');
    expect(await calls('2026-11-10T23:59:59.000+07:00')).toEqual([]);
    for (const at of ['2026-11-11T00:00:00.000+07:00', '2026-11-11T00:05:00.000+07:00'])
      expect(await calls(at)).toEqual([shop.merchantId]);
    expect(text(page)).not.toContain('Toko ini tutup');
    expect(await calls('2026-11-11T00:10:00.000+07:00')).toEqual([]);
  });

  test('say so when the last piece is gone, when a product is withdrawn, and when a shop may not sell', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { amount: 1 });
    const hidden = await town.offers(shop, { name: 'Belum pernah' });
    const { merchantId, productId } = product;
    await writeAll([merchantId]);
    const key = fileOf(productAddress(kota, product));
    await town.buys('ani', product, 1);
    await failures('ShelfTurned', [{ merchantId, productId, free: false }]);
    expect(text(key)).toContain('Sedang habis');
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId, productId },
      body: { active: false },
    });
    await failures('ReviewChanged', [
      { merchantId, reviewId: 'r', orderId: `ord_${'0'.repeat(26)}`, state: 'shown', stars: 5, reviewVersion: 1 },
    ]);
    expect(text(key)).toContain('Barang ini sudah tidak dijual');
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId },
      body: { reason: 'Alamat tidak ditemukan petugas' },
    });
    await failures('PagesDue', [{ shops: [merchantId] }]);
    expect(text('pages/malang/usaha/dapur-bu-sri/index.html')).toContain('Toko ini sudah tidak berjualan');
    expect(text(fileOf(productAddress(kota, hidden)))).toContain('sudah tidak dijual');
  });

  test('say that a shop is away while it is, and no longer once it is back', async () => {
    const shop = await town.opens(CITY);
    const key = fileOf(productAddress(kota, await town.offers(shop)));
    const { merchantId } = shop;
    const pausedUntil = later(town.world.now(), 3 * DAY_MS).slice(0, 10);
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: { pausedUntil } });
    await writeAll([merchantId]);
    expect(text(key)).toContain('Toko ini tutup sampai');
    const back = { ...town.world, now: () => later(town.world.now(), 5 * DAY_MS) };
    await writeGoods(() => back)(messages('PagesDue', [{ shops: [merchantId] }]));
    expect(text(key)).not.toContain('Toko ini tutup sampai');
  });

  test('say what like goods cost only where several owners sell them', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { name: 'Nasi kotak rapat' });
    const key = fileOf(productAddress(kota, product));
    for (const [owners, source, says] of [
      [4, 'like', false],
      [5, 'like', 'Harga tengah barang sejenis di'],
      [4, 'paid', false],
      [5, 'paid', 'Harga tengah yang dibayar untuk barang sejenis di'],
    ] as const) {
      const line = { medianRupiah: 17_500, owners };
      const asked = source === 'like' ? line : { medianRupiah: 99_000, owners: 9 };
      const named = { province: '35', cityCode: CITY, category: product.category, goods: goodsOf(product) };
      const evidence = { ...line, source };
      await commit(town.world.table, [putLine({ ...named, ...asked, evidence, lineRupiah: 20_000, past: null })]);
      await failures('PagesDue', [{ shops: [shop.merchantId] }]);
      const page = text(key);
      expect(page.includes(`Rp17.500 per ${product.unit}, dari 5 usaha`), `${owners} ${source}`).toBe(says !== false);
      if (says) expect(page).toContain(says);
    }
  });

  test.each(['product', 'shop'] as const)(
    'show nothing of a %s that is gone, nor does any list, file or search',
    async (what) => {
      const clock = testClock();
      town = await townOf(await testWorld({ site, now: clock.now }));
      await town.founds(CITY, kota);
      const name = 'Rengginang Tersohor';
      const shop = await town.opens(CITY, { name: 'Warung Tersembunyi' });
      const product = await town.offers(shop, { name });
      const { merchantId, productId } = product;
      await writeAll([merchantId]);
      const pages = () => [...site.texts()].filter(([, page]) => page.includes(what === 'shop' ? 'Tersembunyi' : name));
      const finds = async () => {
        const lists = await Promise.all([
          town.as()('GET /cities/{city}/products', { params: { city: CITY } }),
          town.as()('GET /cities/{city}/search', { params: { city: CITY }, query: { text: 'rengginang' } }),
        ]);
        return lists.map(({ items }) => items.length);
      };
      expect(pages().length).toBeGreaterThan(2);
      expect(await finds()).toEqual([1, 1]);
      if (what === 'product')
        await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
          params: { merchantId, productId },
          body: { active: false },
        });
      else
        await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
          params: { merchantId },
          body: { reason: 'Alamat tidak ditemukan petugas' },
        });
      await followMerchants(() => town.world)({ detail: { merchantId } } as never);
      await writeAll([merchantId]);
      expect(pages().map(([key]) => key)).toEqual([]);
      expect(text(fileOf(productAddress(kota, product)))).toMatch(/noindex/);
      expect(text(fileOf(productAddress(kota, product)))).not.toContain('application/ld+json');
      const statusOf = async (key: string, params: Record<string, string>) =>
        (await town.ask(key, undefined, { params })).status;
      expect(await statusOf('GET /merchants/{merchantId}/products/{productId}', { merchantId, productId })).toBe(404);
      expect(await statusOf('GET /merchants/{merchantId}', { merchantId })).toBe(what === 'shop' ? 404 : 200);
      // Lists remember their offers for half a minute.
      clock.pass(60_000);
      expect(await finds()).toEqual([0, 0]);
    },
  );

  test('keep a shop’s number from whoever was not told it', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop);
    await writeAll([shop.merchantId]);
    for (const [key, page] of site.texts()) expect(page, key).not.toContain('81234567890');
    expect(text(fileOf(productAddress(kota, product)))).toContain('belum membuka nomor WhatsApp');
  });

  test('give the second shop of a name another address, and never one address two meanings', async () => {
    const [one, two] = [await town.opens(CITY), await town.opens(CITY)];
    for (const shop of [one, two]) await town.offers(shop);
    await writeAll([one.merchantId, two.merchantId]);
    const found = [...site.texts().keys()].filter((key) => key.includes('/usaha/'));
    expect(found.sort()).toEqual([
      'pages/malang/usaha/dapur-bu-sri-2/index.html',
      'pages/malang/usaha/dapur-bu-sri/index.html',
    ]);
  });

  test('of a shop renamed while they are made lead on from its former address, and never take it back', async () => {
    const shop = await town.opens(CITY);
    await town.offers(shop);
    await writeAll([shop.merchantId]);
    const params = { merchantId: shop.merchantId };
    let renamed = false;
    // The slow run has taken the address and looks at its files when the shop gets its new name and pages.
    const slow = {
      ...site,
      get: async (key: string) => {
        if (!renamed && key.includes('/usaha/')) {
          renamed = true;
          await town.as(shop.owner)('PATCH /merchants/{merchantId}', { params, body: { name: 'Dapur Baru' } });
          await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/proposal/confirm', { params });
          await failures('PagesDue', [{ shops: [shop.merchantId] }]);
        }
        return site.get(key);
      },
    };
    await writeGoods(() => ({ ...town.world, site: slow }))(messages('PagesDue', [{ shops: [shop.merchantId] }]));
    expect(text('pages/malang/usaha/dapur-bu-sri/index.html')).toContain('url=/malang/usaha/dapur-baru');
    expect(text('pages/malang/usaha/dapur-baru/index.html')).toContain('<bdi>Dapur Baru</bdi></h1>');
  });

  test('take hostile names for names', async () => {
    const names = ['</script><script>window.bocor=1</script>', '"><img src=x onerror=alert(1)>', '</title><!-- {{x}}'];
    const shop = await town.opens(CITY, { name: names[0] as string, description: names[1] as string });
    for (const name of names) await town.offers(shop, { name, description: `${name} \u2028` });
    await writeAll([shop.merchantId]);
    for (const [key, page] of site.texts()) {
      if (!key.endsWith('.html') || !key.startsWith('pages/')) continue;
      expect(page.match(/<script(?! type="application\/ld\+json">)/g), key).toBeNull();
      expect(page, key).not.toMatch(/<img src=x|<!-- \{\{x/);
      for (const [, json = ''] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g))
        expect(JSON.parse(json)['@context']).toBe('https://schema.org');
    }
  });

  test('are made once for a thousand changes that waited together', async () => {
    const shop = await town.opens(CITY);
    const { productId, district, category } = await town.offers(shop);
    await writeAll([shop.merchantId]);
    let writes = 0;
    const counted = {
      ...site,
      replace: (...all: Parameters<Site['replace']>) => {
        writes += 1;
        return site.replace(...all);
      },
    };
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: shop.merchantId, productId },
      body: { priceRupiah: 19_000 },
    });
    const changes = Array.from({ length: 1000 }, (_, at) => ({
      productId,
      merchantId: shop.merchantId,
      district,
      category,
      formerDistrict: null,
      formerCategory: null,
      productVersion: at,
    }));
    const world = { ...town.world, site: counted };
    expect((await writeGoods(() => world)(messages('ProductChanged', changes))).batchItemFailures).toEqual([]);
    expect((await writeLists(() => world)(messages('ProductChanged', changes))).batchItemFailures).toEqual([]);
    // The product, its shop; the category, the district, the home, what is seldom seen, the index for searches.
    expect(writes).toBeLessThanOrEqual(7);
    expect(text('pages/malang/usaha/dapur-bu-sri/index.html')).toContain('Rp19.000');
  });

  test('of one reading never come over what was written after it, whichever of them read first', async () => {
    const shop = await town.opens(CITY);
    const { productId } = await town.offers(shop, { priceRupiah: 18_000 });
    await writeAll([shop.merchantId]);
    const change = (priceRupiah: number) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId },
        body: { priceRupiah },
      });
    await change(19_000);
    const home = 'pages/malang/index.html';
    const other = { ...town.world, cache: new Map() };
    let late = true;
    // The slow run looks at the home's file last: others of its pages have read the goods, which changed since.
    const slow = {
      ...site,
      get: async (key: string) => {
        if (key === home && late) {
          late = false;
          await new Promise((resolve) => setTimeout(resolve, 700));
          await change(20_000);
          expect(
            (await writeLists(() => other)(messages('LedgerMade', [{ ledgerVersion: 'v' }]))).batchItemFailures,
          ).toEqual([]);
          expect(text(home)).toContain('Rp20.000');
        }
        return site.get(key);
      },
    };
    const all = messages('LedgerMade', [{ ledgerVersion: 'v' }]);
    expect((await writeLists(() => ({ ...town.world, site: slow }))(all)).batchItemFailures).toEqual([]);
    expect(late).toBe(false);
    for (const key of [home, 'pages/malang/konsumsi-rapat/index.html', 'pages/malang/belum-banyak-terlihat/index.html'])
      expect(text(key), key).toContain('Rp20.000');
    expect(text('pages/malang/cari.json')).toContain('20000');
  });

  test('that cannot be written are answered one by one, and nothing else waits for them', async () => {
    const [one, two] = [await town.opens(CITY), await town.opens(CITY, { name: 'Toko Dua' })];
    const broken = {
      ...site,
      replace: (...all: Parameters<Site['replace']>) =>
        all[0].includes('toko-dua') ? Promise.reject(new Error('no bucket')) : site.replace(...all),
    };
    const world = { ...town.world, site: broken };
    const due = messages('PagesDue', [{ shops: [one.merchantId] }, { shops: [two.merchantId] }]);
    const again = async () =>
      (await writeGoods(() => world)(due)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    for (let run = 0; run < 10; run++) expect(await again()).toEqual(['PagesDue 1']);
    expect(text('pages/malang/usaha/dapur-bu-sri/index.html')).toContain('Dapur Bu Sri');
  });
});
