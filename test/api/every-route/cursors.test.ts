import { beforeAll, describe, expect, test } from 'vitest';
import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { World } from '../../../functions/world.ts';
import { PAGE_LIMIT } from '../../../shared/contract/route/paging.ts';
import type { Key } from '../../../shared/contract.ts';
import { routeKeys, routeOf } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Delivery } from '../../../shared/domain/deliveries/delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Review } from '../../../shared/domain/reviews/review.ts';
import { insertDelivery } from '../../../shared/table/deliveries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getOrder } from '../../../shared/table/orders/orders.ts';
import { type PaymentNoticeRecord, savePaymentNotice } from '../../../shared/table/payments/notices.ts';
import { putOwnerChange, saveQuestion } from '../../../shared/table/register/owners.ts';
import { saveReview } from '../../../shared/table/reviews.ts';
import { putAwaitedVisit } from '../../../shared/table/visits/awaited-visits.ts';
import { appliesAt, type SeatedBank, schemeOf, seatsBank } from '../../banks.ts';
import { joins, proofOf } from '../../civil-servants.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { asksQuestion } from '../../integrity-question.ts';
import { type Office, type Shop, type Town, townOf } from '../../market.ts';
import { visited } from '../../visited.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let helped: Shop;
let office: Office;
let debtor: Office;
let decisionId: string;

beforeAll(async () => {
  const clock = testClock('2026-09-10T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  town = await townOf(world);
  for (const city of [CITY, '35.78', '18.71']) await town.founds(city);
  shop = await town.opens(CITY);
  await town.opens(CITY);
  await town.opens(CITY);
  for (const name of ['Nasi kotak', 'Nasi kuning', 'Nasi uduk']) await town.offers(shop, { name, amount: 100 });
  const { items } = await town.as()('GET /merchants/{merchantId}/products', {
    params: { merchantId: shop.merchantId },
  });
  const owners = [1, 2, 3].map((number) => ({ nik: `357302450880000${number + 1}`, phone: `08123450000${number}` }));
  helped = await town.opens(CITY, { nik: '3573024508800061', helperName: 'Rina' }, 'rina');
  await town.offers(helped, { category: 'souvenirs', amount: 1 });
  await town.offers(helped, { category: 'souvenirs', amount: 1 });
  for (const owner of owners) await town.offers(await town.opens(CITY, owner), { category: 'batik', amount: 100 });
  for (let place = 0; place < 3; place++) await town.applies(CITY);
  office = await town.seatsOffice(CITY);
  debtor = await town.seatsOffice(CITY);
  await town.seatsOffice(CITY);
  const line = (budgetCode: string) =>
    town.as(office.approver)('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
      params: { agencyId: office.agencyId, year: '2026', budgetCode },
      body: { name: 'Belanja', ceilingRupiah: 1_000 },
    });
  await line('5.1.02.02');
  await line('5.1.02.03');
  for (const product of items) {
    await town.buys('ani', product);
    await town.orders(office, product);
    const disputed = await town.buys('budi', product);
    for (const move of ['accept', 'deliver'] as const) await town.moves(shop.owner, move, disputed);
    await town.moves('budi', 'dispute', disputed);
  }
  for (const rupiah of [1, 2, 3])
    await town.as(shop.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId: shop.merchantId, month: '2026-09' },
      body: { outside: [{ channel: 'event', rupiah }] },
    });
  for (const person of ['a', 'b', 'c']) await town.seats(`merchant:${shop.merchantId}`, person, 'staff', shop.owner);
  for (const person of ['d', 'e', 'f']) await town.invites(`merchant:${shop.merchantId}`, person, 'staff', shop.owner);
  for (const number of ['1122334455', '1122334466', '1122334477'])
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: ofShop(),
      body: { account: { bank: '114', number, holder: 'Sri' } },
    });
  await owes(world, items[0] as Product);
  await pays(world);
  const files = memoryFiles();
  for (const month of ['2026-09', '2026-10', '2026-11']) {
    const close = { month, phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' } as const;
    await closeCity(world, files, CITY, close);
    await mergeProvince(world, files, '35', close);
    await mergeCountry(world, files, close);
  }
  clock.set('2026-12-12T09:00:00.000+07:00');
  for (const scope of [`city:${CITY}`, 'city:35.78', 'city:18.71']) await town.invites(scope, 'ani', 'inspectorate');
  for (const person of ['officer-1', 'officer-2', 'officer-3'])
    await town.seats(`district:${CITY}.02`, person, 'district-officer', town.adminOf(CITY));
  for (const person of ['p', 'q', 'r'])
    await town.invites(`district:${CITY}.02`, person, 'district-officer', town.adminOf(CITY));
  for (const person of ['p', 'q', 'r'])
    for (const [scope, role] of [
      ['province:35', 'province-admin'],
      ['country', 'operator'],
    ] as const)
      await town.invites(scope, person, role);
  for (let made = 0; made < 3; made++)
    await town.as(shop.owner)('POST /scopes/{scope}/invitation-links', {
      params: { scope: `merchant:${shop.merchantId}` },
      body: { role: 'staff' },
    });
  const batik = { params: { city: CITY }, query: { category: 'batik' as const } };
  decisionId = (await town.as()('GET /cities/{city}/products', batik)).ranking?.decisionId ?? '';
  for (const text of ['Satu', 'Dua', 'Tiga'])
    await town.as(shop.owner)('POST /merchants/{merchantId}/appeals', { params: ofShop(), body: { text } });
  await reportsAll();
  await takesUp();
  await plans();
  await borrows();
  await proves();
  await complains();
  await visits(world);
  await trains();
  await reportsFeeds();
  for (const ownerId of ['own_1', 'own_2', 'own_3'])
    await commit(world.table, [
      putOwnerChange({ city: CITY, at: clock.now(), change: 'merged', ownerId, others: [], shopIds: [] }),
    ]);
  for (const rule of ['far-price', 'same-report', 'far-price', 'report-jump', 'far-price'] as const)
    await asksQuestion(world, CITY, { rule });
  for (const outcome of ['explained', 'corrected', 'referred'] as const) {
    const closed = { outcome, reason: 'Sudah dilihat.', by: town.adminOf(CITY), at: clock.now() };
    await asksQuestion(world, CITY, { state: 'closed', closed });
  }
  for (const questionId of ['qst_1', 'qst_2', 'qst_3']) {
    const asked = { questionId, city: CITY, kind: 'phone', value: questionId, state: 'open', shops: [] } as const;
    await commit(world.table, [saveQuestion({ ...asked, shops: [], askedAt: clock.now(), version: 1 })]);
  }
});

/** An office that received three times and paid nothing yet. */
const owes = async (world: World, product: Product): Promise<void> => {
  for (let made = 0; made < 3; made++) {
    const order = await town.orders(debtor, product);
    await town.moves(debtor.approver, 'approve', order);
    for (const move of ['accept', 'deliver'] as const) await town.moves(shop.owner, move, order);
    await town.receives(debtor.buyer, order, { receivedBy: 'Tuti' });
    await hear(
      followOrders(() => world),
      ['OrderReceived', { orderId: order.orderId }],
    );
  }
};

/** Three receipts from shops that are not on the market. */
const proves = async (): Promise<void> => {
  const body = { name: 'Badan Perencanaan', address: 'Jl. Tugu 1' };
  await town.as(town.adminOf(CITY))('POST /cities/{city}/agencies', { params: { city: CITY }, body });
  for (const person of ['asn-1', 'asn-2', 'asn-3']) {
    await joins(town, CITY, person, body.name);
    await town.as(person)('POST /me/purchase-proofs', { body: await proofOf(town, person) });
  }
  for (const name of ['Dinas Arsip', 'Dinas Pangan']) {
    const office = { name, address: 'Jl. Tugu 2' };
    await town.as(town.adminOf(CITY))('POST /cities/{city}/agencies', { params: { city: CITY }, body: office });
    await joins(town, CITY, `asn of ${name}`.replaceAll(' ', '-').toLowerCase(), name);
  }
};

/** Somebody points the city to all goods of a shop. */
const reportsAll = async (): Promise<void> => {
  const { items } = await town.as()('GET /merchants/{merchantId}/products', { params: ofShop() });
  for (const { productId } of items.slice(0, 4))
    await town.as('ani')('POST /merchants/{merchantId}/products/{productId}/reports', {
      params: { ...ofShop(), productId },
      body: { kind: 'other' },
    });
};

/** Three shops that an officer of the city looks after. */
const takesUp = async (): Promise<void> => {
  const shops = await town.as()('GET /cities/{city}/merchants', { params: { city: CITY }, query: { limit: 3 } });
  for (const { merchantId } of shops.items)
    await town.as(town.adminOf(CITY))('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
      params: { city: CITY, merchantId },
      body: { officer: town.adminOf(CITY), officerName: 'Bu Retno' },
    });
  for (const { merchantId } of shops.items)
    await town.as(town.adminOf(CITY))('POST /cities/{city}/visits', {
      params: { city: CITY },
      body: {
        merchantId,
        day: '2026-12-12',
        visitor: town.adminOf(CITY),
        visitorName: 'Bu Retno',
      },
    });
};

let partnerId: string;
let visitedShop: { merchantId: string; owner: string };
/** Three visits that one shop had, with six needs: three that wait for the city, three for an office. */
const visits = async (world: World): Promise<void> => {
  const admin = town.adminOf(CITY);
  visitedShop = await town.opens(CITY);
  const { merchantId } = visitedShop;
  for (const ownerId of ['own_1', 'own_2', 'own_3']) {
    const of = { cityCode: CITY, name: 'Dapur', district: `${CITY}.02`, category: 'culinary' as const, merchantId };
    const since = '2026-11-01T00:00:00.000Z';
    await commit(world.table, [
      putAwaitedVisit({ ...of, ownerId, since, newcomer: true, tried: false, notedAt: since }),
    ]);
  }
  for (const day of ['2026-12-13', '2026-12-14', '2026-12-15']) {
    const body = { merchantId, day, visitor: admin, visitorName: 'Bu Retno' };
    const { visitId } = await town.as(admin)('POST /cities/{city}/visits', { params: { city: CITY }, body });
    const needs = ['Foto', 'Label'].map((text) => ({ kind: 'photos' as const, text }));
    const asked = { params: { visitId }, body: { ...visited, needs }, headers: { 'idempotency-key': day } };
    await town.as(admin)('POST /visits/{visitId}/record', asked);
    const { tasks } = await town.as(admin)('GET /visits/{visitId}', { params: { visitId } });
    await town.as(admin)('POST /merchants/{merchantId}/tasks/{taskId}/assign', {
      params: { merchantId, taskId: tasks[0]?.taskId ?? '' },
      body: { agencyId: answering.agencyId, dueOn: '2026-12-20' },
    });
  }
};

let answering: { agencyId: string; approver: string };
let bank: SeatedBank;
/** Three applications at a bank, each opened once; an owner sends so many in a day. */
const borrows = async (): Promise<void> => {
  bank = await seatsBank(town, CITY, { schemes: [schemeOf({ kind: 'invoice' })] });
  for (const _ of [1, 2, 3]) {
    const { applicationId } = await appliesAt(town, shop, bank);
    const asked = { params: { bankId: bank.bankId, applicationId }, body: { purpose: 'invoice' as const } };
    await town.as(bank.officer)('POST /banks/{bankId}/applications/{applicationId}/open', asked);
  }
};
/** Three complaints that wait for the city, and three for an office. */
const complains = async (): Promise<void> => {
  answering = await town.seatsOffice(CITY);
  for (const at of [1, 2, 3, 4, 5, 6]) {
    const body = { category: 'place', text: `Lapak ${at} bocor.` } as never;
    const { number } = await town.as()('POST /cities/{city}/complaints', { params: { city: CITY }, body });
    const verdict = { decision: 'assign', agencyId: answering.agencyId } as const;
    if (at > 3)
      await town.as(town.adminOf(CITY))('POST /complaints/{number}/verify', { params: { number }, body: verdict });
  }
};

/** Three series of a mentor, and the shop in each. */
const trains = async (): Promise<void> => {
  await town.seats(`city:${CITY}`, 'wira', 'mentor');
  for (const day of ['2027-02-01', '2027-02-02', '2027-02-03']) {
    const sessions = [{ day, from: '09:00', to: '12:00', place: 'Balai Kota' }];
    const named = { kind: 'training' as const, title: 'Foto', about: 'Memotret.', mentor: 'wira', mentorName: 'Wira' };
    const body = { ...named, seats: 20, enrolUntil: '2027-01-28', sessions };
    const { seriesId } = await town.as(town.adminOf(CITY))('POST /cities/{city}/series', {
      params: { city: CITY },
      body,
    });
    await town.as(shop.owner)('POST /series/{seriesId}/enrolments', { params: { seriesId }, body: ofShop() });
  }
};

/** Six months that a partner's person reported. */
const reportsFeeds = async (): Promise<void> => {
  const body = { legalName: 'PT Ojek', brand: 'Ojek', kind: 'ride' } as const;
  const admin = town.adminOf(CITY);
  ({ partnerId } = await town.as(admin)('POST /cities/{city}/partners', { params: { city: CITY }, body }));
  for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) {
    const rawBody = `bulan;kecamatan;kendaraan;perjalanan;pengemudi_aktif\n${month};${CITY}.02;motor;900;50\n`;
    const asked = { params: { partnerId }, rawBody, headers: { 'content-type': 'text/csv' } };
    const sent = await town.ask('POST /partners/{partnerId}/feed-parts', admin, asked);
    const parts = [(sent.body as unknown as { partId: string }).partId];
    const feed = { city: CITY, kind: 'activity', month, revision: 1, parts } as const;
    await town.as(admin)('POST /partners/{partnerId}/feeds', { params: { partnerId }, body: feed });
  }
};

/** Three lines of an office's plan, each of which an officer of the city corrected. */
const plans = async (): Promise<void> => {
  const { agencyId, approver } = await town.seatsOffice(CITY);
  const rows = ['Sapu lidi', 'Kain lap', 'Ember plastik'].map((name, at) => `${at + 1};${name};1000000;2026-12-01`);
  await town.ask('POST /agencies/{agencyId}/plan/{year}/import', approver, {
    params: { agencyId, year: '2026' },
    query: { mode: 'all' },
    rawBody: ['KD_RUP;NAMA_PAKET;PAGU;BULAN', ...rows].join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
  for (const rupCode of ['1', '2', '3'])
    await town.as(town.adminOf(CITY))('PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category', {
      params: { city: CITY, year: '2026', agencyId, rupCode },
      body: { category: 'daily-needs' },
    });
};

/** Every order has its payment and, for this test, three of a shop their review; three notices wait for a person. */
const pays = async (world: World): Promise<void> => {
  const { items } = await town.as(shop.owner)('GET /merchants/{merchantId}/orders', { params: ofShop() });
  for (const [index, { orderId }] of items.entries()) {
    await hear(
      followOrders(() => world),
      ['OrderMoved', { orderId }],
    );
    await hear(
      tellPeople(() => world),
      ['OrderMoved', { orderId }],
    );
    const order = (await getOrder(world.table, orderId)) as Order;
    const at = new Date(Date.parse(world.now()) + index).toISOString();
    const review: Review = {
      reviewId: `rev_${orderId.slice(4)}`,
      stars: 4,
      orderId,
      cityCode: CITY,
      merchantId: shop.merchantId,
      ownerId: order.ownerId,
      by: order.buyer,
      agencyId: order.agencyId,
      author: 'A',
      goods: 'Nasi',
      state: 'shown',
      writtenAt: at,
      editableUntil: at,
      reply: null,
      history: [],
      version: 1,
      reports: [{ by: 'budi', reason: 'Bukan tentang barang', at }],
    };
    const notice: PaymentNoticeRecord = {
      noticeId: `ntc_${index}`,
      provider: 'midtrans',
      merchantId: shop.merchantId,
      reference: orderId,
      transaction: 't',
      status: 'paid',
      rupiah: 1,
      receivedAt: at,
      outcome: 'parked',
      reason: 'amount',
      version: 1,
    };
    const delivery: Delivery = {
      orderId,
      attempt: 1,
      merchantId: shop.merchantId,
      cityCode: CITY,
      by: 'own',
      partnerId: null,
      feeRupiah: null,
      state: 'allocating',
      at,
      decidedBy: 'one',
      courier: null,
      trackingUrl: null,
      proofs: [],
      steps: [],
      reason: null,
      requestedBy: shop.owner,
      requestedAt: at,
      version: 1,
    };
    await commit(world.table, [insertDelivery(delivery)]);
    await commit(world.table, [saveReview(review)]);
    await commit(world.table, savePaymentNotice(notice));
  }
};

type Ask = { params?: Record<string, string>; query?: Record<string, unknown>; person?: string };
const ofShop = () => ({ merchantId: shop.merchantId });
/** Every list of the contract, in one or more guises, with three entries or more. */
const lists: Record<string, (() => Ask)[]> = {
  'GET /cities': [() => ({})],
  'GET /cities/{city}/products': [
    () => ({ params: { city: CITY } }),
    () => ({ params: { city: CITY }, query: { category: 'batik' } }),
    () => ({ params: { city: CITY }, query: { district: `${CITY}.02` } }),
    () => ({ params: { city: CITY }, query: { text: 'nasi' } }),
  ],
  'GET /cities/{city}/search': [() => ({ params: { city: CITY }, query: { text: 'nasi' } })],
  'GET /merchants/{merchantId}/products': [() => ({ params: ofShop() })],
  'GET /me/merchants/{merchantId}/products': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /cities/{city}/merchants': [
    () => ({ params: { city: CITY } }),
    () => ({ params: { city: CITY }, query: { district: `${CITY}.02` } }),
  ],
  'GET /cities/{city}/register': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { status: 'verified' }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { q: 'sri' }, person: town.adminOf(CITY) }),
  ],
  'GET /merchants/{merchantId}/timeline': [() => ({ params: ofShop(), person: town.adminOf(CITY) })],
  'GET /cities/{city}/goods-cases': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, person: 'officer-2' }),
  ],
  'GET /merchants/{merchantId}/helper-acts': [() => ({ params: { merchantId: helped.merchantId }, person: 'rina' })],
  'GET /merchants/{merchantId}/account-changes': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /me/orders': [() => ({ person: 'ani' })],
  'GET /merchants/{merchantId}/orders': [
    () => ({ params: ofShop(), person: shop.owner }),
    () => ({ params: ofShop(), query: { state: 'placed' }, person: shop.owner }),
  ],
  'GET /merchants/{merchantId}/deliveries': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /merchants/{merchantId}/audit': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /cities/{city}/disputes': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /agencies/{agencyId}/orders': [() => ({ params: { agencyId: office.agencyId }, person: office.buyer })],
  'GET /merchants/{merchantId}/turnover/{month}/revisions': [
    () => ({ params: { ...ofShop(), month: '2026-09' }, person: shop.owner }),
  ],
  'GET /cities/{city}/turnover-reports/{month}': [
    () => ({ params: { city: CITY, month: '2026-09' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/standings/{month}': [
    () => ({ params: { city: CITY, month: '2026-09' }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY, month: '2026-09' }, query: { order: 'most' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/standings/{month}/histories': [
    () => ({ params: { city: CITY, month: '2026-09' }, person: town.adminOf(CITY) }),
  ],
  'GET /rankings/{decisionId}': [() => ({ params: { decisionId } })],
  'GET /merchants/{merchantId}/appeals': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /cities/{city}/appeals': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/gap/{month}': [() => ({ params: { city: CITY, month: '2026-11' }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/owner-changes': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/district-officers': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { state: 'invited' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/follow-ups': [
    () => ({ params: { city: CITY }, person: 'officer-2' }),
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { officer: town.adminOf(CITY) }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/visits': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, person: 'officer-2' }),
  ],
  'GET /cities/{city}/awaited-visits': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, person: 'officer-2' }),
  ],
  'GET /cities/{city}/visit-tasks': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { waits: 'office' }, person: town.adminOf(CITY) }),
  ],
  'GET /agencies/{agencyId}/visit-tasks': [
    () => ({ params: { agencyId: answering.agencyId }, query: { waits: 'office' }, person: answering.approver }),
  ],
  'GET /merchants/{merchantId}/visits': [
    () => ({ params: { merchantId: visitedShop.merchantId }, person: visitedShop.owner }),
  ],
  'GET /me/visits': [() => ({ person: town.adminOf(CITY) })],
  'GET /merchants/{merchantId}/capital-applications': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /merchants/{merchantId}/capital-openings': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /banks/{bankId}/applications': [() => ({ params: { bankId: bank.bankId }, person: bank.officer })],
  'GET /cities/{city}/complaints': [
    () => ({ params: { city: CITY }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { waits: 'office' }, person: town.adminOf(CITY) }),
  ],
  'GET /agencies/{agencyId}/complaints': [
    () => ({ params: { agencyId: answering.agencyId }, query: { waits: 'office' }, person: answering.approver }),
  ],
  'GET /cities/{city}/series': [() => ({ params: { city: CITY } })],
  'GET /me/series': [() => ({ person: 'wira' })],
  'GET /merchants/{merchantId}/enrolments': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /partners/{partnerId}/feeds': [
    () => ({ params: { partnerId }, query: { city: CITY, kind: 'activity' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/demand/{year}/lines': [
    () => ({ params: { city: CITY, year: '2026' }, query: { category: 'daily-needs' } }),
    () => ({ params: { city: CITY, year: '2026' }, query: { category: 'daily-needs', month: '2026-12' } }),
  ],
  'GET /cities/{city}/demand-corrections': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/integrity-questions': [
    () => ({ params: { city: CITY }, query: { state: 'closed' }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY }, query: { rule: 'far-price' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/owner-questions': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/snapshots': [() => ({ params: { city: CITY } })],
  'GET /provinces/{province}/snapshots': [() => ({ params: { province: '35' } })],
  'GET /country/snapshots': [() => ({})],
  'GET /scopes/{scope}/members': [
    () => ({ params: { scope: `merchant:${shop.merchantId}` }, person: shop.owner }),
    () => ({ params: { scope: `merchant:${shop.merchantId}` }, query: { state: 'invited' }, person: shop.owner }),
  ],
  'GET /me/notices': [() => ({ person: shop.owner }), () => ({ query: { which: 'waiting' }, person: shop.owner })],
  'GET /scopes/{scope}/invitation-links': [
    () => ({ params: { scope: `merchant:${shop.merchantId}` }, person: shop.owner }),
  ],
  'GET /me/invitations': [() => ({ person: 'ani' })],
  'GET /cities/{city}/audit': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /provinces/{province}/audit': [() => ({ params: { province: '35' }, person: 'operator' })],
  'GET /country/audit': [() => ({ person: 'operator' })],
  'GET /me/audit': [() => ({ person: shop.owner }), () => ({ query: { side: 'about-me' }, person: 'ani' })],
  'GET /merchants/{merchantId}/payment-notices': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /merchants/{merchantId}/payments': [() => ({ params: ofShop(), person: shop.owner })],
  'GET /agencies/{agencyId}/payments': [
    () => ({ params: { agencyId: office.agencyId }, query: { which: 'coming' }, person: office.treasurer }),
  ],
  'GET /agencies/{agencyId}/waiting-payments': [
    () => ({ params: { agencyId: debtor.agencyId }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/purchase-proofs': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /merchants/{merchantId}/reviews': [() => ({ params: ofShop() })],
  'GET /cities/{city}/reviews': [() => ({ params: { city: CITY }, person: town.adminOf(CITY) })],
  'GET /cities/{city}/agencies': [() => ({ params: { city: CITY } })],
  'GET /cities/{city}/payment-clock': [
    () => ({ params: { city: CITY } }),
    () => ({ params: { city: CITY }, query: { order: 'name' } }),
  ],
  'GET /cities/{city}/spending/{year}': [
    () => ({ params: { city: CITY, year: '2026' }, person: town.adminOf(CITY) }),
    () => ({ params: { city: CITY, year: '2026' }, query: { order: 'days' }, person: town.adminOf(CITY) }),
  ],
  'GET /cities/{city}/participation/{month}': [
    () => ({ params: { city: CITY, month: '2026-09' }, person: town.adminOf(CITY) }),
  ],
  'GET /agencies/{agencyId}/budgets/{year}': [
    () => ({ params: { agencyId: office.agencyId, year: '2026' }, person: office.treasurer }),
  ],
};
/** Lists; a person's copy of their data has a cursor too, but no pages of any size: it has its own test. */
const paged = routeKeys.filter((key) => {
  const { shape } = routeOf(key).query ?? { shape: {} };
  return 'cursor' in shape && 'limit' in shape;
});
const guises = () => paged.flatMap((key) => (lists[key] ?? []).map((ask) => ({ key, ...ask() })));

const read = async (key: Key, { params, query, person }: Ask, more: Record<string, unknown> = {}) => {
  const { status, body } = await town.ask(key, person, { ...(params ? { params } : {}), query: { ...query, ...more } });
  return { status, ...(body as { items: unknown[]; next: string | null; code?: string }) };
};
/** A list of this test is shorter; one that never ends is stopped. */
const MOST_PAGES = 300;
const walk = async (key: Key, ask: Ask, limit: number) => {
  const pages: unknown[][] = [];
  let cursor: string | null = null;
  do {
    const { status, items, next } = await read(key, ask, { limit, ...(cursor === null ? {} : { cursor }) });
    expect(status, key).toBe(200);
    pages.push(items);
    cursor = next;
  } while (cursor !== null && pages.length < MOST_PAGES);
  return pages;
};

describe('a list', () => {
  test.each(paged)('%s: read in pages of any size is the list, each entry once, in its order', async (key) => {
    const asks = lists[key];
    if (!asks) throw new Error(`${key} has no entry in this test`);
    for (const ask of asks.map((make) => make())) {
      const whole = (await walk(key, ask, PAGE_LIMIT)).flat();
      expect(whole.length, key).toBeGreaterThanOrEqual(3);
      const sizes = [1, 2, whole.length - 1, whole.length, whole.length + 1].filter((size) => size <= PAGE_LIMIT);
      for (const limit of sizes) {
        const pages = await walk(key, ask, limit);
        expect(pages.flat(), `${key} by ${limit}`).toEqual(whole);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
      }
    }
  });
});

describe('a cursor', () => {
  test('belongs to its list: in any other it is refused', async () => {
    const all = guises();
    const cursors = await Promise.all(all.map(async (ask) => (await read(ask.key, ask, { limit: 1 })).next));
    for (const [from, cursor] of cursors.entries())
      for (const [to, ask] of all.entries()) {
        const { status, code } = await read(ask.key, ask, { cursor });
        if (from === to) expect(status).toBe(200);
        else expect([status, code], `${all[from]?.key} in ${ask.key}`).toEqual([400, 'malformed_cursor']);
      }
  });

  test('belongs to its person', async () => {
    const { next } = await read('GET /me/orders', { person: 'ani' }, { limit: 1 });
    expect(await read('GET /me/orders', { person: 'budi' }, { cursor: next })).toMatchObject({
      status: 400,
      code: 'malformed_cursor',
    });
  });

  test('altered, cut or made up is refused', async () => {
    const { next } = await read('GET /cities', {}, { limit: 1 });
    const bytes = Buffer.from(next ?? '', 'base64url');
    for (let at = 0; at < bytes.length; at += 3) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect((await read('GET /cities', {}, { cursor: altered.toString('base64url') })).code).toBe('malformed_cursor');
    }
    for (const cursor of [
      next?.slice(0, -4),
      '35.73',
      Buffer.from('35.73').toString('base64url'),
      'x'.repeat(600),
      '../../',
      '{"pk":"CITIES"}',
    ])
      expect((await read('GET /cities', {}, { cursor })).code).toBe('malformed_cursor');
  });

  test('shows nothing of the key it holds', async () => {
    for (const ask of guises()) {
      const { next } = await read(ask.key, ask, { limit: 1 });
      expect(Buffer.from(next ?? '', 'base64url').toString('latin1')).not.toMatch(/mrc_|ord_|35\.7|2026|NASI/i);
    }
  });
});
