import { expect, test } from 'vitest';
import { testClock, testWorld } from '../engine.ts';
import { marketOf, seatOperator } from '../market.ts';

test('smoke', async () => {
  const clock = testClock('2026-11-10T02:00:00.000Z');
  const world = await testWorld({ now: clock.now, logger: { info() {}, warn() {}, error: console.error } as never });
  const m = marketOf(world);
  await seatOperator(world);
  await m.as('operator')('PUT /cities/{city}', {
    params: { city: '35.73' },
    body: {
      name: 'Kota Malang',
      provinceName: 'Jawa Timur',
      zone: 'Asia/Jakarta',
      accent: null,
      policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000 },
      districts: [{ code: '35.73.02', name: 'Klojen', villages: [{ code: '35.73.02.1001', name: 'Klojen' }] }],
    },
  });
  await m.as('operator')('PUT /scopes/{scope}/members/{person}', {
    params: { scope: 'city:35.73', person: 'admin' },
    body: { role: 'city-admin' },
  });
  const shop = await m.as('sri')('POST /merchants', {
    body: {
      cityCode: '35.73',
      kind: 'person',
      nik: '3573024508800001',
      name: 'Dapur Bu Sri',
      ownerName: 'Sri',
      phone: '0812-3456-7890',
      district: '35.73.02',
      village: '35.73.02.1001',
      address: 'Jl. Ijen 1',
      category: 'meeting-food',
    },
  });
  const merchantId = shop.merchantId;
  await m.as('admin')('POST /merchants/{merchantId}/verify', { params: { merchantId } });
  const product = await m.as('sri')('POST /merchants/{merchantId}/products', {
    params: { merchantId },
    body: {
      name: 'Nasi kotak rapat',
      unit: 'kotak',
      priceRupiah: 18000,
      category: 'meeting-food',
      supply: 'stock',
      amount: 10,
    },
  });
  const { orders } = await m.as('ani')('POST /orders', {
    body: {
      shops: [{ merchantId, lines: [{ productId: product.productId, quantity: 3 }] }],
      deliverOn: '2026-11-11',
      deliverTo: { address: 'Jl. Kawi 2', district: '35.73.02' },
      contact: { name: 'Ani', phone: '08123456789' },
    },
  });
  const orderId = orders[0]?.orderId ?? '';
  await m.as('sri')('POST /orders/{orderId}/accept', { params: { orderId } });
  await m.as('sri')('POST /orders/{orderId}/deliver', { params: { orderId } });
  const done = await m.as('ani')('POST /orders/{orderId}/receive', { params: { orderId }, body: {} });
  expect(done.state).toBe('received');
  const standings = await m.as('admin')('GET /cities/{city}/standings/{month}', {
    params: { city: '35.73', month: '2026-11' },
  });
  expect(standings.items[0]?.turnoverRupiah).toBe(54000);
  console.log(
    JSON.stringify(
      await m.as()('GET /cities/{city}/products', { params: { city: '35.73' }, query: { text: 'nas kot' } }),
    ),
  );
  console.log(
    JSON.stringify(
      await m.as('sri')('GET /merchants/{merchantId}/turnover/{month}', { params: { merchantId, month: '2026-11' } }),
    ),
  );
});
