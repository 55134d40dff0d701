import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let product: Product;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, {}, 'sri');
  product = await town.offers(shop, { name: 'Keripik tempe' });
});

const ofProduct = () => ({ merchantId: shop.merchantId, productId: product.productId });
const reports = (person: string, body: object = { kind: 'fake', text: 'Kemasannya tiruan' }) =>
  town.as(person)('POST /merchants/{merchantId}/products/{productId}/reports', {
    params: ofProduct(),
    body: body as never,
  });
const decides = (decision: 'withdraw' | 'keep', reason = 'Izin edarnya habis', headers: Record<string, string> = {}) =>
  town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/products/{productId}/decide', {
    params: ofProduct(),
    body: { decision, reason },
    headers,
  });
const cases = async (state: string, person = town.adminOf(CITY)) =>
  (await town.as(person)('GET /cities/{city}/goods-cases', { params: { city: CITY }, query: { state } as never }))
    .items;
const change = (body: object) =>
  town.as('sri')('PATCH /merchants/{merchantId}/products/{productId}', { params: ofProduct(), body: body as never });
const shown = () => town.ask('GET /merchants/{merchantId}/products/{productId}', undefined, { params: ofProduct() });

describe('goods that people report', () => {
  test('stay on the market until the city has decided; each person counts once, and is named to nobody', async () => {
    await reports('ani');
    await reports('ani', { kind: 'other', text: 'Sekali lagi' });
    await reports('budi', { kind: 'dangerous' });
    const [one, ...others] = await cases('open');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ reports: 2, kinds: { fake: 1, dangerous: 1 }, name: 'Keripik tempe', state: 'open' });
    expect(one?.texts.map(({ text }) => text)).toEqual(['Kemasannya tiruan']);
    expect(JSON.stringify(one)).not.toContain('ani"');
    expect((await shown()).status).toBe(200);
  });

  test('are withdrawn with a reason that the shop is told, and offered again once the city opens them', async () => {
    await reports('ani');
    expect(await decides('withdraw')).toMatchObject({ state: 'withdrawn' });
    expect((await shown()).status).toBe(404);
    const own = () => town.as('sri')('GET /me/merchants/{merchantId}/products/{productId}', { params: ofProduct() });
    expect(await own()).toMatchObject({ active: false, listed: false, barred: { reason: 'Izin edarnya habis' } });
    const refused = await refusedWithoutTrace(town.world, () => change({ active: true }));
    expect([refused.code, refused.body['title']]).toEqual([
      'product_barred',
      'Barang ini ditarik dinas: Izin edarnya habis. Perbaiki dulu, lalu minta dinas membukanya lagi.',
    ]);
    // Everything else the shop mends meanwhile.
    await change({ description: 'Izin edar baru' });
    expect(await decides('keep', 'Izin edar sudah baru')).toMatchObject({ state: 'kept' });
    expect(await change({ active: true })).toMatchObject({ listed: true });
    expect((await cases('kept')).map(({ decisions }) => decisions.map(({ state }) => state))).toEqual([
      ['withdrawn', 'kept'],
    ]);
    const acts = (await everything(town.world)).filter(({ type }) => type === 'AuditEntry').map(({ act }) => act);
    expect(acts.filter((act) => String(act).startsWith('goods-'))).toEqual(['goods-withdrawn', 'goods-kept']);
  });

  test.each([
    'Keripik tempe',
    'KERIPIK-TEMPE',
    'Tempe keripik',
    'Keripik tempe baru',
    'Kerip1k tempe',
    'Promo: keripik tempe!',
  ])('do not come back as another offer of the shop: %s', async (name) => {
    const other = await town.offers(shop, { name: 'Keripik pisang' });
    await decides('withdraw');
    const again = [
      () => town.offers(shop, { name }),
      () =>
        town.as('sri')('PATCH /merchants/{merchantId}/products/{productId}', {
          params: { merchantId: shop.merchantId, productId: other.productId },
          body: { name },
        }),
    ];
    for (const offers of again) {
      const refused = await refusedWithoutTrace(town.world, offers);
      expect([refused.code, refused.body['errors']]).toMatchObject(['product_barred', [{ pointer: '/name' }]]);
    }
    await town.offers(shop, { name: 'Keripik tempe pedas' });
    await decides('keep');
    await town.offers(shop, { name });
  });

  test('that the city kept are looked at again when somebody else reports them', async () => {
    await reports('ani');
    await decides('keep', 'Sudah diperiksa, asli');
    expect(await cases('open')).toEqual([]);
    await reports('budi');
    expect(await cases('open')).toHaveLength(1);
  });

  test('are read with what was said of them by the city alone, also before anything was', async () => {
    const read = (person: string) =>
      town.as(person)('GET /merchants/{merchantId}/products/{productId}/case', { params: ofProduct() });
    expect(await read(town.adminOf(CITY))).toMatchObject({ version: 0, state: 'open', decisions: [] });
    await reports('ani');
    const decided = await decides('keep', 'Sudah diperiksa');
    expect(await read(town.adminOf(CITY))).toEqual(decided);
    expect(await refusalOf(read('sri'))).toMatchObject({ code: 'merchant_not_found' });
    expect(await refusalOf(read('ani'))).toMatchObject({ code: 'merchant_not_found' });
  });

  test('are decided by one of two officers, who read the same', async () => {
    await reports('ani');
    const headers = { 'if-match': '"1"' };
    await decides('keep', 'Sudah diperiksa', headers);
    const late = await refusedWithoutTrace(town.world, () => decides('withdraw', 'Palsu', headers));
    expect(late.code).toBe('version_mismatch');
    // The same click again finds it done.
    expect(await decides('keep', 'Sudah diperiksa', headers)).toMatchObject({ state: 'kept', version: 2 });
    // Nor over what was decided, by who saw the goods on their shelf alone.
    const unseen = await refusedWithoutTrace(town.world, () => decides('withdraw', 'Palsu', { 'if-match': '"0"' }));
    expect(unseen.code).toBe('version_mismatch');
  });

  test('are not one’s own, and are reported ten a day', async () => {
    expect((await refusedWithoutTrace(town.world, () => reports('sri'))).code).toBe('own_shop');
    for (let at = 0; at < 10; at++) {
      product = await town.offers(shop, { name: `Keripik ${'abcdefghij'[at]}` });
      await reports('ani');
    }
    product = await town.offers(shop, { name: 'Keripik kesebelas' });
    expect((await refusedWithoutTrace(town.world, () => reports('ani'))).code).toBe('limit_reached');
  });
});

describe('goods that may not be sold', () => {
  test('are refused with the rule they fall under, new ones and renamed ones', async () => {
    const refused = await refusedWithoutTrace(town.world, () => town.offers(shop, { name: 'Rokok filter' }));
    expect(refused.code).toBe('goods_not_allowed');
    expect(refused.body['errors']).toMatchObject([{ pointer: '/name' }]);
    expect((await refusalOf(change({ name: 'Petasan banting' }))).code).toBe('goods_not_allowed');
    expect((await town.offers(shop, { name: 'Mie mercon' })).listed).toBe(true);
  });

  test('are those of the city too, from when it says so', async () => {
    const admin = town.as(town.adminOf(CITY));
    const params = { city: CITY };
    const bans = [{ goods: 'kantong plastik', reason: 'Perwali 8/2021 tentang plastik sekali pakai' }];
    expect(await admin('PUT /cities/{city}/banned-goods', { params, body: { bans } })).toMatchObject({
      version: 1,
      bans,
    });
    expect((await refusalOf(town.offers(shop, { name: 'Kantong plastik hitam' }))).body['title']).toContain(
      'Perwali 8/2021',
    );
    const stale = () =>
      admin('PUT /cities/{city}/banned-goods', { params, body: { bans: [] }, headers: { 'if-match': '"0"' } });
    expect((await refusalOf(stale())).code).toBe('version_mismatch');
    const { country } = await town.as()('GET /cities/{city}/banned-goods', { params });
    expect(country.length).toBeGreaterThan(5);
  });
});

describe('reasons by which a city returns applications', () => {
  test('are there from the start, and the city’s own once it wrote them', async () => {
    const admin = town.as(town.adminOf(CITY));
    const params = { city: CITY };
    const { reasons, version } = await admin('GET /cities/{city}/return-reasons', { params });
    expect([reasons.length > 8, version]).toEqual([true, 0]);
    const own = [{ field: 'nib' as const, reason: 'NIB belum terverifikasi. Bawa ke loket 3.' }];
    await admin('PUT /cities/{city}/return-reasons', { params, body: { reasons: own } });
    expect(await admin('GET /cities/{city}/return-reasons', { params })).toEqual({
      cityCode: CITY,
      reasons: own,
      version: 1,
    });
  });
});
