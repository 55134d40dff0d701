import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkPublished } from '../../../scripts/verify/replay.ts';
import { EXPOSURE_UNIT, exposureAt } from '../../../shared/domain/ranking/ledger/exposure.ts';
import { toldBy } from '../../../shared/domain/ranking/ledger/rungs.ts';
import { keepsPromise } from '../../../shared/domain/ranking/list/day-key.ts';
import { cancellationsByBuyer } from '../../../shared/table/orders/buyer-cancellations.ts';
import { impressionsOn } from '../../../shared/table/ranking/impressions.ts';
import { everything, refusalOf, refusedWithoutTrace } from '../../market.ts';
import { CITY, stallsOf } from './stalls.ts';

const MERCHANT = 'GET /merchants/{merchantId}/ranking';

describe('a category page', () => {
  test('puts who sold least first, says why in a sentence, and who fails the gate below a line', async () => {
    const { sells, refresh, list, stall } = await stallsOf([18_000, 18_000, 17_000, 30_000]);
    await sells(stall(0), 10);
    await refresh('OwnersRuled');
    const { items, ranking, next } = await list();
    expect(next).toBeNull();
    expect(items.map(({ productId }) => productId).slice(0, 2)).toEqual([
      stall(2).product.productId,
      stall(1).product.productId,
    ]);
    expect(items.map(({ ranking: here }) => [here?.rank, here?.above])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, false],
    ]);
    expect(items[2]?.ranking).toMatchObject({ step: expect.any(Number), decidedBy: 'recent_sales_step' });
    expect(items[2]?.ranking?.sentence).toMatch(/di jenjang [23], lebih banyak daripada urutan di atasnya/);
    expect(items[3]?.ranking?.sentence).toMatch(/di atas batas wajar Rp21\.600/);
    expect(items[3]?.ranking?.reasons).toEqual([
      { reason: 'price_above_fair', priceRupiah: 30_000, lineRupiah: 21_600, medianRupiah: 18_000 },
    ]);
    expect(ranking).toMatchObject({ above: 3, below: 1, policyVersion: 1 });
    expect(ranking?.sentence).toMatch(/^Diurutkan dari UMKM yang paling sedikit menerima pesanan 90 hari terakhir/);
  });

  test('before the first ledger is ordered too, as if nobody had sold', async () => {
    const { list } = await stallsOf([18_000, 17_000]);
    const { items, ranking } = await list();
    expect(items.map(({ priceRupiah }) => priceRupiah)).toEqual([17_000, 18_000]);
    expect(ranking?.ledgerAt).toBeNull();
  });

  test('tells nobody but the owner and the city what an owner sold: a step, and a commitment the owner can open', async () => {
    const { sells, refresh, list, stall, town } = await stallsOf([18_000, 18_000, 18_000]);
    await sells(stall(0), 11);
    await refresh('OwnersRuled');
    const shown = await list();
    const decision = await town.as()('GET /rankings/{decisionId}', {
      params: { decisionId: shown.ranking?.decisionId ?? '' },
    });
    for (const told of [shown, decision]) expect(JSON.stringify(told)).not.toMatch(/198[._]?000/);
    const { shop } = stall(0);
    const rank = shown.items.find(({ merchantId }) => merchantId === shop.merchantId)?.ranking;
    const own = await town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } });
    expect(own.recentSalesRupiah).toBe(198_000);
    // From which V on it stands there is its own to know, and holds it; what anybody knows are rungs far apart.
    const { step = 0, stepFromRupiah = null, stepToRupiah = null } = own.products[0] ?? {};
    expect(step).toBe(rank?.step);
    expect(stepFromRupiah).toBeLessThanOrEqual(198_000);
    expect(stepToRupiah).toBeGreaterThan(198_000);
    const { from, to } = toldBy(step, 100_000);
    expect([from <= Number(stepFromRupiah), to >= Number(stepToRupiah), to / from >= 2.4]).toEqual([true, true, true]);
    const opened = createHash('sha256').update(`${own.opening} ${own.recentSalesRupiah}`).digest('hex');
    expect(opened).toBe(rank?.commitment);
    expect(new Set(shown.items.map(({ ranking }) => ranking?.commitment)).size).toBe(3);
  });

  test('passes what has no like goods of three owners to be compared with, and says so', async () => {
    const { town, opens, list } = await stallsOf([18_000, 19_000, 20_000]);
    const shop = await opens();
    await town.offers(shop, { name: 'Prasmanan mewah', priceRupiah: 900_000 });
    const dear = (await list()).items.find(({ merchantId }) => merchantId === shop.merchantId)?.ranking;
    expect(dear).toMatchObject({ above: true, compared: null, medianRupiah: null, lineRupiah: null });
    expect(dear?.sentence).toMatch(/Harganya belum ada pembanding\.$/);
  });

  test('lets all goods of an owner be reached by paging, after every owner had a turn', async () => {
    const { town, opens, list, stall } = await stallsOf([18_000, 18_500]);
    const rich = await opens();
    for (let at = 0; at < 7; at++) await town.offers(rich, { priceRupiah: 17_000 + at });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeGreaterThan(0);
      seen.push(...page.items.map(({ merchantId }) => merchantId));
      cursor = page.next;
    } while (cursor);
    expect(seen.slice(0, 3).sort()).toEqual(
      [rich.merchantId, stall(0).shop.merchantId, stall(1).shop.merchantId].sort(),
    );
    expect(seen.slice(3)).toEqual(Array.from({ length: 6 }, () => rich.merchantId));
  });

  test('asks quantity, place and day of the gate, each with its reason', async () => {
    const { town, opens, list } = await stallsOf([18_000]);
    const far = await opens();
    await town.offers(far, { deliversTo: ['35.73.03'], amount: 100 });
    const slow = await opens();
    await town.offers(slow, { leadDays: 5, minQuantity: 50, amount: 100 });
    const small = await opens();
    await town.offers(small, { amount: 5 });
    const { items } = await list({ quantity: 20, district: '35.73.02', deliverOn: '2026-11-11' });
    const reasons = new Map(items.map((card) => [card.merchantId, card.ranking?.reasons.map(({ reason }) => reason)]));
    expect(reasons.get(far.merchantId)).toEqual(['not_delivered_there']);
    expect(reasons.get(slow.merchantId)).toEqual(['not_on_that_day', 'fewer_than_minimum']);
    expect(reasons.get(small.merchantId)).toEqual(['capacity_too_little']);
    expect((await list()).items.filter(({ ranking }) => ranking?.above).length).toBe(4);
  });

  test('is made for days on which the city can order, not for the past nor for a year nobody lives in', async () => {
    const { list, world } = await stallsOf([17_000]);
    const refused = async (deliverOn: string) => (await refusedWithoutTrace(world, () => list({ deliverOn }))).code;
    for (const day of ['2026-11-09', '2000-01-01', '2027-05-10', '2036-11-10', '9999-12-31'])
      expect(await refused(day), day).toBe('date_not_possible');
    for (const day of ['2026-11-10', '2027-05-09']) expect((await list({ deliverOn: day })).items).toHaveLength(1);
  });

  test('compares like with like: dear goods are not unfair because cheap ones are in their category', async () => {
    const { town, opens, list, stall } = await stallsOf([18_000, 19_000, 20_000]);
    for (const priceRupiah of [5_000, 5_500, 6_000])
      await town.offers(await opens(), { name: 'Snack kotak', priceRupiah });
    const { items } = await list();
    expect(items.every(({ ranking }) => ranking?.above)).toBe(true);
    const like = await list({ similarTo: stall(0).product.productId });
    expect(like.items.map(({ priceRupiah }) => priceRupiah)).toEqual([18_000, 19_000, 20_000]);
  });

  test('goes on in the decision of its first page, however the market moves meanwhile', async () => {
    const { town, clock, opens, list } = await stallsOf([18_000, 18_100, 18_200, 18_300, 40_000]);
    const first = await list({ limit: 2 });
    clock.pass(60_000);
    await town.offers(await opens(), { priceRupiah: 1_000 });
    const second = await list({ limit: 2, cursor: first.next });
    const third = await list({ limit: 2, cursor: second.next });
    expect(second.ranking?.decisionId).toBe(first.ranking?.decisionId);
    const all = [first, second, third].flatMap(({ items }) => items);
    expect(all.map(({ ranking }) => ranking?.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(third.next).toBeNull();
    expect((await refusalOf(list({ limit: 2, cursor: first.next, quantity: 3 }))).code).toBe('malformed_cursor');
  });
});

describe('every list a buyer sees', () => {
  const lists = [{}, { district: '35.73.02' }, { text: 'nasi' }, { text: 'nasi', category: 'meeting-food' }] as const;

  test('is ranked, explained and can be made again: the default page, a district, a search', async () => {
    const { town, clock, sells, refresh, stall } = await stallsOf([18_000, 18_000, 18_000, 30_000]);
    await sells(stall(0), 10);
    await refresh('OwnersRuled');
    const asked = async (query: object) =>
      town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: query as never });
    for (const query of lists) {
      const { items, ranking } = await asked(query);
      expect(items.map(({ ranking: here }) => here?.above)).toEqual([true, true, true, false]);
      expect(items[2]).toMatchObject({ merchantId: stall(0).shop.merchantId, choiceToken: expect.any(String) });
      clock.pass(86_400_000);
      const decisionId = ranking?.decisionId ?? '';
      const decision = await everythingOf(town, decisionId);
      expect(decision.replay).toEqual({ matches: true, differences: [] });
      expect(checkPublished(decision)).toEqual({ matches: true, differences: [], drawn: true });
    }
  });

  test('finds each of a search once at any page size, without an empty last page, whole words first', async () => {
    const { town, opens } = await stallsOf([]);
    const names = ['Zuzu Zuzak', 'Zuzul', 'Zuzur besar', 'Zuz', 'Bakso Zuzu', 'Zuzu mangkuk zuzul'];
    for (const name of names) await town.offers(await opens(), { name, amount: 5 });
    for (const limit of [1, 2, 3, 6, 50]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof search>> = await search(town, {
          text: 'zuz',
          limit,
          ...(cursor ? { cursor } : {}),
        });
        expect(page.items.length).toBeGreaterThan(0);
        seen.push(...page.items.map(({ name }) => name));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen[0]).toBe('Zuz');
      expect([...seen].sort()).toEqual([...names].sort());
    }
    const narrow = await search(town, { text: 'zuz', category: 'crafts' });
    expect([narrow.items, narrow.next]).toEqual([[], null]);
  });
});

type Town = Awaited<ReturnType<typeof stallsOf>>['town'];
const search = (town: Town, query: object) =>
  town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: query as never });
const everythingOf = (town: Town, decisionId: string) =>
  town.as()('GET /rankings/{decisionId}', { params: { decisionId }, query: { limit: 100 } });

describe('one turn per owner', () => {
  test('holds over shops of one identity: the cheapest comes first, and the merger is recorded', async () => {
    const { town, opens, list, refresh, sells } = await stallsOf([18_000]);
    const nik = '3573024508809999';
    const [a, b] = [await opens({ nik }), await opens({ nik })];
    const dear = await town.offers(a, { priceRupiah: 19_000, amount: 100 });
    const cheap = await town.offers(b, { priceRupiah: 17_000, amount: 100 });
    await refresh('OwnersRuled');
    await sells({ shop: a, product: dear }, 9);
    await refresh('OwnersRuled');
    const { items } = await list();
    expect(items.map(({ ranking }) => ranking?.ownerRank)).toEqual([1, 2, 2]);
    const joined = items.find(({ productId }) => productId === cheap.productId);
    expect(joined?.ranking).toMatchObject({
      otherProductIds: [dear.productId],
      decidedBy: 'recent_sales_step',
      rank: 2,
    });
    // Another phone hides nobody.
    await town.as(b.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: b.merchantId },
      body: { phone: '081277770000' },
    });
    await refresh('OwnersRuled');
    expect((await list()).items.map(({ ranking }) => ranking?.ownerRank)).toEqual([1, 2, 2]);
    const { items: changes, names } = await town.as(town.adminOf(CITY))('GET /cities/{city}/owner-changes', {
      params: { city: CITY },
    });
    expect(Object.keys(names).sort()).toEqual([a.merchantId, b.merchantId].sort());
    expect(changes.map(({ change, shopIds }) => [change, [...shopIds].sort()])).toEqual([
      ['merged', [a.merchantId, b.merchantId].sort()],
    ]);
  });

  test('is two where two shops show one phone, until the city says that they have one owner', async () => {
    const { town, opens, list, refresh } = await stallsOf([]);
    const phone = '081299990000';
    const shops = [await opens({ phone }), await opens({ phone })];
    for (const shop of shops) await town.offers(shop);
    await refresh('OwnersRuled');
    expect((await list()).items.map(({ ranking }) => ranking?.ownerRank)).toEqual([1, 2]);
    const shopIds = shops.map(({ merchantId }) => merchantId);
    const body = { rule: 'same_owner', shopIds, reason: 'Satu kasir' } as const;
    await town.as(town.adminOf(CITY))('POST /cities/{city}/owner-rulings', { params: { city: CITY }, body });
    await refresh('OwnersRuled');
    expect((await list()).items.map(({ ranking }) => ranking?.ownerRank)).toEqual([1, 1]);
  });
});

describe('a decision', () => {
  test('is one for the same request on the same ledger, and another when the ledger is', async () => {
    const { list, clock, sells, refresh, stall } = await stallsOf([18_000, 18_000]);
    await refresh('OwnersRuled');
    const first = (await list()).ranking;
    clock.pass(60_000);
    expect((await list()).ranking?.decisionId).toBe(first?.decisionId);
    expect((await list({ quantity: 2 })).ranking?.decisionId).not.toBe(first?.decisionId);
    await sells(stall(0), 1);
    await refresh();
    const later = (await list()).ranking;
    expect(later?.decisionId).not.toBe(first?.decisionId);
    expect(later?.ledgerVersion).not.toBe(first?.ledgerVersion);
  });

  test('can be made again by anybody: it matches, also after the market moved on', async () => {
    const { town, sells, refresh, list, clock, stall } = await stallsOf([18_000, 18_000, 18_000, 30_000]);
    await sells(stall(1), 3);
    await refresh('OwnersRuled');
    const { ranking, items } = await list();
    await sells(stall(2), 9);
    await town.as(stall(0).shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: stall(0).shop.merchantId, productId: stall(0).product.productId },
      body: { priceRupiah: 99_000 },
    });
    clock.pass(20 * 60_000);
    await refresh();
    const params = { decisionId: ranking?.decisionId ?? '' };
    const again = await town.as()('GET /rankings/{decisionId}', { params });
    expect(again.replay).toEqual({ matches: true, differences: [] });
    expect(again.items.map(({ productId }) => productId)).toEqual(items.map(({ productId }) => productId));
    expect(again.dayKey).toBeNull();
    expect(again.decision.dayKeyHash).toBe(ranking?.dayKeyHash);
    clock.set('2026-11-11T00:00:00.000+07:00');
    const tomorrow = await town.as()('GET /rankings/{decisionId}', { params });
    expect(keepsPromise(tomorrow.dayKey ?? '', again.decision.dayKeyHash)).toBe(true);
  });

  test('that was tampered with is told: where the offers or the list differ', async () => {
    const kept = new Map<string, Uint8Array>();
    const files = {
      put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
      get: async (key: string) => kept.get(key),
    };
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const { list, town } = await stallsOf([18_000, 19_000], { files });
    const { ranking } = await list();
    for (const [key, bytes] of kept)
      if (key.startsWith('ranking/'))
        kept.set(key, gzipSync(gunzipSync(bytes).toString().replaceAll('"priceRupiah":19000', '"priceRupiah":17000')));
    const { replay } = await town.as()('GET /rankings/{decisionId}', {
      params: { decisionId: ranking?.decisionId ?? '' },
    });
    expect(replay).toEqual({ matches: false, differences: ['offers', 'list'] });
  });

  test('is forgotten after a month, unless an order or a person refers to it', async () => {
    const { town, list, follow, clock, stall } = await stallsOf([18_000, 19_000]);
    const first = await list();
    const card = first.items[0]!;
    const cart = town.cart([{ product: stall(0).product, quantity: 1 }]);
    const line = { ...cart.shops[0]!.lines[0]!, choice: { token: card.choiceToken ?? '' } };
    clock.pass(60_000);
    const forgotten = await list({ quantity: 3 });
    const [order] = await town.places('ani', { ...cart, shops: [{ merchantId: card.merchantId, lines: [line] }] });
    await town.moves(stall(0).shop.owner, 'accept', order!);
    await follow(order!.orderId);
    clock.pass(31 * 86_400_000);
    const reads = (decisionId = '') => town.as()('GET /rankings/{decisionId}', { params: { decisionId } });
    expect((await reads(first.ranking?.decisionId)).decision.decisionId).toBe(first.ranking?.decisionId);
    expect((await refusalOf(reads(forgotten.ranking?.decisionId))).code).toBe('decision_not_found');
  });

  test('nobody made is not found', async () => {
    const { town } = await stallsOf([]);
    const params = { decisionId: `dec_${'0'.repeat(26)}` };
    expect((await refusalOf(town.as()('GET /rankings/{decisionId}', { params }))).code).toBe('decision_not_found');
  });
});

describe('a day’s key', () => {
  test('is promised by its hash in the morning and shown on the next day', async () => {
    const { town, clock } = await stallsOf([]);
    const ask = (day: string) => town.as()('GET /cities/{city}/day-keys/{day}', { params: { city: CITY, day } });
    const today = await ask('2026-11-10');
    expect(today).toMatchObject({ key: null, shownFrom: '2026-11-11' });
    expect((await refusalOf(ask('2026-11-11'))).code).toBe('date_not_possible');
    clock.set('2026-11-11T00:00:01.000+07:00');
    const { key, hash } = await ask('2026-11-10');
    expect(hash).toBe(today.hash);
    expect(
      createHash('sha256')
        .update(Buffer.from(key ?? '', 'hex'))
        .digest('hex'),
    ).toBe(hash);
  });
});

describe('the ledger', () => {
  const recentSales = async (
    town: Awaited<ReturnType<typeof stallsOf>>['town'],
    stall: { shop: { merchantId: string; owner: string } },
  ) => (await town.as(stall.shop.owner)(MERCHANT, { params: { merchantId: stall.shop.merchantId } })).recentSalesRupiah;

  test('counts an order once, however often and in what order its events come', async () => {
    const { town, sells, follow, refresh, world, stall } = await stallsOf([18_000]);
    const order = await sells(stall(0), 2);
    await town.moves(stall(0).shop.owner, 'deliver', order);
    await refresh('OwnersRuled');
    expect(await recentSales(town, stall(0))).toBe(36_000);
    const before = JSON.stringify(await everything(world));
    for (let again = 0; again < 3; again++) await follow(order.orderId);
    expect(JSON.stringify(await everything(world))).toBe(before);
    await refresh();
    expect(await recentSales(town, stall(0))).toBe(36_000);
  });

  test('starts from the orders there were before it, as if each had been followed', async () => {
    const { town, stall, refresh, follow } = await stallsOf([18_000, 18_000]);
    const order = await town.buys('ani', stall(0).product, 2);
    await town.moves(stall(0).shop.owner, 'accept', order);
    await town.buys('ani', stall(1).product, 5);
    await refresh('OwnersRuled');
    expect([await recentSales(town, stall(0)), await recentSales(town, stall(1))]).toEqual([36_000, 0]);
    await follow(order.orderId);
    await refresh();
    expect(await recentSales(town, stall(0))).toBe(36_000);
  });

  test('keeps an order its shop cancelled after acceptance for 30 days, and every order for 90', async () => {
    const { town, clock, sells, follow, refresh, stall } = await stallsOf([18_000, 18_000]);
    const order = await sells(stall(0), 2);
    await sells(stall(1), 3);
    await town.moves(stall(0).shop.owner, 'cancel', order);
    await follow(order.orderId);
    await refresh('OwnersRuled');
    expect(await recentSales(town, stall(0))).toBe(36_000);
    clock.pass(30 * 86_400_000);
    await refresh();
    expect([await recentSales(town, stall(0)), await recentSales(town, stall(1))]).toEqual([0, 54_000]);
    clock.pass(60 * 86_400_000);
    await refresh();
    expect(await recentSales(town, stall(1))).toBe(0);
  });

  test('is not sunk by a buyer who orders, lets accept and cancels; that one does so often is noted', async () => {
    const { world, town, clock, sells, follow, refresh, list, stall } = await stallsOf([18_000, 18_000]);
    await sells(stall(1), 1);
    for (let time = 0; time < 4; time++) {
      const order = await sells(stall(0), 100, 'rival');
      await town.moves('rival', 'cancel', order);
      await follow(order.orderId);
      await follow(order.orderId);
    }
    await refresh('OwnersRuled');
    expect(await recentSales(town, stall(0))).toBe(0);
    expect((await list()).items[0]).toMatchObject({ merchantId: stall(0).shop.merchantId });
    expect(
      [...(await cancellationsByBuyer(world.table, CITY, clock.now())).values()].map(({ length }) => length),
    ).toEqual([4]);
  });

  test('counts refused small orders after the third buyer, also those let lapse', async () => {
    const { town, clock, follow, refresh, sells, stall } = await stallsOf([10_000, 10_000]);
    await sells(stall(1), 50);
    const refuses = async (buyer: string) => {
      const order = await town.buys(buyer, stall(0).product, 1);
      await town.moves(stall(0).shop.owner, 'decline', order);
      await follow(order.orderId);
    };
    for (let time = 0; time < 5; time++) await refuses('ani');
    for (const buyer of ['budi', 'cici']) await refuses(buyer);
    await refresh('OwnersRuled');
    expect(await recentSales(town, stall(0))).toBe(0);
    const lapsing = await town.buys('dedi', stall(0).product, 2);
    clock.pass(25 * 3_600_000);
    await town.runsClocks();
    await follow(lapsing.orderId);
    await refresh();
    expect(await recentSales(town, stall(0))).toBe(20_000);
  });

  test('without news is the same version, and two refreshes at once make one', async () => {
    const { sells, refresh, list, stall } = await stallsOf([18_000]);
    await sells(stall(0), 2);
    await refresh('OwnersRuled');
    const first = (await list()).ranking?.ledgerVersion;
    await Promise.all([refresh(), refresh(), refresh()]);
    expect((await list()).ranking?.ledgerVersion).toBe(first);
  });

  test('knows ratings from receipts; an owner whose goods are bad falls below the line', async () => {
    const { town, sells, follow, refresh, list, stall } = await stallsOf([18_000, 18_000]);
    for (let time = 0; time < 4; time++) {
      const order = await sells(stall(0), 1);
      await town.moves(stall(0).shop.owner, 'deliver', order);
      await town.receives('ani', order, { rating: 1 });
      await follow(order.orderId);
    }
    await refresh('OwnersRuled');
    const { items } = await list();
    expect(items[1]).toMatchObject({ merchantId: stall(0).shop.merchantId, ranking: { above: false } });
    expect(items[1]?.ranking?.sentence).toMatch(/nilai mutunya 2,67, di bawah 3,00/);
  });
});

describe('exposure', () => {
  const seven = [18_000, 18_000, 18_100, 18_200, 18_300, 18_400, 30_000];
  const countersOf = async (world: Awaited<ReturnType<typeof stallsOf>>['world'], day = '2026-11-10') => {
    const found = [];
    for await (const page of impressionsOn(world.table, CITY, day)) found.push(...page);
    return found;
  };

  test('is counted for every visitor, many in one write, by rank, and evens out the next list', async () => {
    const { world, town, refresh, list, clock, stalls } = await stallsOf(seven);
    await refresh('OwnersRuled');
    const first = await list();
    await list({}, '203.0.113.2');
    await list({}, '203.0.113.3');
    const shops = first.items.slice(0, 6).map(({ merchantId }) => merchantId);
    expect(await countersOf(world)).toMatchObject([{ count: 1, from: 0, shops }]);
    clock.pass(60_000);
    await list({}, '203.0.113.4');
    expect(await countersOf(world)).toMatchObject([{ count: 4, from: 0, shops }]);
    await refresh();
    await refresh();
    const numbers = await Promise.all(
      stalls.map(({ shop }) => town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } })),
    );
    expect(numbers.map(({ exposure }) => exposure).sort((a, b) => b - a)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((rank) => 4 * exposureAt(rank)),
      0,
    ]);
    const next = await list();
    expect(next.items.slice(0, 6).map(({ merchantId }) => merchantId)).toEqual([...shops].reverse());
    expect(next.items[1]?.ranking?.decidedBy).toBe('exposure');
  });

  test('cannot be made by asking again and again, in pieces, or for what only a rival has', async () => {
    const { world, town, opens, refresh, list, clock, stalls } = await stallsOf(seven);
    for (let at = 0; at < 2; at++) await town.offers(await opens(), { name: 'Getuk pisang', category: 'crafts' });
    await refresh('OwnersRuled');
    const exposures = async () =>
      Promise.all(
        stalls.map(
          async ({ shop }) =>
            (await town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } })).exposure,
        ),
      );
    for (let time = 0; time < 40; time++) await list({ limit: 1 });
    for (let time = 0; time < 5; time++) await list({ category: 'crafts' });
    expect(await countersOf(world)).toEqual([]);
    for (let quantity = 1; quantity <= 12; quantity++) {
      await list({ quantity });
      await list({ district: '35.73.02', quantity });
      clock.pass(60_000);
    }
    for (let time = 0; time < 3; time++) await refresh();
    const after = await exposures();
    expect(Math.max(...after)).toBeLessThanOrEqual(EXPOSURE_UNIT);
    expect((await everything(world)).filter(({ type }) => type === 'VisitorDay')).toHaveLength(1);
    expect(JSON.stringify(await everything(world))).not.toContain('203.0.113');
  });

  test('counts a visitor anew on the next day', async () => {
    const { world, list, clock } = await stallsOf(seven);
    await list();
    clock.set('2026-11-11T09:00:00.000+07:00');
    await list();
    expect(await countersOf(world, '2026-11-11')).toMatchObject([{ count: 1 }]);
  });

  test('sees every visitor: a list is kept by the browser that asked, never by a cache that others share', async () => {
    const { town } = await stallsOf([18_000, 19_000]);
    const { headers } = await town.ask('GET /cities/{city}/products', undefined, {
      params: { city: CITY },
      query: { category: 'meeting-food' },
    });
    expect(headers['cache-control']).toBe('private, max-age=30');
  });

  test('fades by a third with each month', async () => {
    const { town, refresh, list, clock, stalls } = await stallsOf(seven);
    await refresh('OwnersRuled');
    const { items } = await list();
    await refresh();
    clock.set('2026-12-02T09:00:00.000+07:00');
    await refresh();
    const { shop } = stalls.find(({ product }) => product.productId === items[0]?.productId) ?? stalls[0]!;
    const { exposure } = await town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } });
    expect(exposure).toBe(Math.floor((EXPOSURE_UNIT * 2) / 3));
  });
});

describe('an owner', () => {
  test('sees why: V, X, rating, rank and reason of each product', async () => {
    const { town, sells, refresh, stall } = await stallsOf([18_000, 18_000, 18_000, 30_000]);
    await sells(stall(0), 6);
    await refresh('OwnersRuled');
    const { shop } = stall(0);
    const dear = await town.offers(shop, { priceRupiah: 50_000, name: 'Nasi tumpeng', amount: 5 });
    const own = await town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } });
    expect(own).toMatchObject({ recentSalesRupiah: 108_000, shops: 1, rating: 4, ratingCount: 0, windowDays: 90 });
    expect(own.orders).toMatchObject([{ valueRupiah: 108_000, state: 'accepted' }]);
    const [one, other] = [stall(0).product.productId, dear.productId].map((id) =>
      own.products.find(({ productId }) => productId === id),
    );
    expect(one).toMatchObject({ above: true, rank: 3, owners: 3, unitRupiah: 100_000, behind: false });
    expect([one?.stepFromRupiah, one?.stepToRupiah].map((edge) => Number(edge) > 108_000)).toEqual([false, true]);
    expect(other).toMatchObject({
      above: false,
      rank: null,
      reasons: [{ reason: 'price_above_fair', lineRupiah: 21_600 }],
    });
    expect(
      (await refusalOf(town.as(stall(1).shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } }))).code,
    ).toBe('merchant_not_found');
  });

  test('appeals; the city finds the case, answers it once, and the owner reads the answer', async () => {
    const { town, list, stall } = await stallsOf([18_000, 30_000]);
    const { ranking } = await list();
    const { shop } = stall(1);
    const params = { merchantId: shop.merchantId };
    const body = { text: 'Barang saya lebih besar.', decisionId: ranking?.decisionId };
    const headers = { 'idempotency-key': 'k1' };
    const appeal = await town.as(shop.owner)('POST /merchants/{merchantId}/appeals', {
      params,
      body,
      headers,
    } as never);
    expect(
      (await town.as(shop.owner)('POST /merchants/{merchantId}/appeals', { params, body, headers } as never)).appealId,
    ).toBe(appeal.appealId);
    const admin = town.as(town.adminOf(CITY));
    const open = await admin('GET /cities/{city}/appeals', { params: { city: CITY } });
    expect(open.items).toMatchObject([{ appealId: appeal.appealId, state: 'open', decisionId: ranking?.decisionId }]);
    const answer = {
      params: { appealId: appeal.appealId },
      body: { outcome: 'explained', text: 'Bandingkan per gram.' } as const,
    };
    await admin('POST /appeals/{appealId}/answer', answer);
    expect((await admin('POST /appeals/{appealId}/answer', answer)).version).toBe(2);
    expect((await admin('GET /cities/{city}/appeals', { params: { city: CITY } })).items).toEqual([]);
    const mine = await town.as(shop.owner)('GET /merchants/{merchantId}/appeals', { params });
    expect(mine.items).toMatchObject([{ state: 'answered', answer: { outcome: 'explained' } }]);
    expect((await refusalOf(town.as(shop.owner)('POST /appeals/{appealId}/answer', answer))).code).toBe(
      'appeal_not_found',
    );
  });
});

describe('npm run replay', () => {
  const published = async () => {
    const town = await stallsOf([18_000, 18_000, 18_000, 18_000, 30_000]);
    const second = await town.opens({ phone: '081200001111' });
    const third = await town.opens({ phone: '081200001111' });
    for (const shop of [second, third]) await town.town.offers(shop, { amount: 100 });
    await town.sells(town.stall(0), 3);
    await town.refresh('OwnersRuled');
    const decisionId = (await town.list()).ranking?.decisionId ?? '';
    const read = () => town.town.as()('GET /rankings/{decisionId}', { params: { decisionId } });
    return { ...town, read };
  };

  test('checks a list from what is published alone: before the key all but the draws, after it everything', async () => {
    const { read, clock } = await published();
    expect(checkPublished(await read())).toEqual({ matches: true, differences: [], drawn: false });
    clock.set('2026-11-11T09:00:00.000+07:00');
    expect(checkPublished(await read())).toEqual({ matches: true, differences: [], drawn: true });
  });

  test('tells a list that was bent: a rank, a step, a price, the key', async () => {
    const { read, clock } = await published();
    clock.set('2026-11-11T09:00:00.000+07:00');
    const page = await read();
    const [first, second, ...rest] = page.items;
    if (!first || !second) throw new Error('no list');
    const bent = (items: typeof page.items) => checkPublished({ ...page, items }).differences;
    expect(bent([second, first, ...rest])).toEqual(['ranks']);
    for (const item of page.items)
      expect(bent(page.items.map((one) => (one === item ? { ...one, step: 9 } : one)))).toContain('offers');
    expect(bent([{ ...first, offer: { ...first.offer, priceRupiah: 1 } }, second, ...rest])).toContain('offers');
    for (const dayKey of ['00'.repeat(32), 'kunci', `${page.dayKey}zz`, page.dayKey?.toUpperCase() ?? ''])
      expect(checkPublished({ ...page, dayKey })).toEqual({ matches: false, differences: ['key'], drawn: false });
  });
});
