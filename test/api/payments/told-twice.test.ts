import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { midtransSignature } from '../../../shared/domain/payments/notices/midtrans.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, QRIS, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';
import { transferShot } from '../../transfer-shots.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let product: Product;
let office: Office;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { account: { bank: '014', number: '0011223344', holder: 'Sri Handayani' } });
  product = await town.offers(shop, { amount: 1_000 });
  office = await town.seatsOffice(CITY, 500_000_000);
  await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: shop.merchantId },
    body: { cod: null, qris: QRIS, transfer: true },
  });
});

const at = ({ orderId }: Pick<Order, 'orderId'>) => ({ params: { orderId } });
const reads = (who: string, order: Order) => town.as(who)('GET /orders/{orderId}/payment', at(order));
const tells = (who: string, order: Order, body: { proofId?: string } = {}) =>
  town.as(who)('POST /orders/{orderId}/payment/claim', { ...at(order), body });
const confirms = (who: string, order: Order, rupiah = 18_000) =>
  town.as(who)('POST /orders/{orderId}/payment/confirm', { ...at(order), body: { rupiah } });
const notFinds = (who: string, order: Order, reason = 'Belum masuk') =>
  town.as(who)('POST /orders/{orderId}/payment/not-find', { ...at(order), body: { reason } });
const bought = async (who: string) => {
  const order = await town.buys(who, product);
  await town.as(who)('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way: 'transfer' } });
  return order;
};
const steps = async (order: Order) => (await reads(shop.owner, order)).history.map(({ state }) => state);

describe('a payment that is told again', () => {
  test('counts once, and is confirmed once, however often both sides say so', async () => {
    const order = await bought('ani');
    for (let times = 0; times < 3; times += 1) await tells('ani', order);
    for (let times = 0; times < 3; times += 1) await confirms(shop.owner, order);
    expect(await refusalOf(tells('ani', order))).toMatchObject({ code: 'payment_moved_on' });
    expect(await refusalOf(notFinds(shop.owner, order))).toMatchObject({ code: 'payment_moved_on' });
    expect(await steps(order)).toEqual(['unpaid', 'claimed', 'confirmed']);
  });

  test('was not found, is told and not found again, and confirmed in the end', async () => {
    const order = await bought('ani');
    for (const _ of [1, 2]) {
      await tells('ani', order);
      await tells('ani', order);
      await notFinds(shop.owner, order);
      await notFinds(shop.owner, order);
    }
    await confirms(shop.owner, order);
    await confirms(shop.owner, order);
    expect(await steps(order)).toEqual(['unpaid', 'claimed', 'not_found', 'claimed', 'not_found', 'confirmed']);
  });

  test('after its order was cancelled is looked at first, and goes back once; a second click finds that done', async () => {
    const order = await bought('ani');
    await tells('ani', order);
    await town.moves('ani', 'cancel', order);
    await confirms(shop.owner, order);
    expect(await confirms(shop.owner, order)).toMatchObject({ state: 'return_owed', returnRupiah: 18_000 });
    const gives = () =>
      town.as(shop.owner)('POST /orders/{orderId}/payment/give-back', { ...at(order), body: { reason: 'Transfer' } });
    await gives();
    expect(await gives()).toMatchObject({ state: 'returned' });
    expect(await steps(order)).toEqual(['unpaid', 'claimed', 'confirmed', 'return_owed', 'returned']);
    const lost = await bought('ani');
    await tells('ani', lost);
    await town.moves('ani', 'cancel', lost);
    await notFinds(shop.owner, lost);
    expect(await notFinds(shop.owner, lost)).toMatchObject({ state: 'void' });
    expect((await tells('ani', lost)).state).toBe('claimed');
  });

  test('in other words is no repeat: another amount, paper, picture or reason is refused and not lost unheard', async () => {
    const order = await bought('ani');
    const [one, other] = [await town.pictures('ani', order, 'proof'), await town.pictures('ani', order, 'proof', 72)];
    await tells('ani', order, { proofId: one.photoId });
    await tells('ani', order, { proofId: one.photoId });
    const told = await refusedWithoutTrace(town.world, () => tells('ani', order, { proofId: other.photoId }));
    expect(told).toMatchObject({ code: 'payment_moved_on' });
    await notFinds(shop.owner, order, 'Belum masuk');
    expect(await refusalOf(notFinds(shop.owner, order, 'Kurang seribu'))).toMatchObject({ code: 'payment_moved_on' });
    await confirms(shop.owner, order);
    expect(await refusalOf(confirms(shop.owner, order, 17_999))).toMatchObject({ code: 'payment_moved_on' });
  });

  test('by a treasurer with the same paper is the same, with another one it is refused', async () => {
    const order = await town.orders(office, product, 10);
    await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives(office.buyer, order, { receivedBy: 'Rina' });
    const paper = { kind: 'LS' as const, number: '0012/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 180_000 };
    const records = (but: object = {}) =>
      town.as(office.treasurer)('POST /orders/{orderId}/payment/record', { ...at(order), body: { ...paper, ...but } });
    const first = await records();
    expect((await records()).version).toBe(first.version);
    expect(await refusalOf(records({ number: '0013/SP2D/2026' }))).toMatchObject({ code: 'payment_moved_on' });
    expect((await reads(shop.owner, order)).treasury?.number).toBe('0012/SP2D/2026');
  });
});

describe('a proof of payment', () => {
  test('of another order, of another person or of another use is none', async () => {
    const [mine, also, foreign] = [await bought('ani'), await bought('ani'), await bought('budi')];
    const handed = await town.buys('ani', product);
    await town.moves(shop.owner, 'accept', handed);
    await town.moves(shop.owner, 'deliver', handed);
    const pictures = [
      await town.pictures('ani', also, 'proof', 80),
      await town.pictures('budi', foreign, 'proof', 88),
      await town.pictures('ani', handed, 'handover', 96),
      { photoId: 'f'.repeat(64) },
    ];
    for (const { photoId } of pictures) {
      const refusal = await refusedWithoutTrace(town.world, () => tells('ani', mine, { proofId: photoId }));
      expect(refusal).toMatchObject({ code: 'photo_not_found' });
    }
  });

  test('shown for two orders of a shop is said to the shop, whoever shows it and when', async () => {
    const shows = async (who: string) => {
      const order = await bought(who);
      const { photoId } = await town.pictures(who, order, 'proof', 104);
      const told = await tells(who, order, { proofId: photoId });
      return { order, told };
    };
    const first = await shows('ani');
    expect(first.told).not.toHaveProperty('proofAlsoOf');
    const [again, elsewhere] = await Promise.all([shows('ani'), shows('budi')]);
    for (const { order } of [again, elsewhere])
      expect((await reads(shop.owner, order)).proofAlsoOf).toBe(first.order.orderId);
    // Who pays is not asked, and learns of nobody's order.
    expect(elsewhere.told).not.toHaveProperty('proofAlsoOf');
    await notFinds(shop.owner, first.order);
    const { proofId = '' } = first.told;
    await tells('ani', first.order, { proofId });
    expect(await reads(shop.owner, first.order)).not.toHaveProperty('proofAlsoOf');
  });

  test('that looks like one of another order is a question to the shop: not one that looks like its bank', async () => {
    const paid = { rupiah: 'Rp18.000', at: '27 Nov 2026 09:14', number: '20261127091455', from: 'ANI 4821' };
    const next = { ...paid, at: '27 Nov 2026 11:40', number: '20261127114012' };
    const shows = async (who: string, ...shot: Parameters<typeof transferShot>) => {
      const order = await bought(who);
      const asked = { params: { orderId: order.orderId, purpose: 'proof' }, ...transferShot(...shot) } as const;
      const { body } = await town.ask('POST /orders/{orderId}/photos/{purpose}', who, asked);
      const { photoId } = body as { photoId: string };
      expect(await tells(who, order, { proofId: photoId })).not.toHaveProperty('proofLike');
      return { order, photoId };
    };
    const first = await shows('ani', paid);
    const honest = await shows('ani', next);
    const cropped = await shows('budi', paid, { scale: 3.1, top: 0.08, foot: 0.1 }, 60);
    const likeOf = async ({ order }: { order: Order }) => (await reads(shop.owner, order)).proofLike;
    expect(await likeOf(first)).toBeUndefined();
    expect(await likeOf(honest)).toBeUndefined();
    expect(await likeOf(cropped)).toBe(first.order.orderId);
    // It stops nobody, and another picture of the same order is asked about for itself.
    await notFinds(shop.owner, cropped.order);
    const { photoId } = await town.pictures('budi', cropped.order, 'proof', 120);
    await tells('budi', cropped.order, { proofId: photoId });
    expect(await likeOf(cropped)).toBeUndefined();
    await confirms(shop.owner, cropped.order);
    const before = clock.now();
    clock.pass(91 * DAY);
    expect(await likeOf(await shows('budi', paid, { scale: 2.8 }))).toBeUndefined();
    clock.set(before);
  });
});

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secrets = {
  midtrans: { serverKey: 'server-key-of-midtrans' },
  xendit: { callbackToken: 'rahasia-xendit' },
  'snap-bi': { publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
};
type Provider = keyof typeof secrets;
type Said = { reference: string; rupiah: number; transaction?: string; at?: string };

/** A genuine notice of a provider that money came, as it was at a time. */
const noticeOf = (provider: Provider, { reference, rupiah, transaction = 't1', at: when = clock.now() }: Said) => {
  if (provider === 'midtrans') {
    const signed = { order_id: reference, status_code: '200', gross_amount: `${rupiah}.00` };
    const signature_key = midtransSignature(signed, secrets.midtrans.serverKey);
    const told = { transaction_id: transaction, transaction_status: 'settlement', transaction_time: when };
    return { body: JSON.stringify({ ...signed, ...told, signature_key }), headers: {} };
  }
  if (provider === 'xendit') {
    const data = { payment_id: transaction, reference_id: reference, status: 'SUCCEEDED', request_amount: rupiah };
    const body = JSON.stringify({ event: 'payment.capture', created: when, data: { ...data, currency: 'IDR' } });
    return { body, headers: { 'x-callback-token': secrets.xendit.callbackToken } };
  }
  const body = JSON.stringify({
    originalReferenceNo: transaction,
    originalPartnerReferenceNo: reference,
    latestTransactionStatus: '00',
    amount: { value: `${rupiah}.00`, currency: 'IDR' },
  });
  const path = `/api/merchants/${shop.merchantId}/payment-notices/snap-bi`;
  const text = `POST:${path}:${createHash('sha256').update(body).digest('hex')}:${when}`;
  const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64');
  return { body, headers: { 'x-timestamp': when, 'x-signature': signature } };
};
const delivers = async (provider: Provider, { body, headers }: ReturnType<typeof noticeOf>) => {
  const params = { merchantId: shop.merchantId, provider };
  const sent = { params, rawBody: body, headers: { 'content-type': 'application/json', ...headers } };
  return (await town.ask('POST /merchants/{merchantId}/payment-notices/{provider}', undefined, sent)).status;
};
const later = (ms: number) => new Date(Date.parse(clock.now()) + ms).toISOString();
const DAY = 86_400_000;

describe('a key of a provider', () => {
  const sets = (provider: Provider, body: object) =>
    town.as(shop.owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
      params: { merchantId: shop.merchantId, provider },
      body,
    });
  const pem = secrets['snap-bi'].publicKey;

  test.each([
    ['midtrans', { serverKey: ` \u200b${secrets.midtrans.serverKey}\n` }],
    ['xendit', { callbackToken: `${secrets.xendit.callbackToken}\u00a0` }],
    ['snap-bi', { publicKey: `\n ${pem.replaceAll('\n', ' ')}` }],
    ['snap-bi', { publicKey: pem.replaceAll('\n', '\r\n') }],
    ['snap-bi', { publicKey: pem.replaceAll('\n', '') }],
  ] as [Provider, object][])('of %s opens as well with the gaps it was pasted with', async (provider, body) => {
    await sets(provider, body);
    const order = await bought('ani');
    expect(await delivers(provider, noticeOf(provider, { reference: order.orderId, rupiah: 18_000 }))).toBe(200);
    expect(await reads('ani', order)).toMatchObject({ state: 'confirmed' });
  });

  const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  test.each([
    ['half of it', 'snap-bi', { publicKey: pem.slice(0, 120) }],
    ['its middle lost', 'snap-bi', { publicKey: pem.slice(0, 120) + pem.slice(200) }],
    ['no key at all', 'snap-bi', { publicKey: '-----BEGIN PUBLIC KEY-----\nrahasia\n-----END PUBLIC KEY-----' }],
    ['of another kind', 'snap-bi', { publicKey: ed25519 }],
    ['a gap inside', 'midtrans', { serverKey: 'server key of midtrans' }],
    ['two lines', 'xendit', { callbackToken: 'rahasia\nxendit' }],
  ] as [string, Provider, object][])('is refused with %s, where it is', async (_flaw, provider, body) => {
    const refusal = await refusalOf(sets(provider, body));
    expect(refusal.code).toBe('invalid_request');
    expect(refusal.message).toContain(`"/${Object.keys(body)[0]}"`);
  });
});

describe.each(Object.keys(secrets) as Provider[])('a notice of %s', (provider) => {
  beforeAll(async () => {
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
      params: { merchantId: shop.merchantId, provider },
      body: secrets[provider],
    });
  });
  const parked = async () =>
    (
      await town.as(shop.owner)('GET /merchants/{merchantId}/payment-notices', {
        params: { merchantId: shop.merchantId },
      })
    ).items;

  test('that was recorded and comes again a day later, or is of tomorrow, pays nothing a second time', async () => {
    const order = await bought('ani');
    const notice = noticeOf(provider, { reference: order.orderId, rupiah: 18_000 });
    expect(await delivers(provider, notice)).toBe(200);
    const paid = await reads('ani', order);
    expect(paid).toMatchObject({ state: 'confirmed', transaction: 't1' });
    await town.moves('ani', 'cancel', order);
    const body = { reason: 'Transfer kembali' };
    await town.as(shop.owner)('POST /orders/{orderId}/payment/give-back', { ...at(order), body });
    const before = clock.now();
    clock.pass(DAY);
    // Where time is signed an old notice is refused; where it is not, it finds its work done.
    expect(await delivers(provider, notice)).toBe(provider === 'snap-bi' ? 401 : 200);
    clock.set(before);
    expect(await reads('ani', order)).toMatchObject({ state: 'returned', returnRupiah: 18_000 });
    const early = noticeOf(provider, { reference: order.orderId, rupiah: 18_000, at: later(DAY) });
    expect(await delivers(provider, early)).toBe(provider === 'snap-bi' ? 401 : 200);
    expect(await steps(order)).toEqual(['unpaid', 'confirmed', 'return_owed', 'returned']);
    expect((await parked()).filter(({ reference }) => reference === order.orderId)).toEqual([]);
  });

  test('of a wrong amount waits until a person of the shop says what became of it', async () => {
    const order = await bought('ani');
    for (const _ of [1, 2, 3])
      expect(await delivers(provider, noticeOf(provider, { reference: order.orderId, rupiah: 1_800 }))).toBe(200);
    const waiting = async () => (await parked()).filter(({ reference }) => reference === order.orderId);
    const [notice] = await waiting();
    expect(notice).toMatchObject({ reason: 'amount', rupiah: 1_800 });
    const why = 'Dikembalikan lewat penyedia';
    const settles = (who: string, reference = order.orderId, merchantId = shop.merchantId, reason = why) =>
      town.as(who)('POST /merchants/{merchantId}/parked-notices/{noticeId}/settle', {
        params: { merchantId, noticeId: notice?.noticeId ?? '' },
        body: { reference, reason },
      });
    expect(await refusalOf(settles('ani'))).toMatchObject({ code: 'merchant_not_found' });
    const stranger = await town.opens(CITY);
    const theirs = await refusalOf(settles(stranger.owner, order.orderId, stranger.merchantId));
    expect(theirs).toMatchObject({ code: 'notice_not_found' });
    expect(await refusalOf(settles(shop.owner, 'lain'))).toMatchObject({ code: 'notice_not_found' });
    await settles(shop.owner);
    expect(await settles(shop.owner)).toEqual(notice);
    // Something else said of it later is not taken for what was said, unheard.
    expect(await refusalOf(settles(shop.owner, order.orderId, shop.merchantId, 'Tidak pernah datang'))).toMatchObject({
      code: 'payment_moved_on',
    });
    expect(await waiting()).toEqual([]);
    // Told again it does not come back; the right amount still pays, and the shop may confirm what it saw itself.
    await delivers(provider, noticeOf(provider, { reference: order.orderId, rupiah: 1_800 }));
    expect(await waiting()).toEqual([]);
    expect(await reads('ani', order)).toMatchObject({ state: 'unpaid', paidRupiah: 0 });
    await confirms(shop.owner, order);
    expect(await reads('ani', order)).toMatchObject({ state: 'confirmed', paidRupiah: 18_000 });
  });

  test('that counts is not put aside', async () => {
    const order = await bought('ani');
    await delivers(provider, noticeOf(provider, { reference: order.orderId, rupiah: 18_000 }));
    const merchantId = shop.merchantId;
    const asked = { params: { merchantId, noticeId: 'ntc_01h455vb4pex5vsknk084sn02q' } };
    const body = { reference: order.orderId, reason: 'Salah' };
    const refusal = await refusalOf(
      town.as(shop.owner)('POST /merchants/{merchantId}/parked-notices/{noticeId}/settle', { ...asked, body }),
    );
    expect(refusal).toMatchObject({ code: 'notice_not_found' });
  });
});
