import { describe, expect, test } from 'vitest';
import { eventOf } from '../../../events/changes.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop } from '../../market.ts';
import { CITY, stallsOf } from '../ranking/stalls.ts';

const MINUTE_MS = 60_000;
const params = { city: CITY };
const account = { bank: '114', number: '0012 3456 7890', holder: 'Sri' } as const;
const other = { ...account, number: '9988 7766 5544' } as const;

/** A city whose owners are looked at: who changes what, what the city rules, and what came of it. */
const cityOf = async (prices: readonly number[] = []) => {
  const stalls = await stallsOf(prices);
  const { town, opens, list, refresh } = stalls;
  const admin = town.as(town.adminOf(CITY));
  /** Two shops that share nothing, each with something to sell. */
  const pair = async () => {
    const shops = [await opens(), await opens()] as const;
    const made = [];
    for (const [place, shop] of shops.entries())
      made.push({ shop, product: await town.offers(shop, { priceRupiah: 19_000 - place * 2_000, amount: 100 }) });
    await refresh('OwnersRuled');
    return made as [(typeof made)[0], (typeof made)[0]];
  };
  const changes = ({ merchantId, owner }: Shop, body: object) =>
    town.as(owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: body as never });
  const rules = (kind: 'phone' | 'account' | 'applicant', { merchantId }: Shop) =>
    admin('POST /cities/{city}/owner-rulings', {
      params,
      body: { rule: 'no_evidence', kind, shopId: merchantId, reason: 'Milik bersama koperasi' },
    });
  /** What is on record, newest first: the change and how many shops it was about. */
  const record = async () =>
    (await admin('GET /cities/{city}/owner-changes', { params })).items.map(
      ({ change, shopIds }) => `${change} ${shopIds.length}`,
    );
  const salesOf = async ({ merchantId, owner }: Shop, by = owner) => {
    const own = await town.as(by)('GET /merchants/{merchantId}/ranking', { params: { merchantId } });
    return { shops: own.shops, recentSalesRupiah: own.recentSalesRupiah };
  };
  const owners = async () => (await list()).ranking?.owners;
  return { ...stalls, admin, pair, changes, rules, record, salesOf, owners };
};

describe('shops of one bank account', () => {
  test('are one owner’s from the change on: the merger is recorded, V is summed; another account parts them', async () => {
    const { town, pair, changes, refresh, record, salesOf, sells, list, clock } = await cityOf();
    const [a, b] = await pair();
    await changes(a.shop, { account });
    await sells(a, 4);
    await refresh('OwnersRuled');
    expect([await salesOf(a.shop), await salesOf(b.shop)]).toEqual([
      { shops: 1, recentSalesRupiah: 76_000 },
      { shops: 1, recentSalesRupiah: 0 },
    ]);
    expect(await record()).toEqual([]);
    await changes(b.shop, { account: { ...account, number: '001234567890', holder: 'Joko' } });
    await refresh('OwnersRuled');
    expect(await record()).toEqual(['merged 2']);
    expect(await salesOf(b.shop, town.adminOf(CITY))).toEqual({ shops: 2, recentSalesRupiah: 76_000 });
    // Who writes a stranger's account learns nothing of their sales; who belongs to both shops sees them.
    expect(await salesOf(b.shop)).toEqual({ shops: 2, recentSalesRupiah: null });
    await town.seats(`merchant:${a.shop.merchantId}`, b.shop.owner, 'staff', a.shop.owner);
    expect(await salesOf(b.shop)).toEqual({ shops: 2, recentSalesRupiah: 76_000 });
    // The cheaper offer stands first, with what both received.
    const { items } = await list();
    expect(items.map(({ productId }) => productId)).toEqual([b.product.productId, a.product.productId]);
    expect(items[0]?.ranking).toMatchObject({ otherProductIds: [a.product.productId], turn: 1 });
    clock.pass(MINUTE_MS);
    await changes(b.shop, { account: other });
    await refresh('OwnersRuled');
    expect(await record()).toEqual(['split 2', 'merged 2']);
    expect([await salesOf(a.shop), await salesOf(b.shop)]).toEqual([
      { shops: 1, recentSalesRupiah: 76_000 },
      { shops: 1, recentSalesRupiah: 0 },
    ]);
  });

  test('are parted by the city where the account is a cooperative’s, which stays recorded', async () => {
    const { opens, town, refresh, rules, record, owners } = await cityOf();
    const shops = [await opens({ account }), await opens({ account }), await opens({ account })];
    for (const shop of shops) await town.offers(shop);
    await refresh('OwnersRuled');
    expect([await owners(), await record()]).toEqual([1, ['merged 3']]);
    const ruling = await rules('account', shops[1] as Shop);
    expect(ruling).toMatchObject({ kind: 'account', shopIds: [shops[1]?.merchantId] });
    expect(JSON.stringify(ruling)).not.toMatch(/7890/);
    await refresh('OwnersRuled');
    expect([await owners(), await record()]).toEqual([3, ['split 3', 'merged 3']]);
    // The ruling is about the account, whoever opens with it later.
    await town.offers(await opens({ account }));
    await refresh('OwnersRuled');
    expect(await owners()).toBe(4);
  });

  test('cannot be ruled about by a shop that has none', async () => {
    const { opens, rules, world, admin } = await cityOf();
    const shop = await opens();
    const refusal = await refusedWithoutTrace(world, () => rules('account', shop));
    expect([refusal.status, refusal.code]).toEqual([422, 'evidence_not_found']);
    expect(refusal.body['errors']).toMatchObject([{ pointer: '/shopId' }]);
    // An identity number is mended, never ruled away.
    const body = { rule: 'no_evidence', kind: 'identity', shopId: shop.merchantId, reason: 'x' } as never;
    expect((await refusalOf(admin('POST /cities/{city}/owner-rulings', { params, body }))).code).toBe(
      'invalid_request',
    );
  });
});

describe('shops of one applicant', () => {
  test('are one owner’s, until so many identities show a helper; the city can rule so before', async () => {
    const { opens, town, refresh, rules, record, owners } = await cityOf();
    const first = await opens({}, 'pendamping');
    await town.offers(first);
    await town.offers(await opens({}, 'pendamping'));
    await refresh('OwnersRuled');
    expect(await owners()).toBe(1);
    await rules('applicant', first);
    await refresh('OwnersRuled');
    expect([await owners(), await record()]).toEqual([2, ['split 2', 'merged 2']]);
    for (const helped of [1, 2, 3, 4]) {
      await town.offers(await opens({}, 'relawan'));
      await refresh('OwnersRuled');
      expect(await owners()).toBe(helped < 4 ? 3 : 6);
    }
    expect(await record()).toEqual(['split 3', 'merged 3', 'merged 2', 'split 2', 'merged 2']);
  });

  test('are their owners’ from the first when an officer of the city applied', async () => {
    const { opens, town, refresh, owners, record } = await cityOf();
    await town.seats(`city:${CITY}`, 'lurah', 'inspectorate');
    for (let place = 0; place < 2; place++) await town.offers(await opens({}, 'lurah'));
    await refresh('OwnersRuled');
    expect([await owners(), await record()]).toEqual([2, []]);
  });
});

describe('news of a shop', () => {
  test('is announced when its phone or account is another one, without either', async () => {
    const { pair, changes, world } = await cityOf();
    const [a] = await pair();
    const stored = async () =>
      (await everything(world)).find(({ nik, pk }) => nik && pk === `MERCHANT#${a.shop.merchantId}`);
    const announced: unknown[] = [];
    for (const body of [
      { account },
      { account },
      { description: 'Pedas' },
      { phone: '0813 0000 1111' },
      { account: null },
    ]) {
      const before = await stored();
      await changes(a.shop, body);
      announced.push(eventOf({ before, after: await stored(), at: world.now() }));
    }
    expect(announced.map((event) => (event as { type?: string } | undefined)?.type)).toEqual([
      ...['OwnerEvidenceChanged', undefined, undefined, 'OwnerEvidenceChanged', 'OwnerEvidenceChanged'],
    ]);
    expect(JSON.stringify(announced)).not.toMatch(/7890|0000|Sri/);
  });

  test('waits for the quarter hour when the owners were looked at just now', async () => {
    const { pair, changes, record, clock, refresh } = await cityOf();
    const [a, b] = await pair();
    for (const { shop } of [a, b]) await changes(shop, { account });
    clock.pass(-14 * MINUTE_MS);
    await refresh('OwnersRuled');
    expect(await record()).toEqual([]);
    clock.pass(-14 * MINUTE_MS);
    await refresh();
    expect(await record()).toEqual(['merged 2']);
  });
});
