import { describe, expect, test } from 'vitest';
import { eventOf } from '../../events/changes.ts';
import { type EventType, eventTypes } from '../../events/contract.ts';
import { consumers, subscriptionOf } from '../../events/subscriptions.ts';
import { moved, moveOrder } from '../../shared/domain/orders/move-order.ts';
import { clockTermsOf } from '../../shared/domain/orders/order-clocks.ts';
import { receiveOrder } from '../../shared/domain/orders/receiving/receive-order.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import { moveMerchant } from '../../shared/domain/register/merchant-moves.ts';
import { idOf, malang, officeOrderIn, orderIn, orderStates, person, productOf, shopOf } from '../domain/examples.ts';

type Item = Record<string, unknown>;
const at = '2026-11-10T02:00:00.000Z';
const item = (type: string, key: string, value: object): Item => ({
  pk: `${type.toUpperCase()}#${key}`,
  sk: type,
  type,
  l1pk: 'x',
  ...value,
});

/** Marks that must not leave: names, phones, addresses, notes, identity numbers. */
const marked = {
  merchant: {
    name: 'NAMA-TOKO',
    ownerName: 'NAMA-PEMILIK',
    phone: '+6281200000001',
    address: 'ALAMAT-TOKO',
    nik: '••••••••••••7771',
    sealed: 'SEGEL',
    description: 'KETERANGAN',
    request: 'SIDIK',
  },
  order: {
    merchantName: 'NAMA-TOKO',
    buyerName: 'NAMA-PEMBELI',
    buyerPhone: '+6281200000002',
    deliverTo: { address: 'ALAMAT-ANTAR', district: '35.73.02', note: 'CATATAN' },
    request: 'SIDIK',
  },
};
const otherAccount = {
  account: { bank: '014', bankName: 'BCA', number: '••••••7772', holder: 'NAMA-PEMEGANG' },
  accountKey: 'SIDIK-REKENING',
};
const PRIVATE = /NAMA|ALAMAT|CATATAN|KETERANGAN|SEGEL|SIDIK|8120000000|777[12]|RAHASIA/;

const merchant = (but: object = {}) =>
  item('Merchant', 'mrc', { ...shopOf('dapur', { status: 'pending' }), ...marked.merchant, ...but });
const order = (of: object) => item('Order', 'ord', { ...of, ...marked.order });
const payment = (but: object) =>
  item('Payment', 'ord', { ...paymentOf(orderIn('placed')), merchantName: 'NAMA-TOKO', proofId: 'RAHASIA', ...but });
const paper = item('Paper', 'ord', {
  orderId: orderIn('placed').orderId,
  agencyId: idOf('agc', 'dinas'),
  kind: 'bast',
  code: 'RAHASIA',
  hash: 'SIDIK',
  content: { shop: { name: 'NAMA-TOKO' } },
  issuedAt: at,
  issuedBy: 'tuti',
  version: 1,
});
const proposing = (state: string, but: object = {}) =>
  merchant({ status: 'verified', version: 3, proposed: { state, at, by: 'sri', name: 'NAMA-BARU' }, ...but });
const owner = person('sri', { scope: `merchant:${orderIn('placed').merchantId}`, role: 'owner' });
const membership = (but: object = {}) =>
  item('Membership', 'sri', {
    person: 'sri',
    scope: 'city:35.73',
    role: 'city-admin',
    city: '35.73',
    name: 'NAMA-KOTA',
    grantedBy: 'operator',
    grantedAt: at,
    version: 1,
    ...but,
  });
const revision = item('Turnover', 'mrc', {
  merchantId: idOf('mrc', 'dapur'),
  month: '2026-11',
  revision: 1,
  outside: [{ channel: 'event', rupiah: 5 }],
  outsideRupiah: 5,
  note: 'CATATAN',
  by: 'sri',
  at,
});
const snapshot = item('Snapshot', '35.73', {
  place: '35.73',
  placeName: 'NAMA-KOTA',
  month: '2026-11',
  revision: 1,
  phase: 'final',
  sentence: 'Kalimat.',
});
const terms = clockTermsOf(malang());
const placed = orderIn('placed');
const delivered = moved(orderIn('accepted', { version: 3 }), 'delivered', { by: 'sri', at, ...terms });
const marks = { by: 'ani', parties: ['buyer'] as const, at, handoverId: 'hnd_1', ...terms };
const verified = moveMerchant(
  { ...shopOf('dapur', { status: 'pending' }), ...marked.merchant },
  'verified',
  'admin',
  at,
);

const shelf = (but: object) =>
  item('Stock', 'prd', {
    productId: idOf('prd', 'x'),
    merchantId: idOf('mrc', 'dapur'),
    day: null,
    given: 10,
    taken: 0,
    free: 10,
    ...but,
  });
const product = (but: object) => item('Product', 'prd', { ...productOf(shopOf('dapur'), 'nasi'), ...but });
const pointer = (but: object) =>
  item('LedgerPointer', '35.73', {
    cityCode: '35.73',
    ledgerVersion: 'a',
    at: '2026-11-10T02:00:00.000Z',
    day: '2026-11-10',
    ...but,
  });

const awaited = (but: object) =>
  item('AwaitedVisit', '35.73', {
    cityCode: '35.73',
    ownerId: idOf('own', 'dapur'),
    merchantId: idOf('mrc', 'dapur'),
    name: 'NAMA-TOKO',
    district: '35.73.02',
    tried: false,
    notedAt: at,
    ...but,
  });

type Case = [string, Item | undefined, Item | undefined, string | undefined];
const cases: Case[] = [
  ['an order placed', undefined, order(placed), 'OrderPlaced'],
  [
    'an order accepted',
    order(placed),
    order(moveOrder(placed, 'accept', { caller: owner, at, ...terms })),
    'OrderMoved',
  ],
  [
    'an order received',
    order(delivered),
    order(receiveOrder(delivered, { condition: 'good', rest: 'given-up' }, marks).order),
    'OrderReceived',
  ],
  [
    'an order received in part',
    order(delivered),
    order(
      receiveOrder(
        delivered,
        { condition: 'good', rest: 'later', lines: [{ productId: idOf('prd', 'nasi'), quantity: 1 }] },
        marks,
      ).order,
    ),
    'OrderReceived',
  ],
  ['an order rewritten as it was', order(placed), order(placed), undefined],
  ['an order gone', order(placed), undefined, undefined],
  ['a shop that applies', undefined, merchant(), 'MerchantRegistered'],
  ['a shop verified', merchant(), item('Merchant', 'mrc', verified), 'MerchantVerified'],
  ['a shop returned', merchant(), merchant({ status: 'returned', version: 3 }), 'MerchantReturned'],
  ['a shop resubmitted', merchant({ status: 'returned' }), merchant({ version: 4 }), 'MerchantResubmitted'],
  [
    'a shop suspended',
    merchant({ status: 'verified' }),
    merchant({ status: 'suspended', version: 5 }),
    'MerchantSuspended',
  ],
  ['a shop with a new address', merchant(), merchant({ address: 'ALAMAT-BARU', version: 3 }), undefined],
  [
    'a verified shop with another phone',
    merchant({ status: 'verified' }),
    merchant({ status: 'verified', phone: '+6281200000009', version: 6 }),
    'OwnerEvidenceChanged',
  ],
  [
    'a verified shop with another bank account',
    merchant({ status: 'verified' }),
    merchant({ status: 'verified', ...otherAccount, version: 6 }),
    'OwnerEvidenceChanged',
  ],
  [
    'a suspended shop whose bank account was taken away',
    merchant({ status: 'suspended', ...otherAccount }),
    merchant({ status: 'suspended', version: 6 }),
    'OwnerEvidenceChanged',
  ],
  ['an application with another phone', merchant(), merchant({ phone: '+6281200000009', version: 3 }), undefined],
  [
    'a verified shop opened again',
    merchant({ status: 'verified' }),
    merchant({ status: 'verified', version: 6 }),
    undefined,
  ],
  [
    'a change of a bank account',
    undefined,
    item('AccountChange', 'mrc', {
      merchantId: idOf('mrc', 'dapur'),
      merchantVersion: 6,
      change: 'given',
      by: 'sri',
      at,
    }),
    undefined,
  ],
  ['a report', undefined, revision, 'TurnoverReported'],
  ['a seat given', undefined, membership(), 'MembershipGranted'],
  ['a seat changed', membership(), membership({ role: 'inspectorate', version: 2 }), 'MembershipGranted'],
  ['a seat taken', membership(), undefined, 'MembershipRevoked'],
  ['a snapshot', undefined, snapshot, 'SnapshotTaken'],
  [
    'a close asked for',
    undefined,
    item('CloseRequest', '35.73', { cityCode: '35.73', month: '2026-11', phase: 'final', zone: 'x', by: 'sri', at }),
    'CloseRequested',
  ],
  ['a payment opened', undefined, payment({}), 'PaymentOpened'],
  ['a payment told', payment({}), payment({ state: 'claimed', version: 2 }), 'PaymentMoved'],
  ['a payment’s way chosen', payment({}), payment({ way: 'cod', version: 2 }), 'PaymentMoved'],
  ['a payment whose goods came', payment({}), payment({ handedOverAt: at, version: 2 }), 'PaymentMoved'],
  ['a payment of another sum', payment({}), payment({ dueRupiah: 1, version: 2 }), 'PaymentMoved'],
  [
    'money that a payment cannot place',
    payment({}),
    payment({ unplaced: { noticeId: 'ntc_1', reason: 'amount', rupiah: 1, at }, version: 2 }),
    'PaymentMoved',
  ],
  ['a payment that only follows', payment({}), payment({ orderVersion: 9, version: 2 }), undefined],
  ['a paper issued', undefined, paper, 'PaperIssued'],
  ['a paper untouched', paper, paper, undefined],
  ['a proposal', merchant({ status: 'verified' }), proposing('open'), 'ProposalMoved'],
  ['a proposal refused', proposing('open'), proposing('refused'), 'ProposalMoved'],
  ['a proposal confirmed', proposing('open'), proposing('confirmed', { name: 'NAMA-BARU' }), 'MerchantChanged'],
  ['a proposal left alone', proposing('open'), proposing('open', { description: 'KETERANGAN-2' }), 'ShopEdited'],
  ['a shelf', undefined, shelf({}), undefined],
  ['a piece sold of many', shelf({ taken: 1, free: 9 }), shelf({ taken: 2, free: 8 }), undefined],
  ['the last piece sold', shelf({ taken: 9, free: 1 }), shelf({ taken: 10, free: 0 }), 'ShelfTurned'],
  ['pieces on an empty shelf', shelf({ taken: 10, free: 0 }), shelf({ given: 12, taken: 10, free: 2 }), 'ShelfTurned'],
  [
    'a full day of a daily capacity',
    shelf({ day: '2026-11-12', taken: 9, free: 1 }),
    shelf({ day: '2026-11-12', taken: 10, free: 0 }),
    undefined,
  ],
  ['a product', undefined, product({}), 'ProductChanged'],
  ['a product at another price', product({}), product({ priceRupiah: 9_000, version: 2 }), 'ProductChanged'],
  ['a product rewritten as it was', product({}), product({}), undefined],
  [
    'ways of paying',
    undefined,
    item('PaymentWays', 'mrc', { merchantId: idOf('mrc', 'dapur'), cod: null, version: 1 }),
    'PaymentWaysChanged',
  ],
  [
    'terms of bringing',
    undefined,
    item('DeliveryTerms', 'mrc', { merchantId: idOf('mrc', 'dapur'), courier: null, version: 1 }),
    'DeliveryTermsChanged',
  ],
  ['a city', undefined, item('City', '35.73', malang()), 'CityChanged'],
  ['an owner who is to be visited', undefined, awaited({}), 'VisitAwaited'],
  [
    'an owner whom nobody met',
    awaited({}),
    awaited({ tried: true, notedAt: '2026-11-12T02:00:00.000Z' }),
    'VisitAwaited',
  ],
  ['a waiting owner of another name', awaited({}), awaited({ name: 'NAMA-BARU', district: '35.73.03' }), undefined],
  ['an owner who waits no longer', awaited({}), undefined, 'VisitAwaited'],
  ['a ranking policy', undefined, item('Policy', '2', { city: '35.73', version: 2 }), 'PolicyDecided'],
  ['a first ledger', undefined, pointer({}), 'LedgerMade'],
  ['another ledger', pointer({}), pointer({ ledgerVersion: 'b' }), 'LedgerMade'],
  ['a ledger that still holds', pointer({}), pointer({ at: '2026-11-10T02:15:00.000Z' }), undefined],
  ['a ledger that holds on the next day', pointer({}), pointer({ day: '2026-11-11' }), 'LedgerMade'],
  [
    'a ledger that holds in the evening, when the day has begun further east',
    pointer({}),
    pointer({ at: '2026-11-10T15:05:00.000Z' }),
    undefined,
  ],
  ['an item of a kind nobody knows', undefined, item('Nothing', 'x', { amount: 1 }), undefined],
];

describe('a change of a shop that is several at once', () => {
  const once = { ...verified, phone: '081300000001', ownerId: idOf('own', 'a'), name: 'Dapur', description: 'Enak' };
  const news = [
    { phone: '081300000002' },
    { ownerId: idOf('own', 'b') },
    { name: 'Dapur Baru' },
    { description: 'Enak sekali' },
    { proposed: { state: 'open', at } },
    { status: 'suspended' },
  ];
  const toldBy = (but: object) => {
    const [before, after] = [item('Merchant', 'mrc', once), item('Merchant', 'mrc', { ...once, ...but, version: 9 })];
    return eventOf({ before, after, at })?.type;
  };
  const listeners = (type: EventType | undefined) =>
    consumers.filter((consumer) => {
      const { hears = [], queues } = subscriptionOf(consumer);
      return type !== undefined && [...hears, ...(queues?.hears ?? [])].includes(type);
    });

  test('is heard by everybody who would hear one of them', () => {
    for (const one of news)
      for (const other of news)
        expect(listeners(toldBy({ ...one, ...other }))).toEqual(expect.arrayContaining(listeners(toldBy(one))));
  });
});

describe('a change of the table', () => {
  test.each(cases)('%s makes exactly its one event, or none', (_, before, after, type) => {
    const event = eventOf({ before, after, at });
    expect(event?.type).toBe(type);
    if (event) expect(eventTypes[event.type].safeParse(event.detail).success).toBe(true);
  });

  test.each(cases)('%s delivered twice is the same event with the same id', (_, before, after) => {
    const change = { before, after, at };
    expect(eventOf(structuredClone(change))).toEqual(eventOf(change));
    const later = eventOf({ ...change, at: '2026-11-11T02:00:00.000Z' });
    // A shelf turns to the same numbers again and again: there another time is another turn.
    if (later?.type !== 'ShelfTurned') expect(later?.detail.eventId).toBe(eventOf(change)?.detail.eventId);
  });

  test.each(cases)('%s lets nothing personal out', (_, before, after) => {
    expect(JSON.stringify(eventOf({ before, after, at }) ?? {})).not.toMatch(PRIVATE);
  });
});

describe('an event’s id', () => {
  test('is another for every step of one order’s life', () => {
    const ids = new Set<string>();
    let before: Item | undefined;
    for (const [place, state] of orderStates.entries()) {
      const after = order(orderIn(state, { version: place + 1 }));
      ids.add(eventOf({ before, after, at })?.detail.eventId ?? '');
      before = after;
    }
    expect(ids.size).toBe(orderStates.length);
  });
});

describe('what is announced of an order', () => {
  test('is where it stands, for whom and for how much, and nothing else', () => {
    const office = officeOrderIn('placed');
    expect(eventOf({ before: undefined, after: order(office), at })?.detail).toEqual({
      eventId: 'ORDER#ord#Order#1',
      version: 1,
      at: office.history.at(-1)?.at,
      orderId: office.orderId,
      merchantId: office.merchantId,
      agencyId: office.agencyId,
      cityCode: '35.73',
      state: 'placed',
      totalRupiah: 61_000,
      receivedRupiah: 0,
      orderVersion: 1,
    });
  });
});
