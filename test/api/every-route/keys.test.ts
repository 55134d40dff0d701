import { beforeAll, describe, expect, test } from 'vitest';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { appliesAt, bankOf, type SeatedBank, seatsBank } from '../../banks.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, type Office, type Shop, type Town, townOf } from '../../market.ts';
import { visited } from '../../visited.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let office: Office;
let nasi: Product;
let bank: SeatedBank | undefined;

beforeAll(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  office = await town.seatsOffice(CITY, 10_000_000);
  nasi = await town.offers(shop, { amount: 500, priceRupiah: 10_000 });
});

type Body = Record<string, unknown>;
type Example = { who: string; params?: Record<string, string>; body: Body; other: Body };
const admin = () => town.adminOf(CITY);
const ofShop = () => ({ merchantId: shop.merchantId });

/** Nine boxes on their way to a person. */
const delivered = async () => {
  const order = await town.buys('ani', nasi, 9);
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  return { orderId: order.orderId };
};
const part = (quantity: number) => ({ rest: 'later', lines: [{ productId: nasi.productId, quantity }] });

/** For every route that takes a key: who asks what, and what else the same person might ask. */
const examples: Partial<Record<Key, () => Promise<Example> | Example>> = {
  'POST /orders': () => {
    const body = town.cart([{ product: nasi, quantity: 2 }]);
    return { who: 'ani', body, other: { ...body, deliverOn: '2026-11-12' } };
  },
  'POST /orders/{orderId}/receive': async () => ({
    who: 'ani',
    params: await delivered(),
    body: part(2),
    other: part(5),
  }),
  'POST /merchants': () => ({
    who: 'sri',
    body: town.application(CITY),
    other: town.application(CITY, { address: 'Jl. Lain 9' }),
  }),
  'POST /merchants/{merchantId}/products': () => {
    const body = { name: 'Teh', unit: 'gelas', priceRupiah: 5_000, category: 'culinary', supply: 'stock', amount: 5 };
    return { who: shop.owner, params: ofShop(), body, other: { ...body, amount: 6 } };
  },
  'POST /merchants/{merchantId}/capital-applications': async () => {
    bank ??= await seatsBank(town, CITY);
    const { bankId, schemeId } = bank;
    const consent = { months: 6, days: 30, repeated: true };
    const body = { bankId, schemeId, amountRupiah: 20_000_000, phone: '081234567890', consent };
    const params = { merchantId: shop.merchantId };
    return { who: shop.owner, params, body, other: { ...body, amountRupiah: 21_000_000 } };
  },
  'POST /banks/{bankId}/applications/{applicationId}/open': async () => {
    const reader = await seatsBank(town, CITY, { name: 'Bank Jatim' });
    const { applicationId } = await appliesAt(town, shop, reader);
    const params = { bankId: reader.bankId, applicationId };
    return { who: reader.officer, params, body: { purpose: 'loan' }, other: { purpose: 'invoice' } };
  },
  'POST /cities/{city}/banks': () => ({
    who: admin(),
    params: { city: CITY },
    body: bankOf(),
    other: bankOf({ name: 'Bank Jatim' }),
  }),
  'POST /cities/{city}/agencies': () => ({
    who: admin(),
    params: { city: CITY },
    body: { name: 'Dinas Baru', address: 'Jl. Satu 1' },
    other: { name: 'Dinas Baru', address: 'Jl. Satu 2' },
  }),
  'POST /merchants/{merchantId}/appeals': () => ({
    who: shop.owner,
    params: ofShop(),
    body: { text: 'Urutan saya keliru' },
    other: { text: 'Urutan saya terlalu rendah' },
  }),
  'POST /cities/{city}/allocations': () => {
    const wanted = { agencyId: office.agencyId, category: 'meeting-food', quantity: 2, deliverOn: '2026-11-12' };
    const body = { ...wanted, district: `${CITY}.02` };
    return { who: office.buyer, params: { city: CITY }, body, other: { ...body, quantity: 3 } };
  },
  'POST /cities/{city}/ranking-policy/simulations': () => ({
    who: admin(),
    params: { city: CITY },
    body: {},
    other: { tolerancePercent: 12 },
  }),
  'POST /cities/{city}/price-ceilings': () => {
    const dated = { validFrom: '2026-01-01', source: 'Perwali 1/2026' };
    const body = { category: 'meeting-food', goods: 'snack', unit: 'kotak', ceilingRupiah: 20_000, ...dated };
    return { who: admin(), params: { city: CITY }, body, other: { ...body, ceilingRupiah: 21_000 } };
  },
  'POST /cities/{city}/complaints': () => {
    const body = { category: 'licence', text: 'Izin usaha saya belum keluar' };
    return { who: 'ani', params: { city: CITY }, body, other: { ...body, text: 'Izin usaha saya sudah keluar' } };
  },
  'POST /cities/{city}/series': async () => {
    await town.seats(`city:${CITY}`, 'wira', 'mentor');
    const sessions = [{ day: '2026-12-01', from: '09:00', to: '12:00', place: 'Balai Kota' }];
    const named = { kind: 'training', title: 'Foto produk', about: 'Memotret.', mentor: 'wira', mentorName: 'Wira' };
    const body = { ...named, seats: 20, enrolUntil: '2026-11-28', sessions };
    return { who: admin(), params: { city: CITY }, body, other: { ...body, seats: 21 } };
  },
  'POST /cities/{city}/typed-complaints': () => {
    const body = { category: 'licence', text: 'Izin usaha saya belum keluar', channel: 'phone' };
    return { who: admin(), params: { city: CITY }, body, other: { ...body, channel: 'desk' } };
  },
  'POST /cities/{city}/partners': () => {
    const body = { legalName: 'PT Ojek', brand: 'Ojek', kind: 'ride' };
    return { who: admin(), params: { city: CITY }, body, other: { ...body, brand: 'Ojek Kota' } };
  },
  'POST /provinces/{province}/partners': async () => {
    await town.seats('province:35', 'admin-35', 'province-admin');
    const body = { legalName: 'PT Ojek', brand: 'Ojek', kind: 'ride', cities: [CITY] };
    return { who: 'admin-35', params: { province: '35' }, body, other: { ...body, brand: 'Ojek Jaya' } };
  },
  'POST /partners/{partnerId}/agreements': async () => {
    const of = { legalName: 'PT Antar', brand: 'Antar', kind: 'delivery' } as const;
    const { partnerId } = await town.as(admin())('POST /cities/{city}/partners', { params: { city: CITY }, body: of });
    const body = {
      number: '1/MOU/2026',
      title: 'Kerja sama',
      scope: 'Data.',
      start: '2026-01-01',
      end: '2027-01-01',
      parties: ['Wali Kota', 'PT Antar'],
      offices: ['Dinas Koperasi'],
      data: [],
      obligations: [{ text: 'Pelatihan', owner: 'partner', dueOn: '2026-12-01' }],
    };
    return { who: admin(), params: { partnerId }, body, other: { ...body, title: 'Kerja sama data' } };
  },
  'POST /visits/{visitId}/record': async () => {
    const visit = { merchantId: shop.merchantId, day: '2026-11-12', visitor: admin(), visitorName: 'Bu Retno' };
    const { visitId } = await town.as(admin())('POST /cities/{city}/visits', { params: { city: CITY }, body: visit });
    return { who: admin(), params: { visitId }, body: visited, other: { ...visited, met: 'family' } };
  },
  'POST /cities/{city}/owner-rulings': () => {
    const body = { rule: 'no_evidence', kind: 'phone', shopId: shop.merchantId, reason: 'Telepon kelurahan' };
    return { who: admin(), params: { city: CITY }, body, other: { ...body, reason: 'Telepon keluarga' } };
  },
};

const keyed = routeKeys.filter((key) => routeOf(key).idempotent);
/** All that is kept, but for the lists that were drawn on the way: they are kept whoever looks. */
const kept = async () => JSON.stringify((await everything(town.world)).filter(({ type }) => type !== 'Decision'));
const backwards = (body: Body): Body => Object.fromEntries(Object.entries(body).reverse());

describe('a request under a key', () => {
  test('is tried below on every route that takes one', () => {
    expect(Object.keys(examples).sort()).toEqual([...keyed].sort());
    for (const key of keyed) expect(routeOf(key).problems, key).toContain('key_reused');
  });

  test.each(keyed)('%s: with other content is refused, in other spelling is answered again', async (key) => {
    const example = examples[key];
    if (!example) throw new Error(`no example for ${key}`);
    const { who, params, body, other } = await example();
    const sends = (rawBody: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `kunci ${key}`.replaceAll(/\s/g, '-') };
      return town.ask(key, who, { ...(params ? { params } : {}), rawBody, headers });
    };
    const first = await sends(JSON.stringify(body));
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const before = await kept();
    for (const spelling of [JSON.stringify(body, null, 3), ` ${JSON.stringify(backwards(body))}\n`])
      expect(await sends(spelling)).toMatchObject({ status: first.status, body: first.body });
    const refused = await sends(JSON.stringify(other));
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'key_reused', errors: [{ pointer: '#/header/idempotency-key' }] },
    });
    expect(await kept()).toBe(before);
  });
});
