import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { followOrders as followPayments } from '../../../functions/payments/follow-orders.ts';
import { eraseAccounts } from '../../../functions/people/erase-accounts.ts';
import { followOrders } from '../../../functions/ranking/ledger/follow-orders.ts';
import type { World } from '../../../functions/world.ts';
import { worldFor } from '../../../infra/local/origin/guard.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { STAYS } from '../../../shared/domain/people/erasure-words.ts';
import { privateFile } from '../../../shared/domain/photos/private-link.ts';
import { type LedgerEntry, recentSalesAt } from '../../../shared/domain/ranking/ledger/recent-sales.ts';
import type { Item } from '../../../shared/table/engine/table.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveCodStanding } from '../../../shared/table/payments/payments.ts';
import { joins, proofOf } from '../../civil-servants.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { everything, QRIS, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const DAY = 86_400_000;
const person = 'ani-yang-pergi';
const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const confirm = { body: { confirm: 'HAPUS' as const } };

const erase = (world: World) => eraseAccounts(() => worldFor('people/erase-accounts', world))();
const follows = async ({ world }: Town, orderId: string) => {
  await hear(
    followPayments(() => world),
    ['OrderMoved', { orderId }],
  );
  await followOrders(() => world)({ detail: { orderId } } as never);
  await hear(
    tellPeople(() => world),
    ['OrderMoved', { orderId }],
  );
};
/** A world whose table takes so many writes and no more. */
const dyingAfter = (world: World, writes: number): World => {
  let left = writes;
  const send = ((command: { constructor: { name: string } }) => {
    const writing = /^(Put|Update|Delete|TransactWrite)/.test(command.constructor.name);
    if (writing && left === 0) return Promise.reject(new Error('the machine stopped'));
    left -= writing ? 1 : 0;
    return world.table.client.send(command as never);
  }) as World['table']['client']['send'];
  return { ...world, table: { ...world.table, client: { send } } };
};
type Cart = Parameters<Town['buys']>[3];
/** An order that came and is paid. */
const settled = async (town: Town, shop: Shop, product: Product, quantity: number, buyer: string, but: Cart = {}) => {
  const order = await town.buys(buyer, product, quantity, but);
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  const received = await town.receives(buyer, order);
  await follows(town, order.orderId);
  await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', {
    params: { orderId: order.orderId },
    body: { rupiah: received.totalRupiah },
  });
  await follows(town, order.orderId);
  return received;
};
/** V of the only owner, of all that lies in the table, under a rule that looks back as far as one may. */
const recentSales = (items: readonly Item[], at: string): number => {
  const entries = items.flatMap((item) => (item['type'] === 'LedgerEntry' ? [item['entry'] as LedgerEntry] : []));
  const rules = { windowDays: 365, cancelledDays: 90, freeRefusals: 0, provenOwners: 0, silenceDays: 365 };
  return recentSalesAt(entries, at, 1_000_000, rules);
};
/** Everything but who: what no erasure may move. */
const sumsOf = (items: readonly Item[]) => {
  const of = (type: string, ...names: string[]) =>
    items
      .filter((item) => item['type'] === type)
      .map((item) => JSON.stringify(names.map((name) => item[name])))
      .sort();
  return {
    orders: of('Order', 'orderId', 'state', 'totalRupiah', 'receivedRupiah', 'placedAt', 'lines', 'merchantId'),
    payments: of('Payment', 'orderId', 'state', 'dueRupiah', 'paidRupiah', 'returnRupiah', 'paidOn'),
    reviews: of('Review', 'reviewId', 'state', 'stars', 'merchantId', 'writtenAt'),
    ratings: of('MerchantRating', 'merchantId', 'ratingSum', 'ratingCount'),
    standings: items.filter(({ type }) => type === 'Standing'),
    stock: items.filter(({ type }) => type === 'Stock'),
    ledger: items
      .flatMap((item) => (item['type'] === 'LedgerEntry' ? [item['entry'] as Item] : []))
      .map(({ buyer: _, orderVersion: __, ...entry }) => JSON.stringify(entry))
      .sort(),
  };
};

describe('a person who has their data erased', () => {
  let clock: Clock;
  let town: Town;
  let shop: Shop;
  let orderIds: string[];
  let before: Item[];
  let proofFile: string;
  const files = memoryFiles();
  const said = ['+6281399990001', '0813-9999-0001', 'Jl. Kelud', 'Ani Lestari', 'Sedap sekali', 'pintu biru'];

  beforeAll(async () => {
    clock = testClock();
    town = await townOf(await testWorld({ now: clock.now, photos: files }));
    await town.founds(CITY);
    shop = await town.opens(CITY);
    const product = await town.offers(shop, { amount: 1000 });
    const contact = { name: 'Ani Lestari', phone: '0813-9999-0001' };
    const deliverTo = { address: 'Jl. Kelud 77', district: `${CITY}.02`, note: 'pintu biru' };
    const first = await settled(town, shop, product, 2, person, { contact, deliverTo });
    const second = await settled(town, shop, product, 3, person, { contact, deliverTo });
    const { photo } = await town.pictures(person, first, 'review');
    const { photoId } = await town.pictures(person, first, 'proof', 80);
    await town.as(person)('PUT /orders/{orderId}/review', {
      params: { orderId: first.orderId },
      body: { stars: 4, text: 'Sedap sekali', ...(photo ? { photo } : {}) },
    });
    await settled(town, shop, product, 1, 'budi');
    orderIds = [first.orderId, second.orderId];
    // Refused again and again, one buyer counts once in the shop’s recent sales.
    for (const quantity of [1, 1, 1]) {
      const refused = await town.buys(person, product, quantity, { contact, deliverTo });
      await town.moves(shop.owner, 'decline', refused);
      orderIds.push(refused.orderId);
    }
    for (const orderId of orderIds) await follows(town, orderId);
    await town.as(person)('POST /me/addresses', {
      body: {
        name: 'Rumah',
        recipient: 'Ani',
        phone: '0813-9999-0001',
        street: 'Jl. Kelud 77',
        district: `${CITY}.02`,
      },
    });
    await town.as(person)('POST /me/carts', {
      body: { name: 'Mingguan', lines: [{ merchantId: shop.merchantId, productId: product.productId, quantity: 2 }] },
    });
    await town.as(person)('PUT /me/devices', { body: { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys } });
    await town.invites(`merchant:${shop.merchantId}`, person, 'staff', shop.owner);
    const office = await town.seatsOffice(CITY);
    await joins(town, CITY, person, office.agencyId);
    // One proof that counts, one that waits, and a picture that was never sent.
    const accepted = await town.as(person)('POST /me/purchase-proofs', { body: await proofOf(town, person) });
    await town.as(town.adminOf(CITY))('POST /cities/{city}/purchase-proofs/{proofId}/decide', {
      params: { city: CITY, proofId: accepted.proofId },
      body: { decision: 'accept' },
    });
    await town.as(person)('POST /me/purchase-proofs', { body: await proofOf(town, person) });
    await proofOf(town, person);
    await town.as(person)('POST /merchants/{merchantId}/products/{productId}/reports', {
      params: { merchantId: shop.merchantId, productId: product.productId },
      body: { kind: 'other' },
    });
    proofFile = privateFile(first.orderId, photoId, 'whole');
    await town.as(person)('GET /me/data', { query: {} });
    before = await everything(town.world);
  });

  test('is told what goes and what stays, and what stands in the way with the way to mend it', async () => {
    const told = await town.as(person)('GET /me/erasure');
    expect(told).toMatchObject({ state: 'none', obstacles: [] });
    expect(told.stays.every(({ reason }) => reason.length > 10)).toBe(true);
    const product = await town.offers(shop, { amount: 10 });
    const open = await town.buys('candra', product);
    const { obstacles } = await town.as('candra')('GET /me/erasure');
    expect(obstacles).toMatchObject([{ kind: 'order', link: `/pesanan/${open.orderId}` }]);
    const owner = await town.as(shop.owner)('GET /me/erasure');
    expect(owner.obstacles).toMatchObject([
      { kind: 'seat', link: `/toko-saya/?toko=${shop.merchantId}`, scope: `merchant:${shop.merchantId}` },
    ]);
    expect(await refusalOf(town.as()('POST /me/erasure', confirm))).toMatchObject({ status: 401 });
    for (const who of ['candra', shop.owner])
      expect(await refusalOf(town.as(who)('POST /me/erasure', confirm))).toMatchObject({ code: 'erasure_hindered' });
    before = await everything(town.world);
  });

  test('asks once, orders and takes no role while it waits, and is as before when it is taken back', async () => {
    const asked = await town.as(person)('POST /me/erasure', confirm);
    expect(asked).toMatchObject({ state: 'waiting' });
    const notified = async () => {
      const about = { person, askedAt: asked.askedAt ?? '' };
      await hear(
        tellPeople(() => town.world),
        ['ErasureMoved', about],
      );
      const { items } = await town.as(person)('GET /me/notices', { query: {} });
      return items.filter(({ title }) => title === 'Akun Anda diminta dihapus').map(({ link }) => link);
    };
    // Whoever asked may have been somebody else with their session.
    expect(await notified()).toEqual(['/akun/hapus']);
    clock.pass(DAY);
    expect(await town.as(person)('POST /me/erasure', confirm)).toEqual(asked);
    await erase(town.world);
    const product = await town.offers(shop, { amount: 10 });
    expect(await refusalOf(town.buys(person, product))).toMatchObject({ code: 'erasure_asked' });
    const seat = town.consents(`merchant:${shop.merchantId}`, person);
    expect(await refusalOf(seat)).toMatchObject({ code: 'erasure_asked' });
    await town.as(person)('DELETE /me/erasure');
    await town.as(person)('DELETE /me/erasure');
    expect(await notified()).toEqual([]);
    expect(await town.as(person)('GET /me/erasure')).toMatchObject({ state: 'none', dueAt: null });
    const order = await town.buys(person, product);
    await town.as(person)('POST /orders/{orderId}/cancel', {
      params: { orderId: order.orderId },
      body: { reason: 'Jl. Kelud 77' },
    });
    await follows(town, order.orderId);
    orderIds.push(order.orderId);
    before = await everything(town.world);
  });

  test('is nowhere afterwards but where the list says, and no total has moved', async () => {
    await town.as(person)('POST /me/erasure', confirm);
    clock.pass(3 * DAY);
    expect((await files.get(proofFile))?.length).toBeGreaterThan(0);
    // A run that dies after one write, after two, after three …, each going on from what is left.
    for (let writes = 1; (await town.as(person)('GET /me/erasure')).state !== 'none'; writes++) {
      await erase(dyingAfter(town.world, writes)).catch(() => undefined);
      expect(writes).toBeLessThan(40);
    }
    await erase(town.world);
    expect((await files.get(proofFile))?.length).toBe(0);
    const after = await everything(town.world);
    expect(sumsOf(after)).toEqual(sumsOf(before));
    expect(recentSales(after, clock.now())).toBe(recentSales(before, clock.now()));
    const own = after.filter((item) => [item['pk'], item['l1pk'], item['l2pk']].includes(`PERSON#${person}`));
    expect(own).toEqual([]);
    // An act of the city’s chain names whom a seat was offered; a day’s count runs out by itself.
    const named = after.filter((item) => JSON.stringify(item).includes(person));
    expect([...new Set(named.map(({ type }) => type))].sort()).toEqual(['AuditEntry', 'DailyCount']);
    const text = JSON.stringify(after.filter(({ type }) => type !== 'Notice'));
    for (const word of said) expect(text).not.toContain(word);
    expect(STAYS.map(({ what }) => what).join()).toContain('tindakan Anda');
    const copy = await town.as(person)('GET /me/data', { query: {} });
    const proofs = after.filter(({ type }) => type === 'PurchaseProof');
    expect(proofs).toMatchObject([{ state: 'accepted', nipKey: 'erased' }]);
    expect(copy).toMatchObject({
      orders: [],
      about: { notices: [], devices: [], savedCarts: [], purchaseProofs: [], goodsReports: [] },
    });
  });

  test('is another in each order, which nobody links to the others, once their time is over', async () => {
    const buyersOf = (items: readonly Item[]) => {
      const orders = items.filter(({ type, orderId }) => type === 'Order' && orderIds.includes(String(orderId)));
      const entries = items.flatMap((item) => (item['type'] === 'LedgerEntry' ? [item['entry'] as Item] : []));
      return {
        names: orders.map(({ buyer }) => String(buyer)),
        keyed: orders.flatMap(({ buyerKey }) => buyerKey ?? []),
        ledger: entries.filter(({ orderId }) => orderIds.includes(String(orderId))).map(({ buyer }) => buyer),
      };
    };
    const soon = buyersOf(await everything(town.world));
    expect(new Set(soon.names).size).toBe(orderIds.length);
    expect(soon.names.every((name) => name.startsWith('erased_'))).toBe(true);
    // So long a buyer who comes again and again is one buyer to the questions of integrity.
    expect(new Set(soon.ledger).size).toBe(1);
    clock.pass(120 * DAY);
    await erase(town.world);
    const between = await everything(town.world);
    expect(buyersOf(between).keyed).toHaveLength(3);
    expect(recentSales(between, clock.now())).toBe(recentSales(before, clock.now()));
    clock.pass(280 * DAY);
    await erase(town.world);
    const late = buyersOf(await everything(town.world));
    expect(late.keyed).toEqual([]);
    expect(new Set(late.ledger).size).toBe(late.ledger.length);
    expect(sumsOf(await everything(town.world))).toEqual(sumsOf(before));
  });

  test('comes back to an empty account, and reads or reviews no former order', async () => {
    const [orderId = ''] = orderIds;
    const body = { stars: 1, text: 'Lagi' };
    // One after the other: a refusal that comes before anybody waits for it is an error of the run.
    for (const asks of [
      () => town.as(person)('GET /orders/{orderId}', { params: { orderId } }),
      () => town.as(person)('PUT /orders/{orderId}/review', { params: { orderId }, body }),
    ])
      expect(await refusalOf(asks())).toMatchObject({ code: 'order_not_found' });
    const product = await town.offers(shop, { amount: 10 });
    await town.buys(person, product);
    expect((await town.as(person)('GET /me/data', { query: {} })).orders).toHaveLength(1);
  });
});

describe('what an erasure does not open', () => {
  test('cash on delivery stays closed, and a shop somebody left stays theirs for a year', async () => {
    const clock = testClock();
    const town = await townOf(await testWorld({ now: clock.now, photos: memoryFiles() }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    await town.seats(`merchant:${shop.merchantId}`, 'dewi', 'staff', shop.owner);
    await town.as('dewi')('DELETE /scopes/{scope}/members/{person}', {
      params: { scope: `merchant:${shop.merchantId}`, person: 'dewi' },
    });
    const at = clock.now();
    const refusals = ['a', 'b'].map((letter) => ({ orderId: `ord_${letter.repeat(26)}`, at }));
    await commit(town.world.table, [saveCodStanding({ person: 'dewi', cityCode: CITY, refusals, version: 1 })]);
    const closed = () => town.as('dewi')('GET /cities/{city}/cash-on-delivery', { params: { city: CITY } });
    const { closedUntil } = await closed();
    expect(closedUntil).not.toBeNull();
    await town.as('dewi')('POST /me/erasure', confirm);
    clock.pass(3 * DAY);
    await erase(town.world);
    expect((await closed()).closedUntil).toBe(closedUntil);
    const left = (await everything(town.world)).filter(({ pk }) => pk === 'PERSON#dewi');
    expect(left.map(({ type }) => type).sort()).toEqual(['CodStanding', 'LeftSeat', 'PersonSeats']);
    expect(left.every(({ ttl }) => Number(ttl) > Date.parse(clock.now()) / 1000)).toBe(true);
    expect(JSON.stringify(left)).not.toContain('aaaaaa');
    const product = await town.offers(shop, { amount: 10 });
    const order = await settled(town, shop, product, 1, 'dewi');
    const review = { params: { orderId: order.orderId }, body: { stars: 5 } };
    expect(await refusalOf(town.as('dewi')('PUT /orders/{orderId}/review', review))).toMatchObject({
      code: 'own_review',
    });
    await town.seats(`merchant:${shop.merchantId}`, 'dewi', 'staff', shop.owner);
    const seats = (await everything(town.world)).find(({ pk, sk }) => pk === 'PERSON#dewi' && sk === 'SEATS');
    expect(seats?.['ttl']).toBeUndefined();
  });

  test('an order or a role that comes at the same moment stands, or the erasure does: never both', async () => {
    const clock = testClock();
    const town = await townOf(await testWorld({ now: clock.now }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { amount: 1000 });
    const done = (work: Promise<unknown>) =>
      work.then(
        () => true,
        () => false,
      );
    let people = 0;
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), async (orders, first) => {
        people += 1;
        const who = `racer-${people}`;
        const scope = `merchant:${shop.merchantId}`;
        if (!orders) await town.invites(scope, who, 'staff', shop.owner);
        const takes = () => done(orders ? town.buys(who, product) : town.consents(scope, who));
        const leaves = () => done(town.as(who)('POST /me/erasure', confirm));
        const [one, two] = await Promise.all(first ? [takes(), leaves()] : [leaves(), takes()]);
        expect([one, two].filter(Boolean)).toHaveLength(1);
      }),
      { numRuns: 10 },
    );
  });

  test('money that is owed waits for its buyer, also when it comes up during the three days', async () => {
    const clock = testClock();
    const town = await townOf(await testWorld({ now: clock.now, photos: memoryFiles() }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
      params: { merchantId: shop.merchantId },
      body: { cod: null, qris: QRIS, transfer: false },
    });
    const order = await town.sells(shop, await town.offers(shop), 1, 'eka');
    const at = { params: { orderId: order.orderId } };
    await follows(town, order.orderId);
    const kinds = async () => (await town.as('eka')('GET /me/erasure')).obstacles.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['money']);
    expect(await refusalOf(town.as('eka')('POST /me/erasure', confirm))).toMatchObject({ code: 'erasure_hindered' });
    // Who says they paid does not get away at once, nor does a shop that says nothing hold them for ever.
    await town.as('eka')('PUT /orders/{orderId}/payment/way', { ...at, body: { way: 'qris' } });
    await town.as('eka')('POST /orders/{orderId}/payment/claim', { ...at, body: {} });
    expect(await kinds()).toEqual(['money']);
    clock.pass(31 * DAY);
    await town.as('eka')('POST /me/erasure', confirm);
    await town.as(shop.owner)('POST /orders/{orderId}/payment/not-find', { ...at, body: { reason: 'Belum ada' } });
    clock.pass(3 * DAY);
    await erase(town.world);
    expect(await town.as('eka')('GET /me/erasure')).toMatchObject({ state: 'waiting', obstacles: [{ kind: 'money' }] });
    const body = { rupiah: order.totalRupiah };
    await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', { ...at, body });
    clock.pass(DAY);
    await erase(town.world);
    expect(await town.as('eka')('GET /me/erasure')).toMatchObject({ state: 'none' });
    expect(JSON.stringify(await everything(town.world))).not.toContain('"eka"');
  });
});
