import { describe, expect, test } from 'vitest';
import type { Sent } from '../../../shared/contract.ts';
import { everything, refusalOf, refusedWithoutTrace } from '../../market.ts';
import { CITY, type Stall, stallsOf } from './stalls.ts';

type Cart = Sent<'POST /orders'>['body'];
type Wanted = Partial<Sent<'POST /cities/{city}/allocations'>['body']>;

/** Five stalls of 40 boxes a day each, an office with money, and a proposal for it. */
const packages = async (prices = [18_000, 18_000, 18_000, 18_000, 18_000]) => {
  const stalls = await stallsOf([]);
  const { town, opens } = stalls;
  const shops: Stall[] = [];
  for (const priceRupiah of prices) {
    const shop = await opens();
    shops.push({ shop, product: await town.offers(shop, { priceRupiah, supply: 'capacity', amount: 40 }) });
  }
  const office = await town.seatsOffice(CITY);
  const proposes = (but: Wanted = {}, person = office.buyer, headers: Record<string, string> = {}) =>
    town.as(person)('POST /cities/{city}/allocations', {
      params: { city: CITY },
      body: {
        agencyId: office.agencyId,
        category: 'meeting-food',
        quantity: 100,
        district: '35.73.02',
        deliverOn: '2026-11-11',
        ...but,
      },
      headers,
    });
  type Proposed = Awaited<ReturnType<typeof proposes>>;
  const cartOf = (allocation: Proposed, but: Partial<Cart> = {}): Cart => ({
    ...town.cart(
      allocation.suppliers.map(({ productId, units }) => ({
        product: shops.find(({ product }) => product.productId === productId)!.product,
        quantity: units,
      })),
      { agency: town.purposeOf(office) },
    ),
    allocationId: allocation.allocationId,
    ...but,
  });
  const stall = (index: number): Stall => shops[index] as Stall;
  return { ...stalls, stalls: shops, stall, office, proposes, cartOf };
};

describe('who steps in', () => {
  test('is named beside a split, is none of its suppliers, and brings to that district', async () => {
    const { proposes, stalls, town } = await packages();
    const [first] = [await proposes({ quantity: 80, lots: 2 })];
    const asked = first.suppliers.map(({ merchantId }) => merchantId);
    expect(asked).toHaveLength(2);
    expect(asked).not.toContain(first.spare?.merchantId);
    expect(first.spare).toMatchObject({ priceRupiah: 18_000, maxUnits: 40 });
    const spare = stalls.find(({ shop }) => shop.merchantId === first.spare?.merchantId)?.shop;
    await town.as(spare?.owner ?? '')('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId: spare?.merchantId ?? '' },
      body: {
        courier: { feeRupiah: 0, freeFromRupiah: null, districts: [{ district: '35.73.02', feeRupiah: null }] },
        pickUp: null,
      },
    });
    const again = await proposes({ quantity: 80, lots: 2 });
    expect(again.spare?.merchantId).not.toBe(spare?.merchantId);
    expect((await proposes({ quantity: 160 })).spare).toBeNull();
  });

  test('is not the one who declined, whatever its owner is called once owners were looked for', async () => {
    const { proposes, cartOf, stalls, town, office, refresh } = await packages();
    await refresh('OwnersRuled');
    let replaces: string | undefined;
    for (let asked = 0; asked < 3; asked++) {
      const proposal = await proposes({ quantity: 20, lots: 1, ...(replaces === undefined ? {} : { replaces }) });
      const [order] = await town.places(office.buyer, cartOf(proposal));
      if (!order) throw new Error('no order');
      await town.moves(office.approver, 'approve', order);
      const seller = stalls.find(({ shop }) => shop.merchantId === order.merchantId)?.shop.owner ?? '';
      await town.moves(seller, 'decline', order);
      replaces = order.orderId;
      const instead = await proposes({ quantity: 20, lots: 1, replaces });
      expect(instead.suppliers.map(({ merchantId }) => merchantId)).not.toContain(order.merchantId);
    }
  });

  test('is not the one who declined, and only where a shop itself said no', async () => {
    const { proposes, cartOf, stalls, town, office } = await packages();
    const allocation = await proposes({ quantity: 20, lots: 1 });
    const [order] = await town.places(office.buyer, cartOf(allocation));
    if (!order) throw new Error('no order');
    const replaces = order.orderId;
    const instead = () => proposes({ quantity: 20, lots: 1, replaces });
    expect((await refusalOf(instead())).code).toBe('order_moved_on');
    await town.moves(office.approver, 'approve', order);
    const seller = stalls.find(({ shop }) => shop.merchantId === order.merchantId)?.shop.owner ?? '';
    await town.moves(seller, 'decline', order);
    const replacement = await instead();
    expect(replacement.suppliers.map(({ merchantId }) => merchantId)).not.toContain(order.merchantId);
    const [placed] = await town.places(office.buyer, cartOf(replacement));
    expect(placed?.merchantId).toBe(replacement.suppliers[0]?.merchantId);
    const other = await town.seatsOffice(CITY);
    const strange = proposes({ quantity: 20, lots: 1, replaces, agencyId: other.agencyId }, other.buyer);
    expect(await refusalOf(strange)).toMatchObject({ code: 'order_not_found' });
  });

  test('is nobody where nobody brings: what could not be ordered is no proposal', async () => {
    const { proposes, stalls, town } = await packages();
    for (const { shop } of stalls)
      await town.as(shop.owner)('PUT /merchants/{merchantId}/delivery-terms', {
        params: { merchantId: shop.merchantId },
        body: { courier: null, pickUp: { address: 'Jl. Ijen 1', hours: '08.00–16.00' } },
      });
    expect(await refusalOf(proposes({ quantity: 20, lots: 1 }))).toMatchObject({ code: 'split_not_possible' });
  });
});

describe('a proposed split', () => {
  test('into as many lots as were asked for never says that it is too small to be cut', async () => {
    const { proposes } = await packages();
    expect((await proposes({ quantity: 5 })).sentence).toMatch(/seukuran pesanan biasa/);
    expect((await proposes({ quantity: 40, lots: 4 })).sentence).not.toMatch(/seukuran pesanan biasa/);
  });

  test('gives equal lots to who received least, and says why', async () => {
    const { proposes, stall, sells, refresh } = await packages();
    await sells(stall(0), 21);
    await refresh('OwnersRuled');
    const { suppliers, lots, sentence, totalRupiah } = await proposes();
    expect(lots.map(({ units }) => units)).toEqual([20, 20, 20, 20, 20]);
    expect(suppliers.reduce((sum, { units }) => sum + units, 0)).toBe(100);
    expect(suppliers.map(({ merchantId }) => merchantId)).not.toContain(stall(0).shop.merchantId);
    expect(totalRupiah).toBe(1_800_000);
    expect(suppliers[0]?.sentence).toMatch(/paling sedikit di antara yang mampu/);
    expect(sentence).toMatch(/^100 dibagi dalam 5 bagian untuk 4 UMKM/);
  });

  test('placed as it is, makes one package of several orders, all in one write', async () => {
    const { proposes, cartOf, town, office } = await packages();
    const allocation = await proposes();
    const orders = await town.places(office.buyer, cartOf(allocation), 'key-1');
    expect(orders.length).toBe(5);
    expect(new Set(orders.map(({ packageId }) => packageId)).size).toBe(1);
    expect(orders[0]?.package).toEqual({ allocationId: allocation.allocationId, changed: false, reason: null });
    expect(orders[0]?.lines[0]?.choice).toMatchObject({
      decisionId: allocation.decisionId,
      below: null,
      referenceRupiah: 18_000,
    });
    const read = await town.as(office.treasurer)('GET /allocations/{allocationId}', {
      params: { allocationId: allocation.allocationId },
    });
    expect(read).toMatchObject({ state: 'placed', packageId: orders[0]?.packageId });
    expect((await town.budgetOf(office))?.committedRupiah).toBe(1_800_000);
    const repeated = await town.places(office.buyer, cartOf(allocation), 'key-1');
    expect(repeated.map(({ orderId }) => orderId)).toEqual(orders.map(({ orderId }) => orderId));
    expect((await refusalOf(town.places(office.buyer, cartOf(allocation)))).code).toBe('allocation_used');
  });

  test('taken by two buyers at once is one package', async () => {
    const { proposes, cartOf, town, office } = await packages();
    const allocation = await proposes({ quantity: 50 });
    const done = await Promise.allSettled([1, 2, 3].map(() => town.places(office.buyer, cartOf(allocation))));
    expect(done.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await town.budgetOf(office))?.committedRupiah).toBe(900_000);
  });

  test('leaves nothing behind when one of its shops cannot: no order, no budget, still to be taken', async () => {
    const { proposes, cartOf, town, office, stalls, world } = await packages();
    const allocation = await proposes();
    const last = stalls.find(({ product }) => product.productId === allocation.suppliers.at(-1)?.productId)!;
    await town.buys('ani', last.product, 30);
    const refusal = await refusedWithoutTrace(world, () => town.places(office.buyer, cartOf(allocation)));
    expect(refusal.code).toBe('capacity_too_little');
    expect((await everything(world)).filter(({ type }) => type === 'Order').length).toBe(1);
  });

  test('changed asks one reason, and keeps it', async () => {
    const { proposes, cartOf, town, office, stall } = await packages();
    const allocation = await proposes({ quantity: 50 });
    const cart = cartOf(allocation);
    const changed = { ...cart, shops: town.cart([{ product: stall(0).product, quantity: 40 }]).shops };
    const refusal = await refusalOf(town.places(office.buyer, changed));
    expect([refusal.code, (refusal.body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([
      'reason_required',
      '/reason',
    ]);
    const orders = await town.places(office.buyer, { ...changed, reason: 'Acara hanya 40 orang' });
    expect(orders[0]?.package).toMatchObject({ changed: true, reason: 'Acara hanya 40 orang' });
  });

  test('tests the limit on the sum, not on each order', async () => {
    const { proposes, town, office } = await packages([1_500_000, 1_500_000, 1_500_000, 1_500_000, 1_500_000]);
    await town.budgets(office, 1_000_000_000);
    expect((await refusalOf(proposes({ quantity: 180 }))).code).toBe('amount_over_policy');
    expect((await proposes({ quantity: 100 })).totalRupiah).toBe(150_000_000);
  });

  test('says how much could be delivered when five together cannot', async () => {
    const { proposes, stalls, town } = await packages();
    const [{ shop, product } = {}] = stalls;
    await town.as(shop?.owner ?? '')('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop?.merchantId ?? '', productId: product?.productId ?? '' },
      body: { amount: 20 },
    });
    const refusal = await refusalOf(proposes({ quantity: 200 }));
    expect(refusal.code).toBe('split_not_possible');
    expect(refusal.message).toMatch(/mampu 160 dari 200/);
    // Nobody can make a fifth of it: that nobody could bring anything is not said.
    const none = await refusalOf(proposes({ quantity: 50_000 }));
    expect(none).toMatchObject({
      code: 'split_not_possible',
      message: expect.stringContaining('10.000, bagian terkecil'),
    });
  });

  test('is not followed once a supplier raised its price or offers something else; a lower price is', async () => {
    const { proposes, cartOf, town, office, stall, stalls } = await packages();
    const allocation = await proposes();
    const cart = cartOf(allocation);
    const [first] = allocation.suppliers;
    const { shop } = stalls.find(({ product }) => product.productId === first?.productId) ?? stall(0);
    const offers = (changes: object) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: first?.productId ?? '' },
        body: changes as never,
      });
    for (const changes of [
      { priceRupiah: 18_001 },
      { priceRupiah: 1_800_000 },
      { priceRupiah: 18_000, unit: 'lusin' },
    ]) {
      await offers(changes);
      expect((await refusalOf(town.places(office.buyer, { ...cart, reason: 'Mendesak' }))).code).toBe('price_changed');
    }
    await offers({ priceRupiah: 17_000, unit: first?.unit });
    expect(await town.places(office.buyer, cart)).toHaveLength(allocation.suppliers.length);
  });

  test('is for the office’s buyers alone, and under a key made once', async () => {
    const { proposes, town, office } = await packages();
    expect((await refusalOf(proposes({}, office.treasurer))).code).toBe('agency_not_found');
    const [one, two] = [
      await proposes({}, office.buyer, { 'idempotency-key': 'p' }),
      await proposes({}, office.buyer, { 'idempotency-key': 'p' }),
    ];
    expect(one.allocationId).toBe(two.allocationId);
    const params = { allocationId: one.allocationId };
    expect((await refusalOf(town.as('stranger')('GET /allocations/{allocationId}', { params }))).code).toBe(
      'allocation_not_found',
    );
  });

  test('of another office cannot be taken', async () => {
    const { proposes, cartOf, town } = await packages();
    const allocation = await proposes();
    const other = await town.seatsOffice(CITY);
    const cart = cartOf(allocation, { agency: town.purposeOf(other) });
    expect((await refusalOf(town.places(other.buyer, cart))).code).toBe('allocation_not_found');
  });
});

describe('a choice', () => {
  const chooses = async (which: 'above' | 'below', choice: { reason?: string; mark?: string } = {}) => {
    const stalls = await stallsOf([18_000, 18_000, 30_000]);
    const { items } = await stalls.list();
    const card = items.find(({ ranking }) => ranking?.above === (which === 'above'))!;
    const { product, shop } = stalls.stalls.find((one) => one.product.productId === card.productId)!;
    const body = stalls.town.cart([{ product, quantity: 2 }]);
    const line = { ...body.shops[0]!.lines[0]!, choice: { token: card.choiceToken ?? '', ...choice } };
    const cart = { ...body, shops: [{ merchantId: product.merchantId, lines: [line] }] };
    return { ...stalls, cart, shop, card, items, product };
  };

  test('above the line is recorded without a question', async () => {
    const { town, cart, card } = await chooses('above');
    const [order] = await town.places('ani', cart);
    expect(order?.lines[0]?.choice).toEqual({
      decisionId: expect.stringMatching(/^dec_/),
      rank: card.ranking?.rank,
      below: null,
      reason: null,
      referenceRupiah: 18_000,
    });
  });

  test('below the line is free, and asks one reason', async () => {
    const { town, cart } = await chooses('below');
    const refusal = await refusalOf(town.places('ani', cart));
    expect(refusal.code).toBe('reason_required');
    expect(refusal.body['errors']).toEqual([
      { pointer: '/shops/0/lines/0/choice/reason', detail: 'Turun urutan: di atas harga wajar.' },
    ]);
    const again = await chooses('below', { reason: 'Porsinya lebih besar' });
    const [order] = await again.town.places('ani', again.cart);
    expect(order?.lines[0]?.choice).toMatchObject({ below: 'price_above_fair', reason: 'Porsinya lebih besar' });
  });

  test('cannot be claimed for another product, altered, or kept for weeks', async () => {
    const { town, cart, items, card, product, clock } = await chooses('below');
    const other = items.find(({ productId }) => productId !== card.productId)!;
    const claim = (token: string) => ({
      ...cart,
      shops: [
        { merchantId: product.merchantId, lines: [{ productId: product.productId, quantity: 2, choice: { token } }] },
      ],
    });
    expect((await refusalOf(town.places('ani', claim(other.choiceToken ?? '')))).code).toBe('choice_not_valid');
    expect((await refusalOf(town.places('ani', claim('abc')))).code).toBe('choice_not_valid');
    clock.pass(9 * 86_400_000);
    const late = { ...claim(card.choiceToken ?? ''), deliverOn: '2026-11-25' };
    expect((await refusalOf(town.places('ani', late))).code).toBe('choice_not_valid');
  });

  test('at another price than in the list, or of another good, is judged again', async () => {
    const { town, cart, product, shop, refresh } = await chooses('above');
    await refresh('OwnersRuled');
    const offers = (changes: object) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: product.merchantId, productId: product.productId },
        body: changes as never,
      });
    const judged = {
      decisionId: expect.stringMatching(/^dec_/),
      rank: null,
      below: null,
      reason: null,
      referenceRupiah: 18_000,
    };
    await offers({ priceRupiah: 900_000 });
    const { code, body } = await refusalOf(town.places('ani', cart));
    expect([code, body['errors']]).toEqual([
      'reason_required',
      [{ pointer: '/shops/0/lines/0/choice/reason', detail: 'Turun urutan: di atas harga wajar.' }],
    ]);
    await offers({ priceRupiah: 18_001 });
    expect((await town.places('ani', cart))[0]?.lines[0]?.choice).toEqual(judged);
    await offers({ priceRupiah: 18_000, name: `${product.name} kecil` });
    expect((await town.places('ani', cart))[0]?.lines[0]?.choice).toEqual(judged);
  });

  test.each<[string, readonly number[], boolean]>([
    ['before the first ledger', [18_000, 18_001, 30_000, 18_002], false],
    ['of goods nobody else offers, with which nothing can be compared', [18_000], true],
    ['of goods of two owners', [18_000, 40_000], true],
  ])('from a ranked list is recorded %s', async (_, prices, looked) => {
    const { town, stalls, refresh } = await stallsOf(prices);
    if (looked) await refresh('OwnersRuled');
    const { as } = town;
    for (const query of [{}, { category: 'meeting-food' }, { text: 'nasi' }, { district: '35.73.02', quantity: 2 }]) {
      const asked = { params: { city: CITY }, query: query as never };
      const { items, ranking } = await as()('GET /cities/{city}/products', asked);
      for (const card of items.filter(({ ranking }) => ranking?.above)) {
        const { product } = stalls.find((one) => one.product.productId === card.productId)!;
        const line = { productId: product.productId, quantity: 1, choice: { token: card.choiceToken ?? '' } };
        const cart = town.cart([{ product, quantity: 1 }]);
        const [order] = await town.places('ani', {
          ...cart,
          shops: [{ merchantId: product.merchantId, lines: [line] }],
        });
        expect(order?.lines[0]?.choice).toMatchObject({
          decisionId: ranking?.decisionId,
          rank: card.ranking?.rank,
          below: null,
          reason: null,
          referenceRupiah: card.ranking?.medianRupiah ?? null,
        });
        await town.moves('ani', 'cancel', order!);
      }
    }
  });

  test('whose offer changed since its list is recorded with the list it came from, whether there is a line or not', async () => {
    for (const prices of [[18_000], [18_000, 18_000, 18_000]]) {
      const { town, list, stall, refresh } = await stallsOf(prices);
      await refresh('OwnersRuled');
      const { shop, product } = stall(0);
      const { items, ranking } = await list();
      const token = items.find(({ productId }) => productId === product.productId)?.choiceToken ?? '';
      await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { priceRupiah: 18_500 },
      });
      const line = { productId: product.productId, quantity: 1, choice: { token } };
      const cart = town.cart([{ product, quantity: 1 }]);
      const [order] = await town.places('ani', { ...cart, shops: [{ merchantId: product.merchantId, lines: [line] }] });
      expect(order?.lines[0]?.choice).toMatchObject({ decisionId: ranking?.decisionId, rank: null, below: null });
    }
  });

  test('is asked for its reason also when nothing was chosen from a list', async () => {
    const { town, stall, refresh, world } = await stallsOf([18_000, 18_000, 18_000, 30_000]);
    await refresh('OwnersRuled');
    const cart = (index: number, choice?: { reason: string }) => {
      const { product } = stall(index);
      const line = { productId: product.productId, quantity: 2, ...(choice ? { choice } : {}) };
      return { ...town.cart([{ product, quantity: 2 }]), shops: [{ merchantId: product.merchantId, lines: [line] }] };
    };
    const refusal = await refusedWithoutTrace(world, () => town.places('ani', cart(3)));
    expect(refusal.code).toBe('reason_required');
    expect(refusal.body['errors']).toEqual([
      { pointer: '/shops/0/lines/0/choice/reason', detail: 'Turun urutan: di atas harga wajar.' },
    ]);
    const [dear] = await town.places('ani', cart(3, { reason: 'Langganan' }));
    const choice = { decisionId: null, rank: null, referenceRupiah: 18_000 };
    expect(dear?.lines[0]?.choice).toEqual({ ...choice, below: 'price_above_fair', reason: 'Langganan' });
    const [fair] = await town.places('ani', cart(0));
    expect(fair?.lines[0]?.choice).toEqual({ ...choice, below: null, reason: null });
  });

  test('of a badly rated shop asks for a reason too, until its rating is mended', async () => {
    const { town, stall, sells, refresh, follow } = await stallsOf([18_000, 18_000, 18_000]);
    const rates = async (rating: number) => {
      const order = await sells(stall(0), 1);
      await town.moves(stall(0).shop.owner, 'deliver', order);
      await town.receives('ani', order, { rating });
      await follow(order.orderId);
    };
    for (let bad = 0; bad < 3; bad++) await rates(1);
    await refresh('OwnersRuled');
    const cart = town.cart([{ product: stall(0).product, quantity: 1 }]);
    expect((await refusalOf(town.places('ani', cart))).body['errors']).toEqual([
      { pointer: '/shops/0/lines/0/choice/reason', detail: 'Turun urutan: mutu di bawah batas.' },
    ]);
  });

  test('of goods that nobody else offers any more is compared with what they cost before', async () => {
    const { town, stall, stalls, refresh } = await stallsOf([18_000, 18_000, 18_000, 30_000]);
    await refresh('OwnersRuled');
    for (const { shop, product } of stalls.slice(0, 3))
      await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { active: false },
      });
    await refresh('OwnersRuled');
    expect((await refusalOf(town.buys('ani', stall(3).product, 1))).code).toBe('reason_required');
  });

  test('enters the month: what was paid beside the reference, and who was chosen below the line', async () => {
    const { town, cart, shop, world } = await chooses('below', { reason: 'Porsinya lebih besar' });
    const [order] = await town.places('ani', cart);
    await town.moves(shop.owner, 'accept', order!);
    await town.moves(shop.owner, 'deliver', order!);
    await town.receives('ani', order!);
    const standing = (await everything(world)).find(({ type, orders }) => type === 'Standing' && orders === 1);
    expect(standing?.['pricesPaid']).toEqual({
      comparedRupiah: 60_000,
      referenceRupiah: 36_000,
      below: { price_above_fair: 1 },
    });
  });
});
