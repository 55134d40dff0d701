import { beforeAll, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let offered: Awaited<ReturnType<Town['offers']>>;
let office: Office;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  const account = { bank: '014', number: '0011223344', holder: 'Sri' } as const;
  shop = await town.opens(CITY, { account });
  const body = { cod: null, qris: null, transfer: true };
  await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { params: shop, body });
  offered = await town.offers(shop, { amount: 100_000 });
  office = await town.seatsOffice(CITY, 500_000_000);
});

const brought = async (buyer: string) => {
  const order = await town.buys(buyer, offered);
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  return order;
};
const photosOf = (person: string, { orderId }: { orderId: string }) =>
  town.as(person)('GET /orders/{orderId}/photos', { params: { orderId } });
const opens = (link: string) =>
  town.ask('GET /private-photos/{token}', undefined, { params: { token: link.slice(16) } });

describe('a private picture of an order', () => {
  test('is seen by the parties alone, behind links that end', async () => {
    const order = await brought('ani');
    expect((await town.pictures('ani', order, 'handover')).photoId).toMatch(/^[0-9a-f]{64}$/);
    await town.pictures(shop.owner, order, 'handover', 90);
    for (const person of ['ani', shop.owner]) {
      const { items } = await photosOf(person, order);
      expect(items.map(({ side }) => side).sort()).toEqual(['buyer', 'merchant']);
    }
    expect(await refusalOf(photosOf('budi', order))).toMatchObject({ code: 'order_not_found' });
    const link = (await photosOf('ani', order)).items[0]?.link ?? '';
    const shown = await opens(link);
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(shown.headers['cache-control']).toMatch(/^private/);
    const altered = `${link.slice(0, -3)}${link.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    expect((await opens(altered)).status).toBe(404);
    clock.pass(11 * 60_000);
    expect((await opens(link)).status).toBe(404);
  });

  test('is added at the handover by its two sides, and by nobody before or from elsewhere', async () => {
    const placed = await town.buys('ani', offered);
    expect(await refusalOf(town.pictures('ani', placed, 'handover'))).toMatchObject({ code: 'order_moved_on' });
    const order = await brought('ani');
    expect(await refusalOf(town.pictures('budi', order, 'handover'))).toMatchObject({ code: 'order_not_found' });
    expect(await refusalOf(town.pictures(shop.owner, order, 'proof'))).toMatchObject({ code: 'not_allowed' });
    expect(await refusalOf(town.pictures(shop.owner, order, 'review'))).toMatchObject({ code: 'not_allowed' });
  });

  test('is one however often it is sent, and few are kept', async () => {
    const order = await brought('ani');
    for (let time = 0; time < 3; time++) await town.pictures('ani', order, 'handover');
    expect((await photosOf('ani', order)).items).toHaveLength(1);
    for (let width = 65; width < 76; width++) await town.pictures('ani', order, 'handover', width);
    expect(await refusalOf(town.pictures('ani', order, 'handover', 99))).toMatchObject({ code: 'photo_limit' });
  });

  test('that is no picture is refused in words', async () => {
    const { orderId } = await brought('ani');
    const sends = (rawBody: string) =>
      town.ask('POST /orders/{orderId}/photos/{purpose}', 'ani', {
        params: { orderId, purpose: 'handover' },
        rawBody,
        headers: { 'content-type': 'image/jpeg' },
      });
    expect(await sends('%PDF-1.7 a pdf named .jpg')).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'Ini PDF, bukan foto. Kirim foto JPEG.' }] },
    });
    expect((await sends('x'.repeat(3_000_000))).status).toBe(413);
  });
});

describe('a proof of payment', () => {
  test('is of the order it is told for, by who pays', async () => {
    const [order, other] = [await town.buys('ani', offered), await town.buys('ani', offered)];
    const tells = (orderId: string, proofId: string) =>
      town.as('ani')('POST /orders/{orderId}/payment/claim', { params: { orderId }, body: { proofId } });
    for (const { orderId } of [order, other])
      await town.as('ani')('PUT /orders/{orderId}/payment/way', { params: { orderId }, body: { way: 'transfer' } });
    const { photoId } = await town.pictures('ani', order, 'proof');
    expect(await refusalOf(tells(other.orderId, photoId))).toMatchObject({
      code: 'photo_not_found',
      body: { errors: [{ pointer: '/proofId' }] },
    });
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const goods = await town.pictures('ani', order, 'handover', 77);
    expect(await refusalOf(tells(order.orderId, goods.photoId))).toMatchObject({ code: 'photo_not_found' });
    expect(await tells(order.orderId, photoId)).toMatchObject({ state: 'claimed', proofId: photoId });
  });

  test('of an office is its treasurer’s, and is recorded with the payment', async () => {
    const order = await town.orders(office, offered, 2);
    await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives(office.buyer, order, { receivedBy: 'Rina' });
    expect(await refusalOf(town.pictures(office.buyer, order, 'proof'))).toMatchObject({ code: 'not_allowed' });
    const { photoId } = await town.pictures(office.treasurer, order, 'proof');
    const body = { kind: 'LS' as const, number: '1/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 36_000 };
    const records = (proofId: string) =>
      town.as(office.treasurer)('POST /orders/{orderId}/payment/record', {
        params: { orderId: order.orderId },
        body: { ...body, proofId },
      });
    expect(await refusalOf(records('0'.repeat(64)))).toMatchObject({ code: 'photo_not_found' });
    expect((await records(photoId)).treasury).toMatchObject({ proofId: photoId });
  });
});

describe('a picture of a review', () => {
  test('is drawn anew for everybody, and shown by the review it was sent for alone', async () => {
    const sold = await town.sells(shop, offered, 1, 'ani');
    const other = await town.sells(shop, offered, 1, 'budi');
    const { photo = '' } = await town.pictures('ani', sold, 'review');
    expect(photo).toMatch(/^\/photos\/[0-9a-f]{64}\.jpg$/);
    expect((await photosOf('ani', sold)).items).toEqual([]);
    const writes = (person: string, { orderId }: { orderId: string }) =>
      town.as(person)('PUT /orders/{orderId}/review', { params: { orderId }, body: { stars: 5, photo } });
    expect(await refusalOf(writes('budi', other))).toMatchObject({ code: 'photo_not_found' });
    expect(await writes('ani', sold)).toMatchObject({ photo });
  });
});
