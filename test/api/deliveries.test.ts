import { beforeEach, describe, expect, test } from 'vitest';
import { simulatedKeys } from '../../infra/local/courier/keys.ts';
import { courierSimulator, type Simulator } from '../../infra/local/courier/simulator.ts';
import { noticeOf, type Wired } from '../../infra/local/courier/wire.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { CourierPartner } from '../../shared/domain/deliveries/delivery.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let nasi: Product;
let simulator: Simulator;
let isDown = false;
const partners = CourierPartner.options;

beforeEach(async () => {
  clock = testClock();
  isDown = false;
  simulator = courierSimulator(clock.now);
  const couriers: Simulator['couriers'] = async (partner, call) => {
    // The answer is lost, not the request.
    const answer = await simulator.couriers(partner, call);
    if (isDown && !call.path.endsWith('/oauth2/token')) throw new Error('no network');
    return answer;
  };
  town = await townOf(await testWorld({ now: clock.now, couriers }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 1_000 });
});

const accepted = async (): Promise<Order> => {
  const order = await town.buys('ani', nasi);
  await town.moves(shop.owner, 'accept', order);
  return order;
};
const keysFor = (partner: CourierPartner, of = shop) =>
  town.as(of.owner)('PUT /merchants/{merchantId}/courier-partners/{partner}', {
    params: { merchantId: of.merchantId, partner },
    body: simulatedKeys(of.merchantId, partner),
  });
const seller = () => town.as(shop.owner);
const quotes = ({ orderId }: Order, partner: CourierPartner) =>
  seller()('GET /orders/{orderId}/delivery-quotes/{partner}', { params: { orderId, partner } });
const sends = ({ orderId }: Order, by: 'own' | CourierPartner, quote?: string) =>
  seller()('POST /orders/{orderId}/deliveries', { params: { orderId }, body: { by, ...(quote ? { quote } : {}) } });
const says = (
  { orderId }: Order,
  state: 'in-transit' | 'delivered' | 'returning' | 'returned' | 'lost',
  more: object = {},
) =>
  seller()('POST /orders/{orderId}/deliveries/{attempt}/say', {
    params: { orderId, attempt: 1 } as never,
    body: { state, ...more },
  });
const takesCash = () =>
  seller()('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: shop.merchantId },
    body: { cod: { maxRupiah: 1_000_000, districts: [] }, qris: null, transfer: false },
  });
/** An order that is to be paid in cash, on its way with the shop's own courier. */
const inCash = async (buyer: string): Promise<Order> => {
  const order = await town.buys(buyer, nasi);
  const params = { orderId: order.orderId };
  await town.as(buyer)('PUT /orders/{orderId}/payment/way', { params, body: { way: 'cod' } });
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  await sends(order, 'own');
  await says(order, 'in-transit');
  return order;
};
const seen = (person: string, { orderId }: Order) =>
  town.as(person)('GET /orders/{orderId}/deliveries', { params: { orderId } });
const tells = ({ path, headers, body }: Wired) => {
  const [, merchantId = '', partner = ''] = /merchants\/([^/]+)\/delivery-notices\/(.+)$/.exec(path) ?? [];
  const key = 'POST /merchants/{merchantId}/delivery-notices/{partner}';
  return town.ask(key, undefined, { params: { merchantId, partner }, headers, rawBody: body });
};
const soon = (minutes: number): string => new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString();

describe('the shop’s own courier', () => {
  test('has goods whose order its buyer calls off no more, until they are back', async () => {
    const order = await accepted();
    await sends(order, 'own');
    await says(order, 'in-transit');
    const cancels = (by: string) => town.moves(by, 'cancel', order);
    expect(await refusedWithoutTrace(town.world, () => cancels('ani'))).toMatchObject({ code: 'order_moved_on' });
    const given = await accepted();
    await sends(given, 'own');
    for (const state of ['in-transit', 'delivered'] as const)
      await says(given, state, state === 'delivered' ? { proof: { kind: 'signature', name: 'Ani' } } : {});
    expect(await refusalOf(town.moves('ani', 'cancel', given))).toMatchObject({ code: 'order_moved_on' });
    for (const state of ['returning', 'returned'] as const) await says(order, state);
    expect((await cancels('ani')).state).toBe('cancelled');
  });

  test('goes, comes, and shows evidence that never receives the order for its buyer', async () => {
    const order = await accepted();
    expect(await sends(order, 'own')).toMatchObject({ state: 'allocating', attempt: 1 });
    expect(await sends(order, 'own')).toMatchObject({ attempt: 1 });
    await says(order, 'in-transit');
    const { pin } = await seen('ani', order);
    expect(pin).toMatch(/^\d{4}$/);
    const wrong = String((Number(pin) + 1) % 10_000).padStart(4, '0');
    expect((await refusalOf(says(order, 'delivered', { proof: { kind: 'pin', pin: wrong } }))).code).toBe(
      'pin_not_valid',
    );
    const done = await says(order, 'delivered', { proof: { kind: 'pin', pin } });
    expect(done).toMatchObject({ state: 'delivered', proofs: [{ kind: 'pin', by: 'shop' }] });
    const { state } = await town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
    expect(state).toBe('accepted');
    expect((await seen(shop.owner, order)).pin).toBeNull();
    expect((await refusalOf(says(order, 'in-transit'))).code).toBe('delivery_moved_on');
  });

  test('holds cash until the shop says it has it', async () => {
    await takesCash();
    const order = await inCash('ani');
    const params = { orderId: order.orderId };
    await says(order, 'delivered', { proof: { kind: 'signature', name: 'Ani' } });
    expect((await seen(shop.owner, order)).cashRupiah).toBe(order.totalRupiah);
    expect((await seen('ani', order)).cashRupiah).toBeNull();
    const list = async () =>
      (
        await seller()('GET /merchants/{merchantId}/deliveries', {
          params: { merchantId: shop.merchantId },
          query: { which: 'over' },
        })
      ).items;
    expect(await list()).toMatchObject([{ orderId: order.orderId, state: 'delivered', cashRupiah: order.totalRupiah }]);
    await seller()('POST /orders/{orderId}/payment/collect', { params });
    expect(await list()).toMatchObject([{ cashRupiah: null }]);
  });

  test('that handed the goods over leaves the shop no word that they were refused at the door, and the other way round', async () => {
    await takesCash();
    const refuses = ({ orderId }: Order) =>
      seller()('POST /orders/{orderId}/payment/refuse', { params: { orderId }, body: { reason: 'Tidak mau bayar.' } });
    const brought = await inCash('ani');
    await says(brought, 'delivered');
    expect(await refusedWithoutTrace(town.world, () => refuses(brought))).toMatchObject({ code: 'payment_too_early' });
    // Received and never paid is another word: the goods are a sale, and the money is owed.
    await town.receives('ani', brought);
    expect(await refuses(brought)).toMatchObject({ state: 'refused' });
    const turned = await inCash('budi');
    await refuses(turned);
    expect((await refusalOf(says(turned, 'delivered'))).code).toBe('delivery_moved_on');
    expect(await says(turned, 'returning', { reason: 'Ditolak.' })).toMatchObject({ state: 'returning' });
    const both = await inCash('citra');
    const ended = await Promise.allSettled([refuses(both), says(both, 'delivered')]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('shows a picture of its own and of this handover, not the buyer’s and not another order’s', async () => {
    await takesCash();
    const [first, second] = [await inCash('ani'), await inCash('budi')];
    const delivered = (order: Order, photoId: string) =>
      says(order, 'delivered', { proof: { kind: 'photo', photoId } });
    const { photoId: theirs } = await town.pictures('ani', first, 'handover', 80);
    expect((await refusalOf(delivered(first, theirs))).code).toBe('photo_not_found');
    const { photoId } = await town.pictures(shop.owner, first, 'handover', 90);
    expect((await refusalOf(delivered(second, photoId))).code).toBe('photo_not_found');
    expect(await delivered(first, photoId)).toMatchObject({ proofs: [{ kind: 'photo', photoId }] });
    // The same picture, sent again for another order, is in that order's album, and shows nothing of it.
    await town.pictures(shop.owner, second, 'handover', 90);
    expect(await refusedWithoutTrace(town.world, () => delivered(second, photoId))).toMatchObject({
      code: 'proof_repeated',
    });
    const { photoId: fresh } = await town.pictures(shop.owner, second, 'handover', 120);
    expect(await delivered(second, fresh)).toMatchObject({ state: 'delivered' });
  });

  test('that lost the goods, or brought them back, leaves the way free for another attempt', async () => {
    const order = await accepted();
    await sends(order, 'own');
    await says(order, 'in-transit');
    expect(await says(order, 'lost', { reason: 'Jatuh di jalan' })).toMatchObject({
      state: 'lost',
      reason: 'Jatuh di jalan',
    });
    const over = () =>
      seller()('GET /merchants/{merchantId}/deliveries', {
        params: { merchantId: shop.merchantId },
        query: { which: 'over' },
      });
    expect((await over()).items).toMatchObject([{ state: 'lost', isAwaited: true, cashRupiah: null }]);
    expect(await sends(order, 'own')).toMatchObject({ attempt: 2, state: 'allocating' });
    await town.moves(shop.owner, 'cancel', order);
    expect((await over()).items).toMatchObject([{ isAwaited: false }]);
  });

  test('is for nobody else, and not for what is fetched or not accepted yet', async () => {
    const order = await town.buys('ani', nasi);
    expect((await refusalOf(sends(order, 'own'))).code).toBe('order_moved_on');
    await town.moves(shop.owner, 'accept', order);
    for (const person of ['ani', 'a-stranger', town.adminOf(CITY)]) {
      const asked = { params: { orderId: order.orderId }, body: { by: 'own' as const } };
      const sent = () => town.as(person)('POST /orders/{orderId}/deliveries', asked);
      expect(await refusedWithoutTrace(town.world, sent)).toMatchObject({ code: 'order_not_found' });
    }
    expect((await refusalOf(seen('a-stranger', order))).code).toBe('order_not_found');
  });
});

describe.each(partners)('a courier of %s', (partner) => {
  const finished = { grab: 'COMPLETED', gojek: 'delivered', lalamove: 'COMPLETED' }[partner];
  const underWay = { grab: 'IN_DELIVERY', gojek: 'out_for_delivery', lalamove: 'PICKED_UP' }[partner];

  test('is ordered for the price that was shown, once, and followed by what the partner tells', async () => {
    const order = await accepted();
    expect((await refusalOf(quotes(order, partner))).code).toBe('courier_keys_missing');
    await keysFor(partner);
    const { quote, feeRupiah } = await quotes(order, partner);
    const first = await sends(order, partner, quote);
    expect(first).toMatchObject({ by: partner, feeRupiah, state: 'allocating', attempt: 1 });
    expect(await sends(order, partner, quote)).toEqual(first);
    const [job] = simulator.jobs();
    if (!job) throw new Error('no job');
    expect((await refusalOf(sends(order, 'own'))).code).toBe('delivery_moved_on');
    const notices = [noticeOf(job, underWay, soon(1)), noticeOf(job, finished, soon(3))] as const;
    clock.pass(4 * 60_000);
    const again = notices.map(() => noticeOf(job, finished, soon(-1), clock.now()));
    // The end first, what came before it after it, and the end again.
    for (const notice of [again[0], noticeOf(job, underWay, soon(-3), clock.now()), again[1]])
      expect((await tells(notice as Wired)).status).toBe(200);
    const { items } = await seen('ani', order);
    expect(items).toMatchObject([{ state: 'delivered', feeRupiah: null, courier: 'Slamet' }]);
    expect(items[0]?.steps.filter(({ state }) => state === 'delivered')).toHaveLength(1);
  });

  test('is one job however often it is asked for, when the answer was lost', async () => {
    const order = await accepted();
    await keysFor(partner);
    const { quote } = await quotes(order, partner);
    isDown = true;
    expect((await refusalOf(sends(order, partner, quote))).code).toBe('partner_unreachable');
    isDown = false;
    const delivery = await sends(order, partner, quote);
    expect([delivery.attempt, simulator.jobs().length]).toEqual([1, 1]);
    expect(delivery.partnerId).toBe(simulator.jobs()[0]?.jobId);
  });

  test('is not ordered by an old quote, another order’s, or none', async () => {
    const [order, other] = [await accepted(), await accepted()];
    await keysFor(partner);
    const { quote } = await quotes(order, partner);
    expect((await refusalOf(sends(other, partner, quote))).code).toBe('price_changed');
    expect((await refusalOf(sends(order, partner))).code).toBe('price_changed');
    clock.pass(16 * 60_000);
    expect((await refusalOf(sends(order, partner, quote))).code).toBe('price_changed');
  });

  test('is called off while the partner lets it', async () => {
    const order = await accepted();
    await keysFor(partner);
    const { quote } = await quotes(order, partner);
    await sends(order, partner, quote);
    const cancel = (attempt: number) =>
      seller()('POST /orders/{orderId}/deliveries/{attempt}/cancel', {
        params: { orderId: order.orderId, attempt } as never,
        body: { reason: 'Salah pesan' },
      });
    expect(await cancel(1)).toMatchObject({ state: 'cancelled', reason: 'Salah pesan' });
    expect(await cancel(1)).toMatchObject({ state: 'cancelled' });
    expect(simulator.jobs()).toHaveLength(0);
  });

  test('is moved by nobody else’s keys, and by no job that is not the shop’s', async () => {
    const order = await accepted();
    await keysFor(partner);
    const { quote } = await quotes(order, partner);
    await sends(order, partner, quote);
    const [job] = simulator.jobs();
    if (!job) throw new Error('no job');
    const stranger = await town.opens(CITY, { nik: '3573024508800002', phone: '0813-9999-0000' });
    const forged = noticeOf({ ...job, merchantId: stranger.merchantId }, finished, clock.now());
    expect((await tells(forged)).body).toMatchObject({ code: 'merchant_not_found' });
    await keysFor(partner, stranger);
    expect((await tells(forged)).body).toMatchObject({ code: 'delivery_not_found' });
    const unsigned = { ...noticeOf(job, finished, clock.now()), headers: { 'content-type': 'application/json' } };
    if (partner !== 'lalamove') expect((await tells(unsigned)).body).toMatchObject({ code: 'notice_not_genuine' });
    const crossed = { ...forged, path: noticeOf(job, finished, clock.now()).path };
    expect((await tells(crossed)).body).toMatchObject({ code: 'notice_not_genuine' });
    expect((await seen(shop.owner, order)).items[0]?.state).toBe('allocating');
  });

  test('is moved by no notice that names another order, or another attempt, than its own', async () => {
    await keysFor(partner);
    const order = await accepted();
    await sends(order, partner, (await quotes(order, partner)).quote);
    const [job] = simulator.jobs();
    if (!job) throw new Error('no job');
    const other = await accepted();
    for (const reference of [`${other.orderId}.1`, `${order.orderId}.2`, order.orderId, '']) {
      const answer = await tells(noticeOf({ ...job, reference }, finished, clock.now()));
      expect(answer, reference).toMatchObject({ status: 401, body: { code: 'notice_not_genuine' } });
    }
    expect((await seen(shop.owner, order)).items[0]).toMatchObject({ state: 'allocating', version: 2 });
    expect((await tells(noticeOf(job, finished, clock.now()))).status).toBe(200);
    expect((await seen(shop.owner, order)).items[0]?.state).toBe('delivered');
  });

  test('is where its notices say, though two of them are written at the same time', async () => {
    const order = await accepted();
    await keysFor(partner);
    const { quote } = await quotes(order, partner);
    await sends(order, partner, quote);
    const [job] = simulator.jobs();
    if (!job) throw new Error('no job');
    clock.pass(5 * 60_000);
    const both = [noticeOf(job, underWay, soon(-3), clock.now()), noticeOf(job, finished, soon(-1), clock.now())];
    const answers = await Promise.all([...both, ...both].map(tells));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [delivery] = (await seen(shop.owner, order)).items;
    expect([delivery?.state, delivery?.steps.length]).toEqual(['delivered', 3]);
  });
});
