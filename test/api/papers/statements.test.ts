import { beforeEach, describe, expect, test } from 'vitest';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let product: Product;
beforeEach(async () => {
  clock = testClock('2026-10-30T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { account: { bank: '014', number: '0011223344', holder: 'Sri Handayani' } });
  product = await town.offers(shop, { amount: 1_000 });
  const body = { cod: { maxRupiah: 500_000, districts: [] }, qris: null, transfer: true };
  await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { params: ofShop(), body });
});
const ofShop = () => ({ merchantId: shop.merchantId });
const monthOf = (month: string, person = shop.owner) =>
  town.as(person)('GET /merchants/{merchantId}/statements/{month}', { params: { ...ofShop(), month } });
const fileOf = (file: 'rekening-koran.pdf' | 'rekening-koran.xlsx' | 'rekening-koran.csv', person = shop.owner) =>
  town.as(person)('GET /merchants/{merchantId}/statements/{month}/{file}', {
    params: { ...ofShop(), month: '2026-11', file },
  });
/** An order that came to its buyer, to be paid in cash or by transfer. */
const came = async (buyer: string, quantity: number, way: 'cod' | 'transfer'): Promise<Order> => {
  const order = await town.buys(buyer, product, quantity);
  const params = { orderId: order.orderId };
  await town.as(buyer)('PUT /orders/{orderId}/payment/way', { params, body: { way } });
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  if (way === 'cod') await town.as(shop.owner)('POST /orders/{orderId}/payment/collect', { params });
  await town.as(buyer)('POST /orders/{orderId}/receive', { params, body: {} });
  await hear(
    followOrders(() => town.world),
    ['OrderReceived', params],
  );
  return order;
};
const text = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString('utf8');

describe('a shop’s month of money', () => {
  test('has every order whose goods came in it, paid or waited for, with sums to the rupiah', async () => {
    const early = await town.buys('ani', product, 3);
    await town.moves(shop.owner, 'accept', early);
    const october = await came('budi', 1, 'cod');
    clock.set('2026-11-02T09:00:00.000+07:00');
    await town.moves(shop.owner, 'deliver', early);
    await town.as('ani')('POST /orders/{orderId}/receive', { params: { orderId: early.orderId }, body: {} });
    await hear(
      followOrders(() => town.world),
      ['OrderReceived', { orderId: early.orderId }],
    );
    const cash = await came('citra', 2, 'cod');
    clock.set('2026-11-12T09:00:00.000+07:00');
    const { rows, totals, today } = await monthOf('2026-11');
    expect(rows.map(({ orderId, state, daysWaiting }) => [orderId, state, daysWaiting])).toEqual(
      [[early.orderId, 'unpaid', 10] as const, [cash.orderId, 'confirmed', null] as const].sort(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    );
    expect(today).toBe('2026-11-12');
    const { priceRupiah } = product;
    expect(totals).toMatchObject({
      goodsRupiah: String(priceRupiah * 5),
      dueRupiah: String(priceRupiah * 5),
      paidRupiah: String(priceRupiah * 2),
      netRupiah: String(priceRupiah * 2),
      openRupiah: String(priceRupiah * 3),
    });
    expect((await monthOf('2026-10')).rows.map(({ orderId }) => orderId)).toEqual([october.orderId]);
  });

  test('names no person, on the page and in every file', async () => {
    clock.set('2026-11-02T09:00:00.000+07:00');
    await came('citra', 2, 'transfer');
    const page = JSON.stringify(await monthOf('2026-11'));
    expect(page).not.toMatch(/citra|0812|\+62/i);
    const sheet = await fileOf('rekening-koran.csv');
    expect(sheet).toMatchObject({ name: 'rekening-koran-2026-11.csv', type: 'text/csv; charset=utf-8' });
    expect(text(sheet)).toMatch(/^\uFEFFTanggal;Kode;Pembeli;/);
    expect(text(sheet)).toMatch(/\r\n2026-11-02;[A-Z0-9]{8};Perorangan;\d+;0;\d+;Transfer bank;Belum dibayar;/);
    expect(text(sheet)).not.toMatch(/citra/i);
    for (const file of ['rekening-koran.pdf', 'rekening-koran.xlsx'] as const)
      expect((await fileOf(file)).bytes.length).toBeGreaterThan(2_000);
  });

  test('is there when nothing came in it, and refused before it begins', async () => {
    const { rows, totals } = await monthOf('2026-10');
    expect([rows, totals.netRupiah]).toEqual([[], '0']);
    expect((await refusalOf(monthOf('2026-11'))).body).toMatchObject({ code: 'month_invalid' });
    clock.set('2026-11-02T09:00:00.000+07:00');
    expect(text(await fileOf('rekening-koran.csv')).split('\r\n')[1]).toMatch(/^Jumlah;;;0;0;0;/);
    expect((await fileOf('rekening-koran.pdf')).bytes.length).toBeGreaterThan(1_000);
  });

  test('is for the shop’s people alone', async () => {
    clock.set('2026-11-02T09:00:00.000+07:00');
    for (const person of ['ani', town.adminOf(CITY)])
      expect(await refusalOf(monthOf('2026-11', person))).toMatchObject({ code: 'merchant_not_found' });
  });
});

describe('who acts for an owner', () => {
  test('is on record for every file they take, and prints that record', async () => {
    shop = await town.opens(CITY, { helperName: 'Rina dari kelurahan', nik: '3573024508800071' }, 'rina');
    clock.set('2026-11-02T09:00:00.000+07:00');
    await monthOf('2026-11', 'rina');
    await fileOf('rekening-koran.csv', 'rina');
    const params = { ...ofShop(), month: '2026-11' };
    const record = await town.as('rina')('GET /merchants/{merchantId}/helper-acts/{month}/pdf', { params });
    expect(record).toMatchObject({ name: 'catatan-pendampingan-2026-11.pdf', type: 'application/pdf' });
    const { items } = await town.as('rina')('GET /merchants/{merchantId}/helper-acts', { params: ofShop() });
    const taken = items.map(({ operation }) => operation).filter((operation) => operation.startsWith('print-'));
    expect(taken.sort()).toEqual(['print-help-record', 'print-statement']);
  });
});
