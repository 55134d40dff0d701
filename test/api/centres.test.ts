import { beforeEach, describe, expect, test } from 'vitest';
import { countSales } from '../../functions/centres/count-sales.ts';
import { refreshLedgers } from '../../functions/ranking/ledger/refresh-ledgers.ts';
import type { Sent } from '../../shared/contract.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const SLUG = 'sentra-ijen';
const DAY = '2026-11-20';
type Wanted = Sent<'PUT /cities/{city}/centres/{slug}'>['body'];
const sentra: Wanted = {
  name: 'Sentra Ijen',
  description: 'Sentra kuliner.',
  address: 'Jl. Ijen 1',
  district: `${CITY}.03`,
  schedules: [{ byDay: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'], opensAt: '08:00', closesAt: '17:00' }],
  stalls: 10,
  rentRupiah: 10_000,
  rules: ['Sampah dibawa pulang.'],
  pickUp: true,
};
const pasar = { name: 'Pasar Jumat', opensAt: '08:00', closesAt: '14:00', stalls: 1, applyUntil: '2026-11-15' };

let clock: Clock;
let town: Town;
let shop: Shop;
let nasi: Product;
const admin = () => town.as(town.adminOf(CITY));
const ofCentre = { city: CITY, slug: SLUG };
const ofDay = { ...ofCentre, day: DAY };
const set = (body: Wanted = sentra, headers = {}) =>
  admin()('PUT /cities/{city}/centres/{slug}', { params: ofCentre, body, headers });
const holds = (but: Partial<typeof pasar> & { cancelled?: boolean } = {}) =>
  admin()('PUT /cities/{city}/centres/{slug}/days/{day}', { params: ofDay, body: { ...pasar, ...but } });
const draws = () => admin()('POST /cities/{city}/centres/{slug}/days/{day}/draw', { params: ofDay });
const asks = ({ owner, merchantId }: Shop) =>
  town.as(owner)('PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', {
    params: { ...ofDay, merchantId },
  });
const leaves = ({ owner, merchantId }: Shop) =>
  town.as(owner)('DELETE /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', {
    params: { ...ofDay, merchantId },
  });
const own = async ({ owner, merchantId }: Shop) =>
  (await town.as(owner)('GET /merchants/{merchantId}/market-days', { params: { merchantId } })).items[0];

beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now, files: memoryFiles() }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 1_000 });
});

describe('a centre', () => {
  test('is said by its city, read by everybody, and not written over by a form that saw no version of it', async () => {
    await set();
    expect(await town.as()('GET /cities/{city}/centres/{slug}', { params: ofCentre })).toMatchObject({
      name: 'Sentra Ijen',
      status: 'active',
      version: 1,
      days: [],
    });
    expect((await refusalOf(set(sentra, { 'if-match': '"0"' }))).code).toBe('version_mismatch');
    const closed = await set({ ...sentra, status: 'temporarily closed' }, { 'if-match': '"1"' });
    expect(closed.version).toBe(2);
    const { items } = await town.as()('GET /cities/{city}/centres', { params: { city: CITY } });
    expect(items.map(({ status }) => status)).toEqual(['temporarily closed']);
  });

  test.each<[string, Partial<Wanted>, string]>([
    ['another city’s district', { district: '35.78.02' }, 'region_not_found'],
    ['no hours', { schedules: [] }, 'invalid_request'],
    [
      'hours that end first',
      { schedules: [{ byDay: ['MO'], opensAt: '17:00', closesAt: '08:00' }] },
      'invalid_request',
    ],
    ['no stall', { stalls: 0 }, 'invalid_request'],
  ])('is refused with nothing written: %s', async (_, but, code) => {
    expect(await refusedWithoutTrace(town.world, () => set({ ...sentra, ...but }))).toMatchObject({ code });
  });
});

describe('an order picked up at a centre', () => {
  const hands = (feeRupiah = 2_000) =>
    town.as(shop.owner)('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId: shop.merchantId },
      body: { courier: null, pickUp: null, centres: [{ centre: SLUG, feeRupiah }] },
    });
  const buys = async (delivery: { centre?: string; feeRupiah?: number } = {}, deliverOn?: string) => {
    const { deliverTo: _, ...cart } = town.cart([{ product: nasi, quantity: 2 }]);
    const way = { way: 'pick-up' as const, centre: SLUG, feeRupiah: 2_000, ...delivery };
    const shops = cart.shops.map((one) => ({ ...one, delivery: way }));
    const [order] = await town.places('ani', { ...cart, shops, ...(deliverOn ? { deliverOn } : {}) });
    return order as NonNullable<typeof order>;
  };

  test('costs what the shop asks for bringing it there, and says where and when', async () => {
    await set();
    await hands();
    const terms = await town.as()('GET /merchants/{merchantId}/delivery-terms', {
      params: { merchantId: shop.merchantId },
    });
    expect(terms.centres).toEqual([
      { centre: SLUG, feeRupiah: 2_000, name: 'Sentra Ijen', address: 'Jl. Ijen 1', hours: 'Senin–Sabtu 08.00–17.00' },
    ]);
    expect(await buys()).toMatchObject({
      totalRupiah: 38_000,
      delivery: { way: 'pick-up', feeRupiah: 2_000, centre: { slug: SLUG, name: 'Sentra Ijen' } },
      deliverTo: { address: 'Sentra Ijen, Jl. Ijen 1', district: `${CITY}.03` },
    });
  });

  test('is refused at what is wrong, and says how to mend it', async () => {
    await set();
    expect((await refusalOf(buys())).code).toBe('delivery_not_offered');
    await hands();
    expect((await refusalOf(buys({ feeRupiah: 0 }))).code).toBe('price_changed');
    expect((await refusalOf(buys({ centre: 'lain' }))).code).toBe('delivery_not_offered');
    // A Sunday.
    const closed = await refusalOf(buys({}, '2026-11-15'));
    expect([closed.code, closed.message]).toEqual(['date_not_possible', expect.stringContaining('Senin–Sabtu')]);
    await set({ ...sentra, status: 'temporarily closed' });
    expect((await refusalOf(buys())).code).toBe('delivery_not_offered');
    clock.pass(60_000);
    const params = { merchantId: shop.merchantId };
    expect((await town.as()('GET /merchants/{merchantId}/delivery-terms', { params })).centres).toEqual([]);
  });

  test('cannot be offered at a centre that takes none, or twice', async () => {
    await set({ ...sentra, pickUp: false });
    expect((await refusalOf(hands())).code).toBe('delivery_not_offered');
  });

  test('is counted there once received: by name for the city, for others a number of owners, in tens', async () => {
    await set();
    await hands();
    const order = await buys();
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives('ani', order);
    const heard = () =>
      hear(
        countSales(() => town.world),
        ['OrderReceived', { orderId: order.orderId }],
      );
    await heard();
    await heard();
    const query = { month: '2026-11' };
    const { items } = await admin()('GET /cities/{city}/centres/{slug}/sellers', { params: ofCentre, query });
    expect(items).toEqual([{ merchantId: shop.merchantId, merchantName: 'Dapur Bu Sri', orders: 1, rupiah: 36_000 }]);
    const open = () => town.as()('GET /cities/{city}/centres/{slug}/sales', { params: ofCentre, query });
    expect((await refusalOf(open())).code).toBe('month_not_over');
    clock.set('2026-12-01T02:00:00.000Z');
    expect(await open()).toEqual({ owners: null, categories: [] });
  });
});

describe('a market day', () => {
  beforeEach(() => set());

  test.each<[string, Parameters<typeof holds>[0], string]>([
    ['asking that ends on the day', { applyUntil: DAY }, 'date_not_possible'],
    ['hours that end first', { opensAt: '15:00' }, 'invalid_request'],
    ['more stalls than the centre has', { stalls: 11 }, 'invalid_request'],
  ])('is refused with nothing written: %s', async (_, but, code) => {
    expect(await refusedWithoutTrace(town.world, () => holds(but))).toMatchObject({ code });
  });

  test('is asked for by verified shops until its last day, once each, and stands in the calendar', async () => {
    await holds();
    await asks(shop);
    expect((await asks(shop)).asked).toBe(1);
    expect((await own(shop))?.asks).toBe(true);
    const pending = await town.applies(CITY, { nik: '3573024508800002' });
    expect((await refusalOf(asks(pending))).code).toBe('merchant_closed');
    const file = await town.as()('GET /cities/{city}/centres/{slug}/calendar', { params: ofCentre });
    expect([file.type, Buffer.from(file.bytes).toString('utf8')]).toEqual([
      'text/calendar; charset=utf-8',
      expect.stringContaining('SUMMARY:Pasar Jumat'),
    ]);
    clock.set('2026-11-16T02:00:00.000Z');
    const late = await town.opens(CITY, { nik: '3573024508800003' });
    expect((await refusalOf(asks(late))).code).toBe('roster_drawn');
  });

  test('gives its stalls once, by a roster anybody can draw again, and passes on one that is given up', async () => {
    await holds();
    const other = await town.opens(CITY, { nik: '3573024508800004', phone: '0813-1111-2222', name: 'Warung Bu Ani' });
    await asks(shop);
    await asks(other);
    expect((await refusalOf(draws())).code).toBe('roster_too_early');
    clock.set('2026-11-17T02:00:00.000Z');
    const drawn = await draws();
    expect(drawn).toMatchObject({
      state: 'drawn',
      replay: { matches: true },
      dayKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await draws()).toEqual(drawn);
    const [first, second] = drawn.roster?.rows ?? [];
    expect([first?.stall, second?.stall]).toEqual([1, null]);
    const has = first?.merchantId === shop.merchantId ? shop : other;
    const waits = has === shop ? other : shop;
    expect([(await own(has))?.stall, (await own(waits))?.waits]).toEqual([1, 1]);
    await leaves(has);
    await leaves(has);
    expect([(await own(has))?.stall, (await own(waits))?.stall]).toEqual([null, 1]);
    expect((await refusalOf(holds({ stalls: 2 }))).code).toBe('roster_drawn');
    expect((await holds({ cancelled: true })).state).toBe('cancelled');
  });

  test('remembers an owner by its shops, whatever it is called since and however many it has', async () => {
    await holds();
    await asks(shop);
    clock.set('2026-11-17T02:00:00.000Z');
    await draws();
    // Owners are looked for; it opens another shop, and two of its shops are one owner under another name.
    const branch = await town.opens(CITY, { another: true, name: 'Cabang' }, shop.owner);
    const other = await town.opens(CITY, { nik: '3573024508800004', phone: '0813-1111-2222', name: 'Warung Bu Ani' });
    await refreshLedgers(() => town.world)({ 'detail-type': 'OwnersRuled', detail: { cityCode: CITY } });
    clock.pass(60_000);
    const next = { ...ofDay, day: '2026-11-27' };
    await admin()('PUT /cities/{city}/centres/{slug}/days/{day}', {
      params: next,
      body: { ...pasar, applyUntil: '2026-11-20' },
    });
    for (const { owner, merchantId } of [branch, other])
      await town.as(owner)('PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', {
        params: { ...next, merchantId },
      });
    clock.set('2026-11-21T02:00:00.000Z');
    const { roster } = await admin()('POST /cities/{city}/centres/{slug}/days/{day}/draw', { params: next });
    expect(roster?.rows.map(({ merchantId, stallsHad }) => [merchantId, stallsHad])).toEqual([
      [other.merchantId, 0],
      [branch.merchantId, 1],
    ]);
  });

  test('gives next time to who had none', async () => {
    await holds();
    const other = await town.opens(CITY, { nik: '3573024508800004', phone: '0813-1111-2222', name: 'Warung Bu Ani' });
    await asks(shop);
    clock.set('2026-11-17T02:00:00.000Z');
    await draws();
    const next = { ...ofDay, day: '2026-11-27' };
    await admin()('PUT /cities/{city}/centres/{slug}/days/{day}', {
      params: next,
      body: { ...pasar, applyUntil: '2026-11-20' },
    });
    for (const { owner, merchantId } of [shop, other])
      await town.as(owner)('PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', {
        params: { ...next, merchantId },
      });
    clock.set('2026-11-21T02:00:00.000Z');
    const { roster, dayKey } = await admin()('POST /cities/{city}/centres/{slug}/days/{day}/draw', { params: next });
    expect(roster?.rows.map(({ merchantId, stallsHad }) => [merchantId, stallsHad])).toEqual([
      [other.merchantId, 0],
      [shop.merchantId, 1],
    ]);
    // Its key is this very day's: nobody else can draw it until it is over.
    expect(dayKey).toBeNull();
  });
});
