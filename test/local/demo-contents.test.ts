import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDemo, type Demo } from '../../infra/local/demo/build.ts';
import { partOf } from '../../infra/local/demo/places.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { parsedOnce } from '../../infra/local/memory/parsed.ts';
import type { BudgetLine } from '../../shared/domain/agencies/budget-line.ts';
import type { Act } from '../../shared/domain/audit/act.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { PaymentWay } from '../../shared/domain/basics/payment-way.ts';
import type { Application } from '../../shared/domain/capital/application.ts';
import type { Opening } from '../../shared/domain/capital/opening.ts';
import { isIntact } from '../../shared/domain/capital/pack/signed-pack.ts';
import type { MarketDay } from '../../shared/domain/centres/market-day.ts';
import type { CentreSale } from '../../shared/domain/centres/sale.ts';
import type { Complaint } from '../../shared/domain/complaints/complaint.ts';
import { type ComplaintState, stateWords } from '../../shared/domain/complaints/states.ts';
import { Bringer, type Delivery, DeliveryState } from '../../shared/domain/deliveries/delivery.ts';
import { isEnd } from '../../shared/domain/deliveries/delivery-states.ts';
import { earnedFee } from '../../shared/domain/deliveries/order-delivery.ts';
import type { IntegrityQuestion } from '../../shared/domain/integrity/question.ts';
import type { PersonNotice } from '../../shared/domain/notices/notice.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { OrderState } from '../../shared/domain/orders/order-states.ts';
import type { Paper, PaperSettings } from '../../shared/domain/papers/paper.ts';
import type { Agreement } from '../../shared/domain/partners/agreement.ts';
import type { Feed } from '../../shared/domain/partners/feeds/feed.ts';
import type { UsabilityTally } from '../../shared/domain/partners/usability.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { PaymentState } from '../../shared/domain/payments/payment-states.ts';
import { readShopQris } from '../../shared/domain/payments/qris/qris.ts';
import type { PaymentWays } from '../../shared/domain/payments/ways.ts';
import type { Membership } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { Appeal } from '../../shared/domain/ranking/list/appeal.ts';
import type { Merchant } from '../../shared/domain/register/merchant.ts';
import type { Review } from '../../shared/domain/reviews/review.ts';
import type { ShopYear } from '../../shared/domain/spending/shop-year.ts';
import type { Story } from '../../shared/domain/stories/story.ts';
import type { OfficeMonth } from '../../shared/domain/targets/participation.ts';
import type { VisitTask } from '../../shared/domain/visits/task.ts';
import type { Visit } from '../../shared/domain/visits/visit.ts';
import { fromItem } from '../../shared/table/engine/card.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import type { PaymentNoticeRecord } from '../../shared/table/payments/notices.ts';
import { memoryFiles } from '../engine.ts';

const signs = { signer: signerOf('s'), origin: 'https://pasar.test' };

/** One city, a fifth of its shops, four months and some days: what every state needs is told, not left to chance. */
const small = { cities: partOf(0.2, ['35.73']), months: 4 };

type Item = Record<string, unknown> & { type: string };
let dir: string;
let demo: Demo;
let items: Item[];
const every = <T>(type: string): T[] => items.filter((item) => item.type === type) as unknown as T[];
const ordersOf = (person: string) => every<Order>('Order').filter(({ buyer }) => buyer === person);
const paymentsOf = (person: string) => every<Payment>('Payment').filter(({ buyer }) => buyer === person);

const build = async (until: string): Promise<Item[]> => {
  const memory = new MemoryTable('contents');
  const table: Table = { client: memory.client, name: memory.name, pause: async () => undefined, parsed: parsedOnce() };
  demo = await buildDemo({ table, secret: 's', files: memoryFiles(), ...signs, until, dir, report: () => {} }, small);
  return [...memory.all()].map((item) => fromItem(item) as Item);
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'contents-'));
  items = await build('2026-11-13T12:34:56.000Z');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('the demo', () => {
  test('has an order in every state', () => {
    expect(demo.summary.missing).toEqual([]);
    expect(new Set(every<Order>('Order').map(({ state }) => state))).toEqual(new Set(OrderState.options));
  });

  test('has counted what offices bought, to the rupiah, and who of them took part', () => {
    const bought = every<Order>('Order').filter(({ agencyId }) => agencyId !== null);
    const delivered = bought.reduce((sum, order) => sum + order.receivedRupiah + earnedFee(order), 0);
    const rows = every<ShopYear>('ShopYear');
    expect(rows.reduce((sum, { deliveredRupiah }) => sum + Number(deliveredRupiah), 0)).toBe(delivered);
    const paid = every<Payment>('Payment').filter(({ agencyId, state }) => agencyId !== null && state === 'confirmed');
    const days = rows.flatMap(({ paidAfterDays }) => Object.values(paidAfterDays));
    expect(days.reduce((sum, orders) => sum + orders, 0)).toBe(paid.filter((one) => one.handedOverAt !== null).length);
    expect(every('Procurement').length).toBeGreaterThan(0);
    expect(every<OfficeMonth>('OfficeMonth').some(({ participants }) => participants > 0)).toBe(true);
  });

  test('has two partners: a month corrected, one that came late, and fares beyond the corridor in one kecamatan', () => {
    expect(
      every<Agreement>('Agreement')
        .map(({ brand }) => brand)
        .sort(),
    ).toEqual(['Antar Cepat', 'Ojek Raya']);
    const feeds = every<Feed>('Feed');
    expect(feeds.filter(({ revision }) => revision === 2)).toHaveLength(1);
    expect(feeds.some(({ late }) => late)).toBe(true);
    const cells = feeds.flatMap(({ figures }) => (figures.kind === 'fares' ? figures.cells : []));
    expect(cells.filter(({ service, above }) => service === 'passenger' && above > 0)).toHaveLength(1);
  });

  test('has a story that everybody reads and one that waits for its owner, and what owners say of an app', () => {
    const stories = every<Story>('Story').map(({ published, proposal }) => [published !== null, proposal !== null]);
    expect(stories.sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    const [said, ...others] = every<UsabilityTally>('UsabilityTally');
    expect([said?.group, others]).toEqual(['merchant', []]);
    expect(said?.answers).toBeGreaterThan(0);
  });

  test('has a delivery in every end, and goods under way by each who brings them', () => {
    const deliveries = every<Delivery>('Delivery');
    const ends = DeliveryState.options.filter((state) => isEnd(state));
    expect(ends.filter((state) => !deliveries.some((one) => one.state === state))).toEqual([]);
    expect(new Set(deliveries.map(({ by }) => by))).toEqual(new Set(Bringer.options));
  });

  test('has a centre whose stalls were given, and an order that was fetched there', () => {
    const [market] = every<MarketDay>('MarketDay');
    const stalls = market?.roster?.rows.flatMap(({ stall }) => stall ?? []) ?? [];
    expect([every('Centre').length, stalls.length]).toEqual([1, Math.min(6, market?.applicants.length ?? 0)]);
    expect(stalls.length).toBeGreaterThan(2);
    expect(every<CentreSale>('CentreSale')).toHaveLength(1);
  });

  test('has a payment in every state, in every way, and from every purse', () => {
    const payments = every<Payment>('Payment');
    expect(PaymentState.options.filter((state) => !payments.some((one) => one.state === state))).toEqual([]);
    expect(PaymentWay.options.filter((way) => !payments.some((one) => one.way === way))).toEqual([]);
    const purses = new Set(payments.flatMap(({ treasury, state }) => (state === 'confirmed' && treasury?.kind) || []));
    expect(purses).toEqual(new Set(['UP/GU', 'LS', 'KKPD']));
    const byProvider = payments.filter(({ history }) => history.at(-1)?.by === 'provider:midtrans');
    expect(byProvider.map(({ state }) => state)).toContain('confirmed');
    expect(
      every<PaymentNoticeRecord>('PaymentNotice').map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`),
    ).toContain('parked amount');
  });

  test('lets payments follow their orders, and never take more than was ordered', () => {
    const orders = new Map(every<Order>('Order').map((order) => [order.orderId, order]));
    for (const { orderId, dueRupiah, paidRupiah, totalRupiah, state } of every<Payment>('Payment')) {
      const order = orders.get(orderId) as Order;
      expect(paidRupiah).toBeLessThanOrEqual(totalRupiah);
      if (order.state === 'received') expect(dueRupiah).toBe(order.receivedRupiah + earnedFee(order));
      if (['rejected', 'declined', 'lapsed'].includes(order.state)) expect(state).not.toBe('unpaid');
    }
  });

  test('says of every shop that sells how it takes its money, with a QRIS that is whole', () => {
    const ways = every<PaymentWays & { merchantId: string }>('PaymentWays');
    const sells = new Set(items.flatMap((item) => (item.type === 'Product' ? [item['merchantId']] : [])));
    expect(new Set(ways.map(({ merchantId }) => merchantId))).toEqual(sells);
    for (const { qris } of ways) if (qris) expect(readShopQris(qris).kind).toBe('static');
    expect(ways.every(({ cod, qris, transfer }) => cod !== null || qris !== null || transfer)).toBe(true);
  });

  test('has papers of offices, some packs whole as far as papers go, some waiting for somebody', () => {
    const kinds = new Set(every<Paper>('Paper').map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['surat-pesanan', 'nota', 'bast', 'bukti-bayar', 'pajak', 'kuitansi']));
    const packs = Map.groupBy(every<Paper>('Paper'), ({ orderId }) => orderId);
    const sizes = [...packs.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBe(6);
    expect(Math.min(...sizes)).toBe(1);
    // Whoever orders for an office is known there by name.
    const buyers = every<Membership>('Membership').filter(({ role }) => role === 'buyer');
    const named = buyers.filter(({ personName }) => personName !== undefined);
    expect(named).toHaveLength(every<PaperSettings>('PaperSettings').length);
    for (const { letterhead, signatories, npwp } of every<PaperSettings>('PaperSettings')) {
      expect(letterhead.government).toMatch(/^PEMERINTAH KOTA /);
      expect(signatories).toHaveLength(2);
      expect(npwp).toMatch(/^09\d{14}$/);
    }
  });

  test('has reviews from few stars to five, with replies, one hidden, one taken back, one that is reported', () => {
    const reviews = every<Review>('Review');
    expect(new Set(reviews.map(({ state }) => state))).toEqual(new Set(['shown', 'hidden', 'withdrawn']));
    expect(reviews.find(({ state }) => state === 'hidden')?.history.at(-1)?.reason).toMatch(/\.$/);
    expect(reviews.some(({ state, reports }) => state === 'shown' && reports.length > 0)).toBe(true);
    expect(reviews.some(({ reply }) => reply !== null)).toBe(true);
    expect(new Set(reviews.map(({ stars }) => stars)).size).toBeGreaterThanOrEqual(3);
  });

  test('gives the city something to answer: applications, a proposal, an objection, disputes, reports', () => {
    const shops = every<Merchant>('Merchant');
    expect(new Set(shops.map(({ status }) => status))).toEqual(
      new Set(['pending', 'returned', 'verified', 'suspended']),
    );
    expect(shops.some(({ proposed }) => proposed?.state === 'open')).toBe(true);
    expect(
      every<Appeal>('Appeal')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['answered', 'open']);
    expect(every('Dispute').length).toBeGreaterThan(1);
    expect(every<City>('City').every(({ helpPhone }) => helpPhone?.startsWith('+62812'))).toBe(true);
  });

  test('has a question of integrity that waits and one that was answered, and a rule that has a tally', () => {
    const questions = every<IntegrityQuestion>('IntegrityQuestion');
    const [open, closed] = [questions.filter((one) => one.closed === null), questions.filter((one) => one.closed)];
    expect(open.map(({ rule }) => rule)).toContain('same-report');
    expect(closed).toMatchObject([{ rule: 'same-report', closed: { outcome: 'explained' } }]);
    expect(every<Act>('AuditEntry').filter(({ act }) => act === 'integrity-closed')).toHaveLength(1);
  });

  test('has a complaint in every state, answered in words both ways', () => {
    const complaints = every<Complaint>('Complaint');
    const states = Object.keys(stateWords) as ComplaintState[];
    expect(states.filter((state) => !complaints.some((one) => one.state === state))).toEqual([]);
    expect(new Set(complaints.flatMap(({ answer }) => answer?.outcome ?? []))).toEqual(new Set(['fixed', 'not-fixed']));
    expect(complaints.filter(({ secret }) => secret)).toHaveLength(1);
  });

  test('has visits to make and made ones, and needs that wait for the city, an office, nobody, and again', () => {
    expect(new Set(every<Visit>('Visit').map(({ state }) => state))).toEqual(new Set(['planned', 'done']));
    expect(new Set(every<VisitTask>('VisitTask').map(({ state }) => state))).toEqual(
      new Set(['waiting', 'assigned', 'done', 'reopened']),
    );
  });

  test('has a pack that one bank opened and answered, and one that was withdrawn, with every look at it on record', () => {
    const openings = every<Opening>('Opening').sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(openings.map(({ outcome, bankName }) => [outcome, bankName])).toEqual([
      ['opened', 'BPR Tugu Artha'],
      ['opened', 'Bank Jatim'],
      ['refused', 'Bank Jatim'],
    ]);
    expect(openings.every(({ pack }) => !pack || (isIntact(pack) && pack.publicKey === signs.signer.publicKey))).toBe(
      true,
    );
    const [seen, left] = ['BPR Tugu Artha', 'Bank Jatim'].map((name) =>
      every<Application>('Application').find(({ bankName, consent }) => bankName === name && consent.openings > 0),
    );
    expect([seen?.state, seen?.consent.openings, left?.state]).toEqual(['accepted', 1, 'withdrawn']);
  });

  test('reads every office’s budget from a sheet, which is on record', () => {
    const lines = every<BudgetLine>('BudgetLine');
    expect(lines.length).toBeGreaterThan(0);
    const acts = items.filter(({ type, act }) => type === 'AuditEntry' && act === 'budget-imported');
    expect(acts.length).toBe(new Set(lines.map(({ agencyId, year }) => `${agencyId} ${year}`)).size);
  });

  test('has two who are invited: a person who has not answered, and whoever opens a link', () => {
    const ids = demo.people.map(({ person }) => person);
    expect(ids).toEqual(expect.arrayContaining(['mira', 'tono']));
    expect(every<{ person: string }>('Invitation').map(({ person }) => person)).toEqual(['tono']);
    expect(every('InvitationLink')).toHaveLength(1);
  });
});

describe('the people of the demo', () => {
  test('find open what they came for: a resident an order in every state that is hers to see', () => {
    const states = new Set(ordersOf('rina').map(({ state }) => state));
    for (const state of ['placed', 'accepted', 'delivered', 'disputed', 'partly_received', 'received', 'cancelled'])
      expect(states, state).toContain(state);
    const money = new Set(paymentsOf('rina').map(({ state }) => state));
    for (const state of ['claimed', 'not_found', 'confirmed', 'return_owed', 'returned', 'unpaid'])
      expect(money, state).toContain(state);
    expect(ordersOf('hendra').some(({ history }) => history.some((step) => step.deliverOn))).toBe(true);
  });

  test('and an office one at every desk: to approve, to receive, to pay, to confirm', () => {
    const states = new Set(ordersOf('bayu').map(({ state }) => state));
    for (const state of ['awaiting_approval', 'placed', 'accepted', 'delivered', 'disputed', 'received', 'rejected'])
      expect(states, state).toContain(state);
    const money = new Set(paymentsOf('bayu').map(({ state }) => state));
    for (const state of ['unpaid', 'recorded', 'confirmed']) expect(money, state).toContain(state);
  });

  test('have notices they have not read', () => {
    const unread = every<PersonNotice>('Notice').filter(({ readAt }) => readAt === null);
    const people = new Set(unread.map(({ person }) => person));
    for (const person of ['rina', 'sari', 'bayu', 'ratna', 'teguh', 'mira', 'admin-malang'])
      expect(people, person).toContain(person);
    // Of money that fits no order the buyer is told, not the shop alone.
    const told = every<PersonNotice>('Notice').map(({ topic, person }) => `${topic} ${person}`);
    expect(told).toEqual(expect.arrayContaining(['payment-unplaced hendra', 'payment-to-place sari']));
  });

  test('hold taxes that treasurers kept back, with their receipts, and some that were forgotten', () => {
    const paid = every<Payment>('Payment').flatMap(({ treasury }) => (treasury ? [treasury] : []));
    const kept = paid.filter(({ withheld }) => withheld.length > 0);
    expect(kept.length).toBeGreaterThan(paid.length / 3);
    expect(new Set(kept.flatMap(({ withheld }) => withheld.map(({ name }) => name)))).toEqual(
      new Set(['PPh 22', 'PPh 23 jasa katering']),
    );
  });
});

describe('a demo built on the first day of a month', () => {
  test('tells its last days within that day', async () => {
    const first = await build('2026-11-01T05:10:00.000Z');
    const orders = first.filter(({ type }) => type === 'Order') as unknown as Order[];
    const told = orders.filter(({ buyer }) => buyer === 'rina' || buyer === 'bayu');
    expect(new Set(told.map(({ state }) => state)).size).toBeGreaterThanOrEqual(6);
    expect(demo.summary.merchants).toBeGreaterThan(0);
  });
});
