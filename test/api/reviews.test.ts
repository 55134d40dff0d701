import { beforeAll, describe, expect, test } from 'vitest';
import { followOrders } from '../../functions/ranking/ledger/follow-orders.ts';
import { getLedgerEntry } from '../../shared/table/ranking/ledgers.ts';
import { testClock, testWorld } from '../engine.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let offers: Awaited<ReturnType<Town['offers']>>;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  offers = await town.offers(shop, { amount: 100_000 });
});

const sells = (buyer: string) => town.sells(shop, offers, 1, buyer);
const reviews = (who: string, orderId: string, stars: number, text?: string) =>
  town.as(who)('PUT /orders/{orderId}/review', {
    params: { orderId },
    body: { stars, ...(text === undefined ? {} : { text }) },
  });
const shown = (of = shop) =>
  town.as()('GET /merchants/{merchantId}/reviews', { params: { merchantId: of.merchantId } });

describe('reviews of a shop', () => {
  test('are averaged from three on, and name nobody', async () => {
    const mine = await town.opens(CITY);
    const product = await town.offers(mine, { amount: 100 });
    const write = async (buyer: string, stars: number) => {
      const order = await town.sells(mine, product, 1, buyer);
      return reviews(buyer, order.orderId, stars, 'Enak, tepat waktu');
    };
    await write('ani', 5);
    await write('budi', 4);
    expect(await shown(mine)).toMatchObject({ average: null, count: 2 });
    await write('cici', 4);
    const listed = await shown(mine);
    expect(listed).toMatchObject({ average: 4.3, count: 3 });
    expect(listed.items.map(({ stars }) => stars).sort()).toEqual([4, 4, 5]);
    expect(JSON.stringify(listed)).not.toMatch(/ani|budi|cici|ord_/);
  });

  test('are written once by many clicks at once, and counted once', async () => {
    const mine = await town.opens(CITY);
    const order = await town.sells(mine, await town.offers(mine), 1, 'ani');
    await Promise.all(Array.from({ length: 6 }, () => reviews('ani', order.orderId, 3)));
    expect(await shown(mine)).toMatchObject({ count: 1 });
    await reviews('ani', order.orderId, 5);
    await town.as('ani')('POST /orders/{orderId}/review/withdraw', { params: { orderId: order.orderId } });
    expect(await shown(mine)).toMatchObject({ count: 0, items: [] });
    const again = await refusedWithoutTrace(town.world, () => reviews('ani', order.orderId, 5));
    expect(again).toMatchObject({ code: 'review_locked' });
    const watched = await town.as('admin-35.73')('GET /cities/{city}/reviews', {
      params: { city: CITY },
      query: { which: 'withdrawn' },
    });
    expect(watched.items.map(({ stars }) => stars)).toContain(5);
    expect(JSON.stringify(watched)).not.toContain('"by":"ani","cityCode"');
  });

  test('are not there yet, and said so, to who may write one', async () => {
    const { orderId } = await sells('dodi');
    const asks = (who: string) => town.as(who)('GET /orders/{orderId}/review', { params: { orderId } });
    expect(await asks('dodi')).toBeNull();
    for (const who of ['budi', shop.owner])
      expect(await refusalOf(asks(who))).toMatchObject({ code: 'order_not_found' });
    await reviews('dodi', orderId, 4);
    expect(await asks('dodi')).toMatchObject({ stars: 4, state: 'shown' });
  });

  test('are of received orders, by their buyers', async () => {
    const order = await town.buys('ani', offers);
    expect(await refusalOf(reviews('ani', order.orderId, 5))).toMatchObject({ code: 'review_not_possible' });
    expect(await refusalOf(reviews('budi', order.orderId, 5))).toMatchObject({ code: 'order_not_found' });
    expect(await refusalOf(reviews(shop.owner, order.orderId, 5))).toMatchObject({ code: 'order_not_found' });
  });

  test('are never of the owner’s own shops, through whatever shop they buy', async () => {
    const other = await town.opens(CITY, { name: 'Dapur Kedua' }, shop.owner);
    const order = await town.sells(other, await town.offers(other), 1, 'saudara');
    await town.seats(`merchant:${shop.merchantId}`, 'saudara', 'staff', shop.owner);
    expect(await refusalOf(reviews('saudara', order.orderId, 5))).toMatchObject({ code: 'own_review' });
  });

  test('are not changed by who was hired meanwhile, nor written by who left for an hour; taken back they can be', async () => {
    const scope = `merchant:${shop.merchantId}`;
    const [before, after] = [await sells('fajar'), await sells('gita')];
    await reviews('fajar', before.orderId, 1);
    for (const person of ['fajar', 'gita']) await town.seats(scope, person, 'staff', shop.owner);
    await town.as('gita')('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'gita' } });
    for (const [person, { orderId }] of [['fajar', before] as const, ['gita', after] as const])
      expect(await refusalOf(reviews(person, orderId, 5))).toMatchObject({ code: 'own_review' });
    await town.as('fajar')('POST /orders/{orderId}/review/withdraw', { params: { orderId: before.orderId } });
  });
});

describe('a review', () => {
  test('gives the ranking its stars, and takes them along when it is hidden', async () => {
    const order = await sells('dewi');
    const follows = () =>
      followOrders(() => town.world)({ 'detail-type': 'ReviewChanged', detail: { orderId: order.orderId } } as never);
    const rating = async () => {
      await follows();
      return (await getLedgerEntry(town.world.table, shop.merchantId, order.orderId))?.rating;
    };
    expect(await rating()).toBeUndefined();
    const { reviewId } = await reviews('dewi', order.orderId, 2);
    expect(await rating()).toBe(2);
    await reviews('dewi', order.orderId, 5);
    expect(await rating()).toBe(5);
    const judges = (state: 'shown' | 'hidden') =>
      town.as('admin-35.73')('POST /reviews/{reviewId}/moderate', {
        params: { reviewId },
        body: { state, reason: 'Menyebut nama orang' },
      });
    await judges('hidden');
    expect(await rating()).toBeUndefined();
    await judges('shown');
    expect(await rating()).toBe(5);
  });

  test('is answered by the shop and reported to the city', async () => {
    const order = await sells('eka');
    const { reviewId } = await reviews('eka', order.orderId, 1, 'Basi');
    const reply = { params: { reviewId }, body: { text: 'Maaf, kami ganti.' } };
    await town.as(shop.owner)('POST /reviews/{reviewId}/reply', reply);
    await town.as(shop.owner)('POST /reviews/{reviewId}/report', { params: { reviewId }, body: { reason: 'Fitnah' } });
    const found = (await shown()).items.find((one) => one.reviewId === reviewId);
    expect(found).toMatchObject({ reply: { text: 'Maaf, kami ganti.' } });
    const { items } = await town.as('admin-35.73')('GET /cities/{city}/reviews', { params: { city: CITY } });
    expect(items.map((one) => one.reviewId)).toContain(reviewId);
  });

  test('that the city leaves shown waits no more, for a reason on record, until it is reported anew', async () => {
    const order = await sells('hesti');
    const { reviewId } = await reviews('hesti', order.orderId, 1, 'Basi');
    const reports = (person: string) =>
      town.as(person)('POST /reviews/{reviewId}/report', { params: { reviewId }, body: { reason: 'Fitnah' } });
    const waiting = async () =>
      (await town.as('admin-35.73')('GET /cities/{city}/reviews', { params: { city: CITY } })).items.find(
        (one) => one.reviewId === reviewId,
      );
    const leaves = (version: number, state: 'shown' | 'hidden' = 'shown') =>
      town.as('admin-35.73')('POST /reviews/{reviewId}/moderate', {
        params: { reviewId },
        body: { state, reason: 'Kata-katanya wajar.' },
        headers: { 'if-match': `"${version}"` },
      });
    await reports(shop.owner);
    const { version = 0 } = (await waiting()) ?? {};
    clock.pass(1000);
    await leaves(version);
    // The second tap of the same officer finds it done.
    await leaves(version);
    expect(await waiting()).toBeUndefined();
    clock.pass(1000);
    await reports(shop.owner);
    expect((await waiting())?.history.at(-1)).toMatchObject({ state: 'shown', reason: 'Kata-katanya wajar.' });
    // Who read it before a colleague decided writes over nothing.
    expect(await refusalOf(leaves(version, 'hidden'))).toMatchObject({ code: 'version_mismatch' });
  });

  test('waits for the city since it was reported, however old it is', async () => {
    await town.founds('35.78');
    const mine = await town.opens('35.78');
    const product = await town.offers(mine);
    const reviewed = async (buyer: string) => {
      const { orderId } = await town.sells(mine, product, 1, buyer);
      return reviews(buyer, orderId, 2, 'Asin');
    };
    const reports = (reviewId: string) =>
      town.as(mine.owner)('POST /reviews/{reviewId}/report', { params: { reviewId }, body: { reason: 'Fitnah' } });
    const old = await reviewed('fitri');
    clock.pass(3_600_000);
    const young = await reviewed('gita');
    await reports(young.reviewId);
    clock.pass(3_600_000);
    await reports(old.reviewId);
    const of = { params: { city: '35.78' } };
    const { items } = await town.as('admin-35.78')('GET /cities/{city}/reviews', of);
    expect(items.map(({ reviewId }) => reviewId)).toEqual([old.reviewId, young.reviewId]);
    const { queues } = await town.as('admin-35.78')('GET /cities/{city}/today', of);
    const waiting = queues.find(({ queue }) => queue === 'reviews')?.first;
    expect(waiting?.find(({ id }) => id === old.reviewId)).toMatchObject({ since: clock.now() });
  });
});
