import { beforeAll, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../../events/contract.ts';
import { askMonth } from '../../functions/integrity/ask-month.ts';
import { callMonths } from '../../functions/integrity/call-months.ts';
import type { World } from '../../functions/world.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { askedOf } from '../../shared/domain/integrity/ask-and-close.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { getLook } from '../../shared/table/integrity/questions.ts';
import { getLedgerPointer } from '../../shared/table/ranking/ledgers.ts';
import { closeCity } from '../close-city.ts';
import { memoryFiles } from '../engine.ts';
import { asksQuestion } from '../integrity-question.ts';
import { everything, type Office, refusalOf, refusedWithoutTrace } from '../market.ts';
import { CITY, type Stall, stallsOf } from './ranking/stalls.ts';

const MONTH = '2026-11';
const files = memoryFiles();
type Stalls = Awaited<ReturnType<typeof stallsOf>>;
let stalls: Stalls;
let office: Office;

const buys = async ({ shop, product }: Stall, quantity: number, but: object = {}): Promise<Order> => {
  const { town, follow } = stalls;
  const order = await town.orders(office, product, quantity, but);
  await town.moves(office.approver, 'approve', order);
  await town.moves(shop.owner, 'accept', order);
  await follow(order.orderId);
  return order;
};
/** An office that chooses one shop again and again, from a list in which others passed too. */
const returns = async (loyal: Office, { shop, product }: Stall): Promise<void> => {
  const { town, clock, list, follow } = stalls;
  for (let time = 0; time < 5; time++) {
    clock.pass(3_600_000);
    const { items } = await list({ limit: 50 });
    const token = items.find(({ productId }) => productId === product.productId)?.choiceToken;
    if (token === undefined) throw new Error('the list offers no choice');
    const cart = town.cart([{ product, quantity: 5 }], { agency: town.purposeOf(loyal) });
    const shops = cart.shops.map((one) => ({
      ...one,
      lines: one.lines.map((line) => ({ ...line, choice: { token } })),
    }));
    const [order] = await town.places(loyal.buyer, { ...cart, shops });
    if (!order) throw new Error('no order was placed');
    await town.moves(loyal.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await follow(order.orderId);
  }
};
const call = { eventId: 'call', version: 1, at: '2026-12-02T00:00:00.000Z', cityCode: CITY, month: MONTH };
const looks = (world: World, month = MONTH) =>
  askMonth(() => world)({ Records: [{ body: JSON.stringify({ detail: { ...call, month } }) }] });
const admin = () => stalls.town.as(stalls.town.adminOf(CITY));
const questions = async (query: object = {}) =>
  (await admin()('GET /cities/{city}/integrity-questions', { params: { city: CITY }, query: { limit: 100, ...query } }))
    .items;
const closes = (questionId: string, reason = 'Pemilik menjelaskan dengan nota.', by = stalls.town.adminOf(CITY)) =>
  stalls.town.as(by)('POST /cities/{city}/integrity-questions/{questionId}/outcome', {
    params: { city: CITY, questionId },
    body: { outcome: 'explained', reason },
  });

beforeAll(async () => {
  stalls = await stallsOf([18_000, 18_100, 18_200, 18_300, 18_400, 18_500], { files });
  const { town, clock, refresh, world, opens } = stalls;
  office = await town.seatsOffice(CITY, 900_000_000);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  // One need cut in two under ten million, and a price far from the others.
  const wide = await opens();
  const cut = await town.offers(wide, { priceRupiah: 18_000, amount: 100_000 });
  clock.pass(2 * 86_400_000);
  await buys({ shop: wide, product: cut }, 530);
  clock.pass(86_400_000);
  await buys({ shop: wide, product: cut }, 540);
  clock.pass(3_600_000);
  const dear = await opens();
  const box = await town.offers(dear, { priceRupiah: 40_000, amount: 1_000 });
  await buys({ shop: dear, product: box }, 30);
  await returns(await town.seatsOffice(CITY, 900_000_000), stalls.stall(5));
  await refresh();
  clock.set('2026-12-02T09:00:00.000+07:00');
  // Three owners with one odd figure.
  for (const { shop } of [stalls.stall(0), stalls.stall(1), stalls.stall(2)])
    await town.as(shop.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId: shop.merchantId, month: MONTH },
      body: { outside: [{ channel: 'event', rupiah: 1_234_567 }] },
    });
  await closeCity(world, files, CITY, { month: MONTH, phase: 'preliminary', takenAt: clock.now() });
  await looks(world);
});

describe('a look at a month', () => {
  test('asks about one need cut in two, a price far from like goods, and a report that three owners share', async () => {
    const open = await questions();
    const split = open.find(({ rule }) => rule === 'split-packages');
    expect(split?.question).toMatch(
      /memesan Nasi kotak rapat 2 kali dalam 2 hari, masing-masing di bawah Rp10\.000\.000/,
    );
    expect(split?.facts.find(({ label }) => label === 'Jumlah semuanya')?.value).toBe('Rp19.260.000');
    expect(split?.orderIds).toHaveLength(2);
    expect(open.map(({ rule }) => rule)).toContain('far-price');
    const shared = open.find(({ rule }) => rule === 'shared-report');
    expect(shared?.question).toMatch(/melaporkan angka yang persis sama, Rp1\.234\.567/);
    expect(shared?.merchantIds).toHaveLength(3);
  });

  test('asks about a pair by the list the office saw: how many passed in it is read with the order', async () => {
    const pair = (await questions({ rule: 'repeated-pair' }))[0];
    expect(pair?.question).toMatch(/memesan di Dapur 0006 5 kali dari 5/);
    expect(pair?.facts.find(({ label }) => label === 'Usaha yang lolos')?.value).toBe('7 pemilik');
    expect(pair?.facts.find(({ label }) => label.startsWith('Peluang'))?.value).toBe('1 banding 17.000');
  });

  test('made again, late or twice at once, asks and counts nothing twice', async () => {
    const before = (await everything(stalls.world)).filter(({ type }) => String(type).startsWith('Integrity'));
    expect(await looks(stalls.world)).toEqual({ asked: 0 });
    const forgets = { ...stalls.world, cache: new Map() };
    await closeCity(forgets, files, CITY, { month: MONTH, phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' });
    await Promise.all([looks(forgets), looks(forgets)]);
    const after = (await everything(stalls.world)).filter(({ type }) => String(type).startsWith('Integrity'));
    const without = (items: typeof before) => items.filter(({ type }) => type !== 'IntegrityLook');
    expect(without(after)).toEqual(without(before));
    expect((await getLook(stalls.world.table, CITY, MONTH))?.revision).toBeGreaterThan(1);
  });

  test('of a month that is not closed, or a city that is not there, asks nothing', async () => {
    expect(await looks(stalls.world, '2026-12')).toEqual({ asked: 0 });
    const elsewhere = { detail: { ...call, cityCode: '99.99' } };
    expect(await askMonth(() => stalls.world)({ Records: [{ body: JSON.stringify(elsewhere) }] })).toEqual({
      asked: 0,
    });
  });

  test('is asked for by its queue, or by the bus itself as on one machine', async () => {
    const event = { 'detail-type': 'IntegrityDue', detail: { ...call, month: '2026-12' } };
    const ask = askMonth(() => stalls.world);
    expect(await ask(event)).toEqual({ asked: 0 });
    expect(await ask({ Records: [{ body: JSON.stringify(event) }] })).toEqual({ asked: 0 });
    await expect(ask({ Records: [] })).rejects.toThrow();
  });

  test('is called for by itself, for the month before, a city each', async () => {
    const events: MarketEvent[] = [];
    await callMonths(() => ({ ...stalls.world, publish: async (event) => void events.push(event) }))();
    expect(events.map(({ type, detail }) => [type, 'month' in detail && detail.month])).toEqual([
      ['IntegrityDue', MONTH],
    ]);
  });

  test('moves no rank: the ledger stays, and nothing is written but questions and the trail', async () => {
    const { world, refresh } = stalls;
    const version = async () => {
      await refresh();
      return (await getLedgerPointer(world.table, CITY))?.ledgerVersion;
    };
    const others = async () =>
      (await everything(world)).filter(({ type }) => !/^(Integrity|Audit|Act)/.test(String(type)));
    const [ledger, before] = [await version(), await others()];
    await asksQuestion(world, CITY, { rule: 'repeated-pair' });
    for (const { questionId } of await questions()) await closes(questionId);
    expect(await others()).toEqual(before);
    expect(await version()).toBe(ledger);
  });
});

describe('a question', () => {
  test('is closed once, with an outcome and a reason, and counted for its rule', async () => {
    const { questionId } = await asksQuestion(stalls.world, CITY, { rule: 'report-jump' });
    const closed = await closes(questionId);
    expect(closed).toMatchObject({ state: 'closed', closed: { outcome: 'explained', by: stalls.town.adminOf(CITY) } });
    expect(await closes(questionId)).toEqual(closed);
    expect((await refusalOf(closes(questionId, 'Alasan lain'))).code).toBe('version_mismatch');
    const { items, looked } = await admin()('GET /cities/{city}/integrity-rules', { params: { city: CITY } });
    expect(items.find(({ rule }) => rule === 'report-jump')).toMatchObject({ asked: 1, explained: 1, precision: 0 });
    expect(looked).toMatchObject({ month: MONTH });
  });

  test('is told, once it is closed, to whom it was about in their own record, and to nobody else', async () => {
    const shop = stalls.stall(0).shop;
    const { questionId } = await asksQuestion(stalls.world, CITY, { merchantIds: [shop.merchantId] });
    const about = async (person: string) =>
      (await stalls.town.as(person)('GET /me/audit', { query: { side: 'about-me' } })).items.filter(
        ({ act, subjects }) => act === 'integrity-closed' && subjects.includes(questionId),
      );
    expect(await about(shop.owner)).toEqual([]);
    await closes(questionId);
    expect(await about(shop.owner)).toMatchObject([{ details: { rule: 'same-report', outcome: 'explained' } }]);
    expect(await about(stalls.stall(1).shop.owner)).toEqual([]);
  });

  test('about several people is an entry in each one’s record, and the chain stays whole', async () => {
    const shops = [0, 1, 2].map((index) => stalls.stall(index).shop);
    const { questionId } = await asksQuestion(stalls.world, CITY, {
      merchantIds: shops.map(({ merchantId }) => merchantId),
    });
    await closes(questionId);
    const { items } = await admin()('GET /cities/{city}/audit', { params: { city: CITY }, query: { limit: 3 } });
    expect(new Set(items.map(({ person }) => person))).toEqual(new Set(shops.map(({ owner }) => owner)));
    expect(items[0]?.previous).toBe(items[1]?.hash);
  });

  test('is not closed by an officer it is about', async () => {
    const { town, world, stall } = stalls;
    await town.seats(`city:${CITY}`, stall(3).shop.owner, 'city-admin', town.adminOf(CITY));
    const own = await asksQuestion(world, CITY, { merchantIds: [stall(3).shop.merchantId] });
    const refusal = await refusedWithoutTrace(world, () =>
      closes(own.questionId, 'Tidak apa-apa.', stall(3).shop.owner),
    );
    expect(['own_order', 'own_shop']).toContain(refusal.code);
    // Nor by who wrote down the visits it asks about; it stands in their own record.
    const visits = await asksQuestion(world, CITY, { rule: 'many-visits', officers: [stall(3).shop.owner] });
    const own2 = () => closes(visits.questionId, 'Semua saya datangi.', stall(3).shop.owner);
    expect((await refusedWithoutTrace(world, own2)).code).toBe('own_order');
    await closes(visits.questionId, 'Sinyal hilang tiga hari.');
    // However many it is about: only the first of them are told.
    const many = Array.from({ length: 12 }, (_, at) => `petugas-${at}`);
    const circle = await asksQuestion(world, CITY, { rule: 'many-visits', officers: [...many, stall(3).shop.owner] });
    const own3 = () => closes(circle.questionId, 'Semua saya datangi.', stall(3).shop.owner);
    expect((await refusedWithoutTrace(world, own3)).code).toBe('own_order');
    const mine = await town.as(stall(3).shop.owner)('GET /me/audit', { query: { side: 'about-me', limit: 3 } });
    expect(mine.items[0]).toMatchObject({ act: 'integrity-closed', details: { rule: 'many-visits' } });
  });

  test('keeps all it is about, and is not closed by the last of them or by who works for its office', async () => {
    const { town, world, stall } = stalls;
    const shops = [...Array.from({ length: 24 }, () => `mrc_${'0'.repeat(26)}`), stall(4).shop.merchantId];
    const officers = Array.from({ length: 25 }, (_, at) => `petugas-${at}`);
    const finding = { rule: 'shared-report', subject: 'x', question: 'Apakah?', facts: [], weight: 1 } as const;
    const asked = askedOf(
      { ...finding, agencyId: null, merchantIds: shops, orderIds: shops.map((_, at) => `ord_${at}`), officers },
      { questionId: world.newId('itg'), cityCode: CITY, month: MONTH, at: world.now() },
    );
    expect([asked.merchantIds, asked.officers, asked.orderIds.length]).toEqual([shops, officers, 25]);
    await town.seats(`city:${CITY}`, stall(4).shop.owner, 'city-admin', town.adminOf(CITY));
    const { questionId } = await asksQuestion(world, CITY, { merchantIds: shops });
    const last = () => closes(questionId, 'Tidak apa-apa.', stall(4).shop.owner);
    expect(['own_order', 'own_shop']).toContain((await refusedWithoutTrace(world, last)).code);
    await closes(questionId);
    const other = await town.seatsOffice(CITY, 1_000_000);
    await town.seats(`agency:${other.agencyId}`, stall(4).shop.owner, 'treasurer', other.approver);
    const ofOffice = await asksQuestion(world, CITY, { rule: 'few-owners', agencyId: other.agencyId });
    const theirs = () => closes(ofOffice.questionId, 'Tidak apa-apa.', stall(4).shop.owner);
    expect((await refusedWithoutTrace(world, theirs)).code).toBe('own_order');
  });

  test('of another city is not there, and the inspectorate reads without answering', async () => {
    const { town, world } = stalls;
    const { questionId } = await asksQuestion(world, '35.78');
    expect((await refusalOf(closes(questionId))).code).toBe('integrity_question_not_found');
    const read = await town.as('inspektur')('GET /cities/{city}/integrity-questions', { params: { city: CITY } });
    expect(read.items.length).toBeGreaterThan(0);
    const mine = await asksQuestion(world, CITY);
    expect((await refusalOf(closes(mine.questionId, 'Baik.', 'inspektur'))).code).toBe('not_allowed');
  });
});

describe('an office’s order', () => {
  const asked = async (product: Product, quantity: number, but: object = {}) => {
    const order = await stalls.town.orders(office, product, quantity, but);
    const read = (person: string) =>
      stalls.town.as(person)('GET /orders/{orderId}/integrity-questions', { params: { orderId: order.orderId } });
    return { order, read };
  };

  test('is asked about at once, and goes its way all the same', async () => {
    const { town, opens } = stalls;
    const shop = await opens({ phone: '0812-9999-0001' });
    const product = await town.offers(shop, { priceRupiah: 19_500, amount: 100_000 });
    const contact = { name: 'Ani', phone: '0812-9999-0001' };
    const { order, read } = await asked(product, 500, { contact });
    const { items } = await read(office.buyer);
    expect(items.map(({ rule }) => rule)).toEqual(['split-packages', 'new-product', 'both-sides']);
    expect(items[0]?.question).toMatch(/Jumlahnya Rp9\.750\.000, sedikit di bawah batas Rp10\.000\.000/);
    expect(JSON.stringify(order)).not.toContain('asked');
    await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
  });

  test('keeps its office’s first answer, which its shop does not see', async () => {
    const { town, stall } = stalls;
    const { shop, product } = stall(4);
    const { phone } = await town.as(shop.owner)('GET /merchants/{merchantId}/file', { params: shop });
    const { order, read } = await asked(product, 5, { contact: { name: 'Ani', phone } });
    const answers = (answer: string, by = office.buyer, rule = 'both-sides' as const) =>
      town.as(by)('POST /orders/{orderId}/integrity-answers', { params: order, body: { rule, answer } });
    const { items } = await answers('Nomor kantor bersama.');
    expect(items[0]).toMatchObject({ rule: 'both-sides', answer: { text: 'Nomor kantor bersama.', by: office.buyer } });
    expect(await answers('Nomor kantor bersama.')).toEqual({ items });
    expect((await refusalOf(answers('Lain lagi.'))).code).toBe('already_answered');
    expect((await refusalOf(answers('Apa?', office.buyer, 'far-price' as never))).code).toBe(
      'integrity_question_not_found',
    );
    expect((await refusalOf(answers('Milik saya.', shop.owner))).code).toBe('order_not_found');
    expect((await refusalOf(read(shop.owner))).code).toBe('order_not_found');
    expect(await read(office.treasurer)).toEqual({ items });
  });

  test('of a person is never asked about', async () => {
    const { town, stall } = stalls;
    const { shop, product } = stall(5);
    const { phone } = await town.as(shop.owner)('GET /merchants/{merchantId}/file', { params: shop });
    const order = await town.buys('ani', product, 1, { contact: { name: 'Ani', phone } });
    const asked = await refusalOf(
      town.as('ani')('GET /orders/{orderId}/integrity-questions', { params: { orderId: order.orderId } }),
    );
    expect(asked.code).toBe('order_not_found');
  });
});
