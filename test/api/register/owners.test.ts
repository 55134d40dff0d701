import { describe, expect, test } from 'vitest';
import { eventOf } from '../../../events/changes.ts';
import { everything, QRIS, refusalOf, refusedWithoutTrace, type Shop } from '../../market.ts';
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
    for (const [index, shop] of shops.entries())
      made.push({ shop, product: await town.offers(shop, { priceRupiah: 19_000 - index * 2_000, amount: 100 }) });
    await refresh('OwnersRuled');
    return made as [(typeof made)[0], (typeof made)[0]];
  };
  const changes = ({ merchantId, owner }: Shop, body: object) =>
    town.as(owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: body as never });
  const rules = (kind: 'phone' | 'account' | 'applicant' | 'qris', { merchantId }: Shop) =>
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
  /** What the city is asked: by what, and about whom; in brackets who no longer shows it. */
  const questions = async (state: 'open' | 'ended' | 'answered' = 'open') =>
    (await admin('GET /cities/{city}/owner-questions', { params, query: { state } as never })).items.map(
      ({ kind, shops }) => [kind, ...shops.map(({ shopId, until }) => (until === null ? shopId : `(${shopId})`))],
    );
  const joins = (...shops: readonly Shop[]) =>
    admin('POST /cities/{city}/owner-rulings', {
      params,
      body: {
        rule: 'same_owner',
        shopIds: shops.map(({ merchantId }) => merchantId),
        reason: 'Satu rumah, satu kasir',
      },
    });
  return { ...stalls, admin, pair, changes, rules, record, salesOf, owners, questions, joins };
};

const alone = (recentSalesRupiah: number) => ({ shops: 1, recentSalesRupiah });

describe('shops of one bank account or phone', () => {
  test.each<[string, string, object, object]>([
    ['account', 'bank account', { account }, { account: { ...account, number: '001234567890', holder: 'Joko' } }],
    ['phone', 'phone', { phone: '0812 9999 0000' }, { phone: '+62 812-9999-0000' }],
  ])(
    'ask the city by their %s and join nobody: a rival cannot be framed by writing its %s',
    async (kind, _, his, hers) => {
      const { pair, changes, refresh, record, questions, salesOf, sells, list, clock, town, admin } = await cityOf();
      const [a, b] = await pair();
      await changes(a.shop, his);
      await sells(a, 4);
      await refresh('OwnersRuled');
      const before = (await list()).items.map(({ productId }) => productId);
      expect(await questions()).toEqual([]);
      clock.pass(MINUTE_MS);
      await changes(b.shop, hers);
      await refresh('OwnersRuled');
      // The rival keeps its own place and turn, and whoever wrote learns nothing.
      expect([await salesOf(a.shop), await salesOf(b.shop)]).toEqual([alone(76_000), alone(0)]);
      expect((await list()).items.map(({ productId }) => productId)).toEqual(before);
      expect((await list()).items.map(({ ranking }) => ranking?.otherProductIds ?? [])).toEqual([[], []]);
      const both = [a.shop.merchantId, b.shop.merchantId].sort();
      expect([await record(), await questions()]).toEqual([[], [[kind, ...both]]]);
      // What is asked shows neither phone nor account.
      const told = await town.as(town.adminOf(CITY))('GET /cities/{city}/owner-questions', {
        params,
        query: {} as never,
      });
      expect(JSON.stringify(told)).not.toMatch(/9999|7890/);
      // But it names the shops, so that who answers need not open each.
      const files = [a, b].map(({ shop: { merchantId } }) =>
        admin('GET /merchants/{merchantId}/file', { params: { merchantId } }),
      );
      const names = (await Promise.all(files)).map(({ name }) => name);
      expect(told.items.flatMap(({ shops }) => shops.map(({ name }) => name)).sort()).toEqual(names.sort());
    },
  );

  test('are not forgotten when one hides behind another number, until the city answers', async () => {
    const { pair, changes, refresh, record, questions, salesOf, sells, clock, joins, town } = await cityOf();
    const [a, b] = await pair();
    for (const { shop } of [a, b]) await changes(shop, { account });
    await sells(a, 4);
    await refresh('OwnersRuled');
    clock.pass(MINUTE_MS);
    await changes(b.shop, { account: other });
    await refresh('OwnersRuled');
    const [first, second] = [a.shop.merchantId, b.shop.merchantId].sort();
    const hidden = (id: string | undefined) => (id === b.shop.merchantId ? `(${id})` : id);
    expect([await questions(), await questions('ended')]).toEqual([[], [['account', hidden(first), hidden(second)]]]);
    await joins(a.shop, b.shop);
    await refresh('OwnersRuled');
    expect(await record()).toEqual(['merged 2']);
    // Each owner is told that it was decided and why, never about whom.
    for (const { shop } of [a, b]) {
      const params = { merchantId: shop.merchantId };
      const { rulings } = await town.as(shop.owner)('GET /merchants/{merchantId}/owner-rulings', { params });
      expect(rulings.map(({ reason }) => reason)).toEqual(['Satu rumah, satu kasir']);
      expect(JSON.stringify(rulings)).not.toMatch(/mrc_/);
    }
    expect([await questions('ended'), (await questions('answered')).length]).toEqual([[], 1]);
    expect((await salesOf(a.shop)).shops).toBe(2);
    // Another phone or account no longer parts them.
    await changes(b.shop, { account: null, phone: '0813 1111 2222' });
    clock.pass(MINUTE_MS);
    await refresh('OwnersRuled');
    expect(await record()).toEqual(['merged 2']);
  });

  test('are answered for three and more at once, and asked about for as long as one of them is not', async () => {
    const { opens, town, refresh, record, questions, joins, salesOf } = await cityOf();
    const shops = [
      await opens({ account }),
      await opens({ account }),
      await opens({ account }),
      await opens({ account }),
    ];
    for (const shop of shops) await town.offers(shop);
    await refresh('OwnersRuled');
    const [a, b, c, d] = shops as [Shop, Shop, Shop, Shop];
    await joins(a, b, c);
    await refresh('OwnersRuled');
    expect([await record(), (await questions()).length]).toEqual([['merged 3'], 1]);
    await joins(a, d);
    await refresh('OwnersRuled');
    expect([(await questions()).length, (await questions('answered')).length]).toEqual([0, 1]);
    expect((await salesOf(d)).shops).toBe(4);
    expect(await refusalOf(joins(a, a))).toMatchObject({ code: 'invalid_request' });
  });

  test('are nobody’s question any more where the city rules that the account is a cooperative’s', async () => {
    const { opens, town, refresh, rules, record, owners, questions } = await cityOf();
    const shops = [await opens({ account }), await opens({ account }), await opens({ account })];
    for (const shop of shops) await town.offers(shop);
    await refresh('OwnersRuled');
    expect([await owners(), await record(), (await questions())[0]?.length]).toEqual([3, [], 4]);
    const ruling = await rules('account', shops[1] as Shop);
    expect(ruling).toMatchObject({ kind: 'account', shopIds: [shops[1]?.merchantId] });
    expect(JSON.stringify(ruling)).not.toMatch(/7890/);
    await refresh('OwnersRuled');
    expect([await questions(), (await questions('answered')).length]).toEqual([[], 1]);
    // The ruling is about the account, whoever opens with it later.
    await town.offers(await opens({ account }));
    await refresh('OwnersRuled');
    expect([await owners(), await questions()]).toEqual([4, []]);
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

describe('shops whose buyers pay one QRIS', () => {
  test('are asked about, and no more where the city rules that it is a market’s', async () => {
    const { pair, refresh, record, questions, town, rules } = await cityOf();
    const pairOf = await pair();
    const pays = ({ merchantId, owner }: Shop) =>
      town.as(owner)('PUT /merchants/{merchantId}/payment-ways', {
        params: { merchantId },
        body: { cod: null, qris: QRIS, transfer: false },
      });
    await pays(pairOf[0].shop);
    expect((await refusalOf(rules('qris', pairOf[1].shop))).code).toBe('evidence_not_found');
    await pays(pairOf[1].shop);
    await refresh('OwnersRuled');
    const both = pairOf.map(({ shop }) => shop.merchantId).sort();
    expect([await record(), await questions()]).toEqual([[], [['qris', ...both]]]);
    await rules('qris', pairOf[0].shop);
    await refresh('OwnersRuled');
    expect([await questions(), await questions('answered')]).toEqual([[], [['qris', ...both]]]);
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

  test('are asked about from the day on which the founder hands one to somebody else', async () => {
    const { opens, town, refresh, record, owners, questions } = await cityOf();
    const shops = [await opens({}, 'sari'), await opens({}, 'sari')] as const;
    for (const shop of shops) await town.offers(shop);
    await refresh('OwnersRuled');
    expect([await owners(), await questions()]).toEqual([1, []]);
    const scope = `merchant:${shops[1].merchantId}`;
    await town.seats(scope, 'orang-suruhan', 'owner', 'sari');
    await town.as('sari')('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'sari' } });
    await refresh('OwnersRuled');
    expect([await owners(), await record()]).toEqual([2, ['split 2', 'merged 2']]);
    const ids = shops.map(({ merchantId }) => merchantId).sort();
    expect(await questions()).toEqual([['applicant', ...ids]]);
  });

  test('are their owners’ from the first when an officer of the city applied', async () => {
    const { opens, town, refresh, owners, record } = await cityOf();
    await town.seats(`city:${CITY}`, 'lurah', 'inspectorate');
    for (let index = 0; index < 2; index++) await town.offers(await opens({}, 'lurah'));
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
      'OwnerEvidenceChanged',
      undefined,
      'ShopEdited',
      'OwnerEvidenceChanged',
      'OwnerEvidenceChanged',
    ]);
    expect(JSON.stringify(announced)).not.toMatch(/7890|0000|Sri/);
  });

  test('waits for the quarter hour when the owners were looked at just now', async () => {
    const { pair, changes, questions, clock, refresh } = await cityOf();
    const [a, b] = await pair();
    for (const { shop } of [a, b]) await changes(shop, { account });
    clock.pass(-14 * MINUTE_MS);
    await refresh('OwnersRuled');
    expect(await questions()).toEqual([]);
    clock.pass(-14 * MINUTE_MS);
    await refresh();
    expect((await questions()).length).toBe(1);
  });
});
