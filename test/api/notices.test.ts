import { beforeEach, describe, expect, test } from 'vitest';
import type { EventType } from '../../events/contract.ts';
import { announcePolicies } from '../../functions/notices/announce-policies.ts';
import { sendHeldPushes } from '../../functions/notices/send-held-pushes.ts';
import { tellPeople } from '../../functions/notices/tell-people.ts';
import { followOrders } from '../../functions/payments/follow-orders.ts';
import type { PushMessage, PushOutcome } from '../../functions/web-push.ts';
import { worldFor } from '../../infra/local/origin/guard.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { midtransSignature } from '../../shared/domain/payments/notices/midtrans.ts';
import { announcementOf } from '../../shared/domain/ranking/policy/announcement.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { saveAnnouncement } from '../../shared/table/ranking/announcements.ts';
import { appliesAt, seatsBank } from '../banks.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { type Office, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const NIGHT = '2026-11-10T22:30:00.000+07:00';

let clock: Clock;
let town: Town;
let shop: Shop;
let product: Product;
let office: Office;
let called: { endpoint: string; message: PushMessage }[];
let outcome: PushOutcome;
beforeEach(async () => {
  clock = testClock();
  called = [];
  outcome = 'sent';
  const push = {
    publicKey: 'key',
    send: async ({ endpoint }: { endpoint: string }, message: PushMessage) => {
      called.push({ endpoint, message });
      return outcome;
    },
  };
  town = await townOf(await testWorld({ now: clock.now, push }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  product = await town.offers(shop, { amount: 1000 });
  office = await town.seatsOffice(CITY);
});

const tells = (type: EventType, detail: object) =>
  hear(
    tellPeople(() => worldFor('notices/tell-people', town.world)),
    [type, detail],
  );
const moved = ({ orderId }: Pick<Order, 'orderId'>) => tells('OrderMoved', { orderId });
const paid = async ({ orderId }: Pick<Order, 'orderId'>) => {
  await hear(
    followOrders(() => town.world),
    ['OrderMoved', { orderId }],
  );
  await tells('PaymentMoved', { orderId });
};
const listOf = async (person: string, which: 'all' | 'waiting' = 'all') =>
  (await town.as(person)('GET /me/notices', { query: { which } })).items;
const titles = async (person: string, which: 'all' | 'waiting' = 'all') =>
  (await listOf(person, which)).map(({ title }) => title);
const countOf = (person: string) => town.as(person)('GET /me/notices/count');
const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const subscribes = (person: string, at = person) =>
  town.as(person)('PUT /me/devices', { body: { endpoint: `https://fcm.googleapis.com/fcm/send/${at}`, keys } });

describe('an order', () => {
  test('waits for the people of the shop, and for none of them once one has accepted it', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'staff', 'staff', shop.owner);
    const order = await town.buys('ani', product);
    await moved(order);
    for (const person of [shop.owner, 'staff']) {
      expect(await titles(person, 'waiting')).toEqual(['Pesanan baru']);
      expect((await countOf(person)).unread).toBeGreaterThan(0);
    }
    expect(await listOf('ani')).toEqual([]);
    await town.moves('staff', 'accept', order);
    await moved(order);
    for (const person of [shop.owner, 'staff']) {
      expect(await titles(person, 'waiting')).toEqual(['Siapkan pesanan']);
      // A colleague's own step is no news to either.
      expect((await listOf(person)).find(({ title }) => title === 'Siapkan pesanan')?.readAt).not.toBeNull();
    }
    expect(await titles('ani')).toEqual(['Pesanan diterima penjual']);
    expect(await countOf('ani')).toEqual({ unread: 1, waiting: 0 });
  });

  test('is told the same when events come twice, late, or in the wrong order', async () => {
    const order = await town.buys('ani', product);
    await town.moves(shop.owner, 'accept', order);
    // The last first, then the earlier ones, each three times and some at once.
    for (const type of ['OrderMoved', 'OrderPlaced', 'OrderPlaced', 'OrderMoved'] as const)
      await tells(type, { orderId: order.orderId });
    await Promise.all([1, 2, 3, 4].map(() => moved(order)));
    expect(await titles(shop.owner, 'waiting')).toEqual(['Siapkan pesanan']);
    expect(await titles('ani')).toEqual(['Pesanan diterima penjual']);
  });

  test('that moves while it is told is told as it stands in the end', async () => {
    await subscribes('ani');
    const orders = await Promise.all([1, 2, 3].map(() => town.buys('ani', product)));
    for (const order of orders)
      await Promise.all([moved(order), town.moves(shop.owner, 'accept', order).then(() => moved(order)), moved(order)]);
    expect(await titles(shop.owner, 'waiting')).toEqual(['Siapkan pesanan', 'Siapkan pesanan', 'Siapkan pesanan']);
    expect(called.map(({ message }) => message.body)).toEqual(orders.map(() => 'Pesanan Anda diterima penjual'));
  });

  test('of an office goes from its approvers to the shop, and back to its buyers', async () => {
    const order = await town.orders(office, product);
    await moved(order);
    expect(await titles(office.approver)).toEqual(['Pesanan menunggu persetujuan Anda']);
    expect(await titles(office.treasurer)).toEqual([]);
    expect(await titles(shop.owner, 'waiting')).toEqual([]);
    await town.moves(office.approver, 'approve', order);
    await moved(order);
    expect(await listOf(office.approver)).toEqual([]);
    expect(await titles(office.buyer)).toEqual(['Pesanan disetujui']);
    expect(await titles(shop.owner, 'waiting')).toEqual(['Pesanan baru']);
    const [notice] = await listOf(shop.owner, 'waiting');
    expect(notice?.text).toContain('Dinas Pendidikan memesan Nasi kotak rapat, Rp18.000');
  });

  test('that is rejected never reaches the shop', async () => {
    const order = await town.orders(office, product);
    await town.moves(office.approver, 'reject', order);
    await moved(order);
    expect(await titles(office.buyer)).toEqual(['Pesanan ditolak PPK']);
    expect((await titles(shop.owner)).filter((title) => title.includes('Pesanan'))).toEqual([]);
  });

  test('in dispute waits for the shop, and for the city when the clock calls it', async () => {
    const order = await town.buys('ani', product);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await moved(order);
    expect(await titles('ani', 'waiting')).toEqual(['Pesanan sudah diantar']);
    await town.moves('ani', 'dispute', order);
    await moved(order);
    expect(await titles('ani', 'waiting')).toEqual([]);
    expect(await titles(shop.owner, 'waiting')).toEqual(['Pembeli mempersoalkan pesanan']);
    const admin = town.adminOf(CITY);
    expect(await titles(admin, 'waiting')).toEqual([]);
    expect(await titles(admin)).toContain('Pesanan dipersoalkan');
    clock.pass(15 * 86_400_000);
    await town.runsClocks();
    await moved(order);
    expect(await titles(admin, 'waiting')).toEqual(['Kota diminta memutuskan']);
  });
});

describe('money', () => {
  test('of an office waits for its treasurers once the goods came, then for the shop', async () => {
    const order = await town.orders(office, product);
    await paid(order);
    expect(await titles(office.treasurer)).toEqual([]);
    await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives(office.buyer, order, { receivedBy: 'Tuti' });
    await paid(order);
    expect(await titles(office.treasurer, 'waiting')).toEqual(['Tagihan menunggu dibayar']);
    const record = { kind: 'LS' as const, number: '1/SP2D', on: '2026-11-10', rupiah: 18_000 };
    const params = { orderId: order.orderId };
    await town.as(office.treasurer)('POST /orders/{orderId}/payment/record', { params, body: record });
    await paid(order);
    expect(await titles(office.treasurer, 'waiting')).toEqual([]);
    expect(await titles(shop.owner, 'waiting')).toEqual(['Bendahara mencatat pembayaran']);
    await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', { params, body: { rupiah: 18_000 } });
    await paid(order);
    expect(await titles(shop.owner, 'waiting')).toEqual([]);
    expect(await titles(office.treasurer)).toEqual(['Lunas']);
  });
});

describe('money that fits no order', () => {
  test('is told to who paid and to the shop, until the shop says what became of it', async () => {
    const params = { merchantId: shop.merchantId, provider: 'midtrans' as const };
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
      params,
      body: { serverKey: 'SB-Mid-server-abc' },
    });
    const order = await town.buys('ani', product);
    const signed = { order_id: order.orderId, status_code: '200', gross_amount: '1800.00' };
    await town.ask('POST /merchants/{merchantId}/payment-notices/{provider}', undefined, {
      params,
      rawBody: JSON.stringify({
        ...signed,
        signature_key: midtransSignature(signed, 'SB-Mid-server-abc'),
        transaction_id: 't1',
        transaction_status: 'settlement',
      }),
      headers: { 'content-type': 'application/json' },
    });
    await paid(order);
    expect(await titles('ani')).toEqual(['Uang Anda perlu dilihat penjual']);
    expect(await titles(shop.owner, 'waiting')).toEqual(['Lihat uang masuk']);
    const { unplaced } = await town.as('ani')('GET /orders/{orderId}/payment', { params: { orderId: order.orderId } });
    await town.as(shop.owner)('POST /merchants/{merchantId}/parked-notices/{noticeId}/settle', {
      params: { merchantId: shop.merchantId, noticeId: unplaced?.noticeId ?? '' },
      body: { reference: order.orderId, reason: 'Sudah saya kembalikan' },
    });
    await paid(order);
    expect(await titles(shop.owner, 'waiting')).toEqual([]);
  });
});

describe('papers, reviews, shops and objections', () => {
  test('tell the shop of a paper, once', async () => {
    const order = await town.orders(office, product);
    await town.moves(office.approver, 'approve', order);
    const params = { orderId: order.orderId, kind: 'surat-pesanan' as const };
    await town.as(office.buyer)('POST /orders/{orderId}/papers/{kind}', { params });
    for (const _ of [1, 2, 3]) await tells('PaperIssued', params);
    expect((await titles(shop.owner)).filter((title) => title === 'Surat pesanan diterbitkan')).toHaveLength(1);
  });

  test('tell the shop of a review, and who wrote it of the answer', async () => {
    const order = await town.sells(shop, product, 1, 'ani');
    const params = { orderId: order.orderId };
    const { reviewId } = await town.as('ani')('PUT /orders/{orderId}/review', { params, body: { stars: 4 } });
    await tells('ReviewChanged', { reviewId });
    expect(await titles(shop.owner)).toContain('Ulasan baru');
    await town.as(shop.owner)('POST /reviews/{reviewId}/reply', {
      params: { reviewId },
      body: { text: 'Terima kasih' },
    });
    await tells('ReviewChanged', { reviewId });
    expect(await titles('ani')).toEqual(['Penjual membalas ulasan Anda']);
  });

  test('tell the city of an application, and the applicant of what became of it', async () => {
    const applied = await town.applies(CITY, { name: 'Warung Baru' });
    const { merchantId } = applied;
    const admin = town.adminOf(CITY);
    await tells('MerchantRegistered', { merchantId });
    expect(await titles(admin, 'waiting')).toEqual(['Pendaftaran usaha menunggu']);
    const reasons = [{ field: 'nik' as const, reason: 'Buram' }];
    await town.as(admin)('POST /merchants/{merchantId}/return', { params: { merchantId }, body: { reasons } });
    await tells('MerchantReturned', { merchantId });
    expect(await titles(admin, 'waiting')).toEqual([]);
    expect(await titles(applied.owner, 'waiting')).toEqual(['Perbaiki pendaftaran']);
  });

  test('tell every owner that a shop was closed, also who closed it, and never that the city did it', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'tono', 'owner', shop.owner);
    const params = { merchantId: shop.merchantId };
    await town.as('tono')('POST /merchants/{merchantId}/close', { params, body: { confirm: 'TUTUP' } });
    await tells('MerchantSuspended', params);
    for (const owner of ['tono', shop.owner]) expect(await titles(owner)).toContain('Toko Anda ditutup');
    expect(await titles(shop.owner)).not.toContain('Toko Anda ditangguhkan');
  });

  test('tell the city of a proposal, and the owner of its decision', async () => {
    const params = { merchantId: shop.merchantId };
    const admin = town.adminOf(CITY);
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', { params, body: { name: 'Dapur Baru' } });
    await tells('ProposalMoved', params);
    expect(await titles(admin, 'waiting')).toEqual(['Usulan nama atau tempat baru']);
    await town.as(admin)('POST /merchants/{merchantId}/proposal/refuse', { params, body: { reason: 'Nama dipakai' } });
    await tells('ProposalMoved', params);
    expect(await titles(admin, 'waiting')).toEqual([]);
    expect(await titles(shop.owner)).toContain('Usulan Anda belum disetujui');
  });

  test('tell the city of an objection, and the owner of the answer', async () => {
    const params = { merchantId: shop.merchantId };
    const asked = { params, body: { text: 'Urutan saya keliru' } };
    const { appealId } = await town.as(shop.owner)('POST /merchants/{merchantId}/appeals', asked);
    await tells('AppealOpened', { appealId });
    const admin = town.adminOf(CITY);
    expect(await titles(admin, 'waiting')).toEqual(['Keberatan tentang urutan']);
    const answer = { params: { appealId }, body: { outcome: 'explained' as const, text: 'Harga di atas batas' } };
    await town.as(admin)('POST /appeals/{appealId}/answer', answer);
    await tells('AppealAnswered', { appealId });
    expect(await titles(admin, 'waiting')).toEqual([]);
    expect(await titles(shop.owner)).toContain('Keberatan Anda dijawab');
  });

  test('tell a bank of an application while its consent stands, and the owner of the answer', async () => {
    const bank = await seatsBank(town, CITY);
    const sent = async () => {
      const application = await appliesAt(town, shop, bank);
      await tells('ApplicationMoved', { applicationId: application.applicationId });
      expect(await titles(bank.officer, 'waiting')).toHaveLength(1);
      return application;
    };
    const taken = await sent();
    const { merchantId } = shop;
    await town.as(shop.owner)('POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw', {
      params: { merchantId, applicationId: taken.applicationId },
    });
    await tells('ApplicationMoved', { applicationId: taken.applicationId });
    expect(await titles(bank.officer, 'waiting')).toEqual([]);
    const kept = await sent();
    await town.as(bank.officer)('POST /banks/{bankId}/applications/{applicationId}/answer', {
      params: { bankId: bank.bankId, applicationId: kept.applicationId },
      body: { outcome: 'declined', reason: 'Lengkapi NPWP dulu.' },
    });
    await tells('ApplicationMoved', { applicationId: kept.applicationId });
    expect(await titles(bank.officer, 'waiting')).toEqual([]);
    expect(await titles(shop.owner)).toContain('Bank menjawab permohonan modal Anda');
  });
});

describe('a notice', () => {
  test('is seen by who is told, as long as they hold the role it was told to', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'staff', 'staff', shop.owner);
    const order = await town.buys('ani', product);
    await moved(order);
    expect(await titles('staff')).toEqual(['Pesanan baru']);
    const params = { scope: `merchant:${shop.merchantId}`, person: 'staff' };
    await town.as(shop.owner)('DELETE /scopes/{scope}/members/{person}', { params });
    clock.pass(10_000);
    expect(await titles('staff')).toEqual([]);
    expect(await countOf('staff')).toEqual({ unread: 0, waiting: 0 });
  });

  test('is read once it is marked, alone or with all up to an instant, and unread again when the thing moves', async () => {
    const order = await town.buys('ani', product);
    await town.moves(shop.owner, 'accept', order);
    await moved(order);
    const [notice] = await listOf('ani');
    const params = { noticeId: notice?.noticeId ?? '' };
    const { readAt } = await town.as('ani')('POST /me/notices/{noticeId}/read', { params });
    expect(await town.as('ani')('POST /me/notices/{noticeId}/read', { params })).toEqual({ readAt });
    expect((await countOf('ani')).unread).toBe(0);
    clock.pass(60_000);
    await town.moves(shop.owner, 'deliver', order);
    await moved(order);
    expect(await countOf('ani')).toEqual({ unread: 1, waiting: 1 });
    const before = new Date(Date.parse(clock.now()) - 1).toISOString();
    expect(await town.as('ani')('POST /me/notices/read', { body: { until: before } })).toEqual({ unread: 1 });
    expect(await town.as('ani')('POST /me/notices/read', { body: { until: clock.now() } })).toEqual({ unread: 0 });
    expect(await titles('ani', 'waiting')).toEqual(['Pesanan sudah diantar']);
  });

  test('is nobody else’s to read or to mark', async () => {
    const order = await town.buys('ani', product);
    await moved(order);
    const [notice] = await listOf(shop.owner);
    const params = { noticeId: notice?.noticeId ?? '' };
    const refusal = await refusedWithoutTrace(town.world, () =>
      town.as('ani')('POST /me/notices/{noticeId}/read', { params }),
    );
    expect(refusal.code).toBe('notice_not_found');
  });
});

describe('a call', () => {
  test('is made once for each browser, and says nothing of anybody', async () => {
    await subscribes(shop.owner, 'one');
    await subscribes(shop.owner, 'two');
    await subscribes(shop.owner, 'two');
    const order = await town.buys('ani', product);
    for (const _ of [1, 2, 3]) await moved(order);
    expect(called.map(({ endpoint }) => endpoint.slice(-3)).sort()).toEqual(['one', 'two']);
    const said = JSON.stringify(called.map(({ message }) => message));
    expect(said).toContain('Ada pesanan baru');
    expect(said).not.toMatch(/Ani|Nasi|18|ord_|mrc_/);
  });

  test('is not made for what the person switched off', async () => {
    await subscribes(shop.owner);
    const before = await town.as(shop.owner)('GET /me/notice-settings');
    const { publicKey: _, version, ...settings } = before;
    const body = { ...settings, push: { ...settings.push, orders: false } };
    await town.as(shop.owner)('PUT /me/notice-settings', { body, headers: { 'if-match': `"${version}"` } });
    await moved(await town.buys('ani', product));
    expect(called).toEqual([]);
    expect(await titles(shop.owner)).toContain('Pesanan baru');
  });

  test('waits for the end of the night, is one for all of it, and none for who has looked', async () => {
    const callsHeld = () => sendHeldPushes(() => worldFor('notices/send-held-pushes', town.world))();
    for (const person of [shop.owner, 'ani']) await subscribes(person);
    clock.set(NIGHT);
    for (const _ of [1, 2]) {
      const order = await town.buys('ani', product);
      await moved(order);
      await town.moves(shop.owner, 'accept', order);
      await moved(order);
      await town.moves(shop.owner, 'deliver', order);
      await moved(order);
    }
    await callsHeld();
    expect(called).toEqual([]);
    await town.as(shop.owner)('POST /me/notices/read', { body: { until: clock.now() } });
    clock.set('2026-11-11T05:00:00.000+07:00');
    await callsHeld();
    await callsHeld();
    expect(called.map(({ endpoint, message }) => [endpoint.slice(-3), message.body])).toEqual([
      ['ani', 'Ada kabar baru untuk Anda'],
    ]);
  });

  test('to a browser that is gone is the last one; one that failed is tried again next time', async () => {
    await subscribes(shop.owner);
    outcome = 'failed';
    await moved(await town.buys('ani', product));
    expect((await town.as(shop.owner)('GET /me/devices')).items).toHaveLength(1);
    outcome = 'gone';
    await moved(await town.buys('ani', product));
    expect(await town.as(shop.owner)('GET /me/devices')).toEqual({ items: [] });
    await moved(await town.buys('ani', product));
    expect(called).toHaveLength(2);
  });
});

describe('a browser', () => {
  test('calls who signed in there last, and nobody else', async () => {
    await subscribes('ani', 'shared');
    await subscribes(shop.owner, 'shared');
    expect((await town.as('ani')('GET /me/devices')).items).toEqual([]);
    expect((await town.as(shop.owner)('GET /me/devices')).items).toHaveLength(1);
  });

  test('is taken off by its own person alone, and never shown with its address', async () => {
    const { deviceId } = await subscribes('ani');
    await town.as('budi')('DELETE /me/devices/{deviceId}', { params: { deviceId } });
    const { items } = await town.as('ani')('GET /me/devices');
    expect(items).toEqual([{ deviceId, name: null, since: expect.any(String) }]);
    for (const _ of [1, 2]) await town.as('ani')('DELETE /me/devices/{deviceId}', { params: { deviceId } });
    expect((await town.as('ani')('GET /me/devices')).items).toEqual([]);
  });

  test('too many make the oldest give way', async () => {
    for (let number = 0; number < 12; number++) {
      clock.pass(1000);
      await subscribes('ani', `browser-${number}`);
    }
    expect((await town.as('ani')('GET /me/devices')).items).toHaveLength(10);
  });

  test.each([
    'http://fcm.googleapis.com/x',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'https://fcm.googleapis.com.evil.id/x',
  ])('at %s is refused in words', async (address) => {
    const refusal = await refusedWithoutTrace(town.world, () =>
      town.as('ani')('PUT /me/devices', { body: { endpoint: address, keys } }),
    );
    expect(refusal).toMatchObject({ code: 'invalid_request', body: { errors: [{ pointer: '/endpoint' }] } });
  });
});

describe('an invitation', () => {
  const scope = () => `merchant:${shop.merchantId}`;
  const at = (person: string) => ({ params: { scope: scope(), person } });
  const invites = async (person: string) => {
    await town.as(shop.owner)('PUT /scopes/{scope}/members/{person}', { ...at(person), body: { role: 'staff' } });
    return { person, scope: scope(), invitedAt: clock.now(), cityCode: CITY };
  };

  test('is told to who is invited, once, and gone when it is taken, declined or withdrawn', async () => {
    const ends: Record<string, (person: string) => Promise<unknown>> = {
      tina: (person) => town.as(person)('POST /me/invitations/{scope}/accept', { params: { scope: scope() } }),
      dedi: (person) => town.as(person)('DELETE /me/invitations/{scope}', { params: { scope: scope() } }),
      wina: (person) => town.as(shop.owner)('DELETE /scopes/{scope}/members/{person}', at(person)),
    };
    for (const [person, end] of Object.entries(ends)) {
      const offered = await invites(person);
      for (const _ of [1, 2, 3]) await tells('InvitationMoved', offered);
      expect(await titles(person, 'waiting')).toEqual(['Undangan menjadi karyawan']);
      await end(person);
      for (const _ of [1, 2]) await tells('InvitationMoved', offered);
      expect(await titles(person)).toEqual([]);
      expect(await countOf(person)).toEqual({ unread: 0, waiting: 0 });
    }
  });

  test('made again is told again, also when the end of the first is heard last', async () => {
    const first = await invites('tina');
    await tells('InvitationMoved', first);
    await town.as('tina')('DELETE /me/invitations/{scope}', { params: { scope: scope() } });
    clock.set('2026-11-12T09:00:00.000+07:00');
    const second = await invites('tina');
    await tells('InvitationMoved', second);
    await tells('InvitationMoved', first);
    expect(await titles('tina', 'waiting')).toEqual(['Undangan menjadi karyawan']);
  });

  test('that ran out is said no more, and names nobody in a call', async () => {
    await subscribes('tina');
    await tells('InvitationMoved', await invites('tina'));
    expect(called.map(({ message }) => message.body)).toEqual(['Ada undangan untuk Anda']);
    clock.set('2026-12-10T09:00:00.000+07:00');
    expect(await titles('tina')).toEqual([]);
    expect(await countOf('tina')).toEqual({ unread: 0, waiting: 0 });
  });
});

describe('a rule that a city decided', () => {
  const announces = () => announcePolicies(() => worldFor('notices/announce-policies', town.world))();
  const decides = async () => {
    const admin = town.as(town.adminOf(CITY));
    const params = { city: CITY };
    const { simulationId } = await admin('POST /cities/{city}/ranking-policy/simulations', {
      params,
      body: { tolerancePercent: 15 },
    });
    await admin('PUT /cities/{city}/ranking-policy', {
      params,
      body: { effectiveFrom: '2027-01', simulationId, tolerancePercent: 15 },
    });
  };
  const announced = async () =>
    (await town.as()('GET /cities/{city}/ranking-policy', { params: { city: CITY } })).announcements;

  test('is told to each shop of the city once, however often it is run, and says when it was', async () => {
    const other = await town.opens(CITY, {}, 'pemilik-lain');
    await town.founds('35.78');
    const elsewhere = await town.opens('35.78', {}, 'pemilik-jauh');
    await decides();
    expect(await announced()).toEqual([{ policyVersion: 2, shops: 0, announcedAt: null }]);
    clock.pass(60_000);
    await announces();
    const at = clock.now();
    clock.pass(60_000);
    await announces();
    const told = 'Aturan urutan barang berubah';
    for (const { owner } of [shop, other])
      expect((await titles(owner)).filter((title) => title === told)).toHaveLength(1);
    expect(await titles(elsewhere.owner)).not.toContain(told);
    expect(await announced()).toEqual([{ policyVersion: 2, shops: 2, announcedAt: at }]);
  });

  test('is told again harmlessly where a run broke off before it said how far it came', async () => {
    await decides();
    await announces();
    await commit(town.world.table, [
      saveAnnouncement(announcementOf({ city: CITY, version: 3, effectiveFrom: '2027-02' }, clock.now())),
    ]);
    await Promise.all([announces(), announces()]);
    await announces();
    expect((await titles(shop.owner)).filter((title) => title === 'Aturan urutan barang berubah')).toHaveLength(2);
  });
});
