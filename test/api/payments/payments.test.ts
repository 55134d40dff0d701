import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventType } from '../../../events/contract.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { everything, type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const QRIS =
  '00020101021126680016ID.CO.CONTOH.WWW011893600999000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204549953033605802ID5913WARUNG CONTOH6008SURABAYA61056011162070703A0163048451';
const account = { bank: '014', number: '0011223344', holder: 'Sri Handayani' } as const;
const KEY = 'server-key-of-midtrans';

const clock = testClock();
let town: Town;
let shop: Shop;
let product: Product;
let office: Office;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { account });
  product = await town.offers(shop, { amount: 100_000 });
  office = await town.seatsOffice(CITY, 500_000_000);
  await setWays();
});

const setWays = (but: object = {}) =>
  town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: shop.merchantId },
    body: { cod: { maxRupiah: 500_000, districts: [] }, qris: QRIS, transfer: true, ...but },
  });
const at = ({ orderId }: Pick<Order, 'orderId'>) => ({ params: { orderId } });
type Followed = Pick<Order, 'orderId'> & Partial<Pick<Order, 'merchantId'>>;
const follows = ({ orderId, merchantId = shop.merchantId }: Followed, type: EventType = 'OrderPlaced') =>
  hear(
    followOrders(() => town.world),
    [type, { orderId, merchantId }],
  );
const reads = (who: string, order: Pick<Order, 'orderId'>) => town.as(who)('GET /orders/{orderId}/payment', at(order));
const chooses = (who: string, order: Order, way: 'cod' | 'qris' | 'transfer' | 'treasury') =>
  town.as(who)('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way } });
const tells = (who: string, order: Order) =>
  town.as(who)('POST /orders/{orderId}/payment/claim', { ...at(order), body: {} });
const confirms = (who: string, order: Order, rupiah: number) =>
  town.as(who)('POST /orders/{orderId}/payment/confirm', { ...at(order), body: { rupiah } });
const delivered = async (buyer: string, quantity = 2) => {
  const order = await town.buys(buyer, product, quantity);
  await chooses(buyer, order, 'cod');
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  return order;
};

describe('a shop’s ways to be paid', () => {
  test('are seen by everybody, without the payload and the account’s number', async () => {
    const shown = await town.as()('GET /merchants/{merchantId}/payment-ways', {
      params: { merchantId: shop.merchantId },
    });
    expect(shown.qris).toEqual({ name: 'WARUNG CONTOH', nmid: 'ID1020000000001' });
    expect(JSON.stringify(shown)).not.toMatch(/000201|0011223344/);
  });

  test('keep a QRIS that is not sent again, since nobody is shown it, and let it go when told to', async () => {
    const { qris: _kept, ...others } = { cod: { maxRupiah: 400_000, districts: [] }, qris: QRIS, transfer: true };
    const of = { params: { merchantId: shop.merchantId } };
    const kept = await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { ...of, body: others });
    expect(kept).toMatchObject({ cod: { maxRupiah: 400_000 }, qris: { name: 'WARUNG CONTOH' } });
    expect((await setWays({ qris: null })).qris).toBeNull();
    await setWays();
  });

  test('are said by the owner, and checked whole', async () => {
    const wrong = await refusedWithoutTrace(town.world, () => setWays({ qris: QRIS.replace('WARUNG', 'WARONG') }));
    expect(wrong).toMatchObject({ code: 'qris_not_valid' });
    expect(JSON.stringify(wrong)).toContain('/qris');
    const poor = await town.opens(CITY);
    const asked = { params: { merchantId: poor.merchantId }, body: { cod: null, qris: null, transfer: true } };
    const refusal = await refusalOf(town.as(poor.owner)('PUT /merchants/{merchantId}/payment-ways', asked));
    expect(refusal).toMatchObject({ code: 'way_not_offered' });
    const strange = await refusalOf(setWays({ cod: { maxRupiah: 1, districts: ['35.78.02'] } }));
    expect(strange).toMatchObject({ code: 'region_not_found' });
  });
});

describe('the payment of an order', () => {
  test('names no way that the shop takes of nobody', async () => {
    const silent = await town.opens(CITY);
    const order = await town.buys('ani', await town.offers(silent));
    const choices = async () => (await reads('ani', order)).choices;
    expect(await choices()).toEqual([]);
    const params = { merchantId: silent.merchantId };
    const body = { cod: { maxRupiah: 1000, districts: [] }, qris: null, transfer: false };
    await town.as(silent.owner)('PUT /merchants/{merchantId}/payment-ways', { params, body });
    expect(await choices()).toEqual([{ way: 'cod', refused: expect.stringContaining('hanya sampai Rp1.000') }]);
  });

  test('is there as soon as the order is, for its parties only', async () => {
    const order = await town.buys('ani', product);
    expect(await reads('ani', order)).toMatchObject({ state: 'unpaid', way: null, dueRupiah: 18_000 });
    expect((await reads('ani', order)).choices).toEqual([
      { way: 'cod', refused: null },
      { way: 'qris', refused: null },
      { way: 'transfer', refused: null },
    ]);
    expect((await reads(shop.owner, order)).choices).toEqual([]);
    for (const other of ['orang-lewat', office.buyer, 'admin-35.73', 'operator'])
      expect(await refusalOf(reads(other, order))).toMatchObject({ code: 'payment_not_found', status: 404 });
    await follows(order);
    await follows(order);
    expect(
      (await everything(town.world)).filter(({ pk, sk }) => pk === `ORDER#${order.orderId}` && sk === 'PAYMENT'),
    ).toHaveLength(1);
  });

  test('is told by the buyer and confirmed by the shop, each once however often it is clicked', async () => {
    const order = await town.buys('ani', product);
    expect((await chooses('ani', order, 'qris')).howToPay).toMatchObject({
      rupiah: 18_000,
      qris: { name: 'WARUNG CONTOH', nmid: 'ID1020000000001' },
    });
    const told = await tells('ani', order);
    expect(await tells('ani', order)).toMatchObject({ state: 'claimed', version: told.version });
    expect(await refusalOf(confirms(shop.owner, order, 17_000))).toMatchObject({ code: 'amount_differs' });
    const paid = await confirms(shop.owner, order, 18_000);
    expect(paid).toMatchObject({ state: 'confirmed', paidRupiah: 18_000, howToPay: null });
    expect((await confirms(shop.owner, order, 18_000)).version).toBe(paid.version);
    expect(await refusalOf(confirms('ani', order, 18_000))).toMatchObject({ code: 'payment_moved_on' });
  });

  test('shows the account to the buyer of a transfer, and to nobody else', async () => {
    const order = await town.buys('ani', product);
    const { howToPay, code } = await chooses('ani', order, 'transfer');
    expect(howToPay?.transfer).toEqual({ bank: 'BCA', number: '0011223344', holder: 'Sri Handayani', code });
    expect(JSON.stringify(await reads(shop.owner, order))).not.toContain('0011223344');
  });

  test('follows its order: cancelled after it was paid, the money is owed back', async () => {
    const order = await town.buys('ani', product, 2);
    await chooses('ani', order, 'transfer');
    await tells('ani', order);
    await confirms(shop.owner, order, 36_000);
    await town.moves('ani', 'cancel', order);
    expect(await reads('ani', order)).toMatchObject({ state: 'return_owed', returnRupiah: 36_000 });
    await follows(order, 'OrderMoved');
    const body = { reason: 'Transfer kembali ke rekening Anda' };
    await town.as(shop.owner)('POST /orders/{orderId}/payment/give-back', { ...at(order), body });
    expect(await reads('ani', order)).toMatchObject({ state: 'returned' });
  });

  test('is confirmed once when many confirm, tell and cancel at once', async () => {
    const order = await town.buys('ani', product, 2);
    await chooses('ani', order, 'qris');
    await tells('ani', order);
    const all = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => confirms(shop.owner, order, 36_000)),
      town.moves('ani', 'cancel', order),
      follows(order),
      follows(order, 'OrderMoved'),
    ]);
    expect(all.some(({ status }) => status === 'fulfilled')).toBe(true);
    await follows(order, 'OrderMoved');
    const { state, paidRupiah, history } = await reads('ani', order);
    expect({ state, paidRupiah }).toEqual({ state: 'return_owed', paidRupiah: 36_000 });
    expect(history.filter((step) => step.state === 'confirmed')).toHaveLength(1);
  });
});

/** A town of its own, whose clock goes on alone: one shop that takes cash. */
const cashTown = async () => {
  const clock = testClock();
  const town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  const shop = await town.opens(CITY);
  await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: shop.merchantId },
    body: { cod: { maxRupiah: 500_000, districts: [] }, qris: null, transfer: false },
  });
  return { clock, town, shop };
};

describe('cash on delivery', () => {
  test('is collected at the handover, and closed after two refusals for ninety days', async () => {
    const buyer = 'buyer-who-refuses';
    const early = await town.buys(buyer, product);
    await chooses(buyer, early, 'cod');
    expect(await refusalOf(town.as(shop.owner)('POST /orders/{orderId}/payment/collect', at(early)))).toMatchObject({
      code: 'payment_too_early',
    });
    const refuses = (order: Order) =>
      town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', {
        ...at(order),
        body: { reason: 'Tidak ada orang' },
      });
    const [one, two] = [await delivered(buyer), await delivered(buyer)];
    await refuses(one);
    await refuses(one);
    await refuses(two);
    const own = () => town.as(buyer)('GET /cities/{city}/cash-on-delivery', { params: { city: CITY } });
    expect((await own()).refusals).toHaveLength(2);
    const third = await town.buys(buyer, product);
    const closed = await refusalOf(chooses(buyer, third, 'cod'));
    expect(closed).toMatchObject({ code: 'cod_closed' });
    expect(closed.message).toContain('8 Februari 2027');
    expect((await reads(buyer, third)).choices[0]?.refused).toBe(closed.body['title']);
    // Paid after all: it no longer counts.
    await town.as(shop.owner)('POST /orders/{orderId}/payment/collect', at(two));
    expect((await own()).closedUntil).toBeNull();
    expect((await chooses(buyer, third, 'cod')).way).toBe('cod');
  });

  test('refused at the door is no sale: left alone, the order ends, its goods go back, and nothing is to be paid', async () => {
    const { clock, town, shop } = await cashTown();
    const product = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
    const brought = async () => {
      const order = await town.buys('ani', product, 4);
      await town.as('ani')('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way: 'cod' } });
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
      return order;
    };
    const refuses = (order: Order) =>
      town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', { ...at(order), body: { reason: 'Tidak mau' } });
    const [left, had] = [await brought(), await brought()];
    await refuses(left);
    await refuses(had);
    // Who says that they have them after all has bought them.
    await town.receives('ani', had);
    clock.pass(3 * 86_400_000);
    await town.runsClocks();
    await hear(
      followOrders(() => town.world),
      ['OrderMoved', { orderId: left.orderId }],
    );
    const ended = await town.as('ani')('GET /orders/{orderId}', at(left));
    expect(ended).toMatchObject({ state: 'cancelled', receivedRupiah: 0, handovers: [], dueAt: null });
    expect(ended.history.at(-1)).toMatchObject({ side: 'clock', reason: expect.stringContaining('ditolak') });
    expect((await town.shelfOf(product))?.free).toBe(6);
    expect(await town.as('ani')('GET /orders/{orderId}/payment', at(left))).toMatchObject({ state: 'void' });
    const standing = (await everything(town.world)).find(({ type }) => type === 'Standing');
    expect(standing).toMatchObject({ turnoverRupiah: 40_000, orders: 1 });
  });

  test('refused while the clock runs is either refused or received, never both at once', async () => {
    const { clock, town, shop } = await cashTown();
    const product = await town.offers(shop, { amount: 100, priceRupiah: 10_000 });
    const orders = await Promise.all(['a', 'b', 'c', 'd'].map((buyer) => town.buys(buyer, product, 1)));
    for (const order of orders) {
      await town.as(order.buyer)('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way: 'cod' } });
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
    }
    clock.pass(3 * 86_400_000);
    const refuses = (order: Order) =>
      town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', { ...at(order), body: { reason: 'Tidak mau' } });
    await Promise.allSettled([...orders.map(refuses), town.runsClocks(), town.runsClocks()]);
    await town.runsClocks();
    for (const order of orders) {
      const { state, history } = await town.as(order.buyer)('GET /orders/{orderId}', at(order));
      const money = await town.as(order.buyer)('GET /orders/{orderId}/payment', at(order));
      const refused = money.history.find((step) => step.state === 'refused');
      if (state === 'received' && refused) expect(refused.at >= (history.at(-1)?.at ?? '')).toBe(true);
      else expect([state, refused !== undefined]).toEqual(refused ? ['cancelled', true] : ['received', false]);
    }
  });

  test('refused unjustly is struck by the city, and by no other city', async () => {
    const buyer = 'buyer-who-was-home';
    const order = await delivered(buyer);
    const body = { reason: 'Tidak ada orang' };
    await town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', { ...at(order), body });
    const strikes = (who: string, city = CITY) =>
      town.as(who)('POST /cities/{city}/cash-on-delivery/{orderId}/strike', {
        params: { city, ...at(order).params },
        body,
      });
    expect(await refusalOf(strikes(shop.owner))).toMatchObject({ code: 'not_allowed' });
    await town.founds('35.78');
    expect(await refusalOf(strikes('admin-35.78', '35.78'))).toMatchObject({ code: 'payment_not_found' });
    const reads = (who: string, city = CITY) =>
      town.as(who)('GET /cities/{city}/cash-on-delivery/{orderId}', { params: { city, ...at(order).params } });
    expect(await refusalOf(reads('admin-35.78', '35.78'))).toMatchObject({ code: 'payment_not_found' });
    expect(await refusalOf(reads(buyer))).toMatchObject({ code: 'not_allowed' });
    const before = await reads('admin-35.73');
    expect(before).toMatchObject({ reason: 'Tidak ada orang', struck: null, own: false });
    await strikes('admin-35.73');
    await strikes('admin-35.73');
    const after = await reads('admin-35.73');
    expect(after.struck).toMatchObject({ by: 'admin-35.73', reason: 'Tidak ada orang' });
    // Who bought, and where they live, is nothing the city needs for it.
    for (const told of [before, after]) expect(JSON.stringify(told)).not.toMatch(/buyer-who|Semeru|Ijen|0812|\+62/);
    const { refusals } = await town.as(buyer)('GET /cities/{city}/cash-on-delivery', { params: { city: CITY } });
    expect(refusals).toMatchObject([{ struck: true }]);
  });

  test('refused and paid after all counts no more, and names nobody of the shop to the city', async () => {
    const order = await delivered('buyer-who-came-back');
    await town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', { ...at(order), body: { reason: 'Pergi' } });
    await town.as(shop.owner)('POST /orders/{orderId}/payment/collect', at(order));
    const params = { city: CITY, ...at(order).params };
    const told = await town.as('admin-35.73')('GET /cities/{city}/cash-on-delivery/{orderId}', { params });
    expect(told).toMatchObject({ reason: 'Pergi', struck: { by: null, reason: 'Sudah dibayar.' } });
  });
});

describe('an office’s payment', () => {
  test('is recorded by the treasurer and confirmed by the shop; the public clock runs until then', async () => {
    const order = await town.orders(office, product, 10);
    await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const record = { kind: 'LS' as const, number: '0012/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 180_000 };
    const records = (who = office.treasurer) =>
      town.as(who)('POST /orders/{orderId}/payment/record', { ...at(order), body: record });
    expect(await refusalOf(records())).toMatchObject({ code: 'payment_too_early' });
    await town.receives(office.buyer, order, { receivedBy: 'Rina' });
    await follows(order, 'OrderReceived');
    const lists = (which: 'waiting' | 'settled') =>
      town.as(office.treasurer)('GET /agencies/{agencyId}/payments', {
        params: { agencyId: office.agencyId },
        query: { which },
      });
    expect((await lists('waiting')).items).toMatchObject([{ orderId: order.orderId, dueRupiah: 180_000 }]);
    const now = clock.now();
    clock.pass(3 * 86_400_000);
    const { items: offices } = await town.as()('GET /cities/{city}/payment-clock', { params: { city: CITY } });
    expect(offices).toMatchObject([{ waiting: 1, medianDays: 3, oldestDays: 3 }]);
    expect(JSON.stringify(offices)).not.toContain('180000');
    clock.set(now);
    expect(await refusalOf(records(office.buyer))).toMatchObject({ code: 'not_allowed' });
    expect(await refusalOf(confirms(shop.owner, order, 180_000))).toMatchObject({ code: 'payment_too_early' });
    await records();
    expect(await confirms(shop.owner, order, 180_000)).toMatchObject({ state: 'confirmed', paidOn: record.on });
    expect((await lists('waiting')).items).toEqual([]);
    expect((await lists('settled')).items).toHaveLength(1);
  });
});

describe('a provider’s notice', () => {
  const secret = () =>
    town.as(shop.owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
      params: { merchantId: shop.merchantId, provider: 'midtrans' },
      body: { serverKey: KEY },
    });
  const sends = (
    reference: string,
    gross_amount: string,
    transaction_id = `t-${reference}`,
    key = KEY,
    status_code = '200',
  ) => {
    const signature_key = createHash('sha512').update(`${reference}${status_code}${gross_amount}${key}`).digest('hex');
    const said = { order_id: reference, status_code, gross_amount, signature_key, transaction_id };
    return town.ask('POST /merchants/{merchantId}/payment-notices/{provider}', undefined, {
      params: { merchantId: shop.merchantId, provider: 'midtrans' },
      rawBody: JSON.stringify({ ...said, transaction_status: 'settlement', currency: 'IDR' }),
      headers: { 'content-type': 'application/json' },
    });
  };
  const parked = async () =>
    (
      await town.as(shop.owner)('GET /merchants/{merchantId}/payment-notices', {
        params: { merchantId: shop.merchantId },
      })
    ).items;

  test('confirms instead of the shop, once, however often and by however many it is delivered', async () => {
    await secret();
    const order = await town.buys('ani', product, 3);
    await chooses('ani', order, 'qris');
    const answers = await Promise.all(Array.from({ length: 5 }, () => sends(order.orderId, '54000.00')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const paid = await reads('ani', order);
    expect(paid).toMatchObject({ state: 'confirmed', paidRupiah: 54_000, transaction: `t-${order.orderId}` });
    expect(paid.history.map(({ state }) => state)).toEqual(['unpaid', 'confirmed']);
  });

  test('that is not signed, or signed for another shop, does nothing', async () => {
    const order = await town.buys('ani', product, 3);
    const before = await everything(town.world);
    expect(await sends(order.orderId, '54000.00', 't', 'another key')).toMatchObject({ status: 401 });
    expect(await everything(town.world)).toEqual(before);
    const other = await town.opens(CITY);
    const foreign = await town.buys('ani', await town.offers(other));
    expect((await sends(foreign.orderId, '18000.00')).status).toBe(200);
    expect(await reads('ani', foreign)).toMatchObject({ state: 'unpaid' });
    expect(await parked()).toMatchObject([{ reference: foreign.orderId, reason: 'other-shop' }]);
    // Another shop's account says nothing to this order's buyer.
    expect(await reads('ani', foreign)).not.toHaveProperty('unplaced');
  });

  test('of another amount waits for a person, and the right one after it still counts', async () => {
    const order = await town.buys('ani', product);
    await sends(order.orderId, '1800.00', 'wrong');
    await sends(order.orderId, '1800.00', 'wrong');
    expect((await parked()).filter(({ reference }) => reference === order.orderId)).toMatchObject([
      { reason: 'amount', rupiah: 1_800 },
    ]);
    const told = await reads('ani', order);
    expect(told).toMatchObject({ state: 'unpaid', unplaced: { reason: 'amount', rupiah: 1_800 } });
    expect(told.unplaced).not.toHaveProperty('answer');
    await sends(order.orderId, '18000.00', 'right');
    expect(await reads('ani', order)).toMatchObject({ state: 'confirmed' });
    const { noticeId } = told.unplaced ?? {};
    await town.as(shop.owner)('POST /merchants/{merchantId}/parked-notices/{noticeId}/settle', {
      params: { merchantId: shop.merchantId, noticeId: noticeId ?? '' },
      body: { reference: order.orderId, reason: 'Sudah saya kembalikan lewat transfer' },
    });
    expect(await reads('ani', order)).toMatchObject({
      state: 'confirmed',
      unplaced: { noticeId, answer: 'Sudah saya kembalikan lewat transfer' },
    });
    // What a shop sells elsewhere through the same account is looked at once there is money.
    await sends('INV/2026/1', '18000.00', 't0', KEY, '201');
    expect((await parked()).find(({ reference }) => reference === 'INV/2026/1')).toBeUndefined();
    await sends('INV/2026/1', '18000.00');
    expect((await parked()).find(({ reference }) => reference === 'INV/2026/1')?.reason).toBe('reference');
  });

  test('longer than any provider writes is not read, however it is signed', async () => {
    const sent = await town.ask('POST /merchants/{merchantId}/payment-notices/{provider}', undefined, {
      params: { merchantId: shop.merchantId, provider: 'midtrans' },
      rawBody: JSON.stringify({ more: 'x'.repeat(80_000) }),
      headers: { 'content-type': 'application/json' },
    });
    expect(sent.status).toBe(413);
  });

  test('that comes before its order is known is applied when it is', async () => {
    const key = 'keranjang-yang-lambat';
    // The order's id is that of its key: a provider may know it sooner than the table does.
    const orderId = town.world.keyedIds.derived('ord', 'POST /orders', 'ani', key, '0');
    expect((await sends(orderId, '18000.00')).status).toBe(200);
    const waiting = async () => (await parked()).filter(({ reference }) => reference === orderId);
    expect(await waiting()).toMatchObject([{ reason: 'unknown-order', rupiah: 18_000 }]);
    const [order] = await town.places('ani', town.cart([{ product, quantity: 1 }]), key);
    expect(order?.orderId).toBe(orderId);
    await follows({ orderId });
    expect(await reads('ani', { orderId })).toMatchObject({ state: 'confirmed', paidRupiah: 18_000 });
    expect(await waiting()).toEqual([]);
    const records = (await everything(town.world)).filter(
      (item) => item['type'] === 'PaymentNotice' && item['reference'] === orderId,
    );
    expect(records).toMatchObject([{ outcome: 'confirmed' }]);
    expect(records[0]).not.toHaveProperty('reason');
  });

  test('of an order that turns out to be another shop’s stays with who got the money', async () => {
    const key = 'keranjang-toko-lain';
    const orderId = town.world.keyedIds.derived('ord', 'POST /orders', 'ani', key, '0');
    await sends(orderId, '18000.00');
    const foreign = await town.offers(await town.opens(CITY));
    await town.places('ani', town.cart([{ product: foreign, quantity: 1 }]), key);
    await follows({ orderId, merchantId: foreign.merchantId });
    expect(await reads('ani', { orderId })).toMatchObject({ state: 'unpaid' });
    expect((await parked()).find(({ reference }) => reference === orderId)?.reason).toBe('unknown-order');
  });
});
