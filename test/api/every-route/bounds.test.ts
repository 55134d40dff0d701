import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { routeKeys, routeOf } from '../../../shared/contract.ts';
import { type DailyLimit, dailyLimits } from '../../../shared/domain/people/daily-limits.ts';
import { MOST_OPEN_APPEALS } from '../../../shared/domain/ranking/list/appeal.ts';
import { appliesAt, bankOf, type SeatedBank, schemeOf, seatsBank } from '../../banks.ts';
import { everything, type Office, Refusal, refusalOf, refusedWithoutTrace, type Shop } from '../../market.ts';
import { CITY, stallsOf } from '../ranking/stalls.ts';

/**
 * What keeps each route that writes from filling the table: it `overwrites` one thing; it `moves` something that ends; the
 * code by which it refuses one more; or it is of those who run the country.
 */
const bounds: Record<string, string> = {
  'PUT /cities/{city}': 'operator',
  'PATCH /cities/{city}': 'overwrites',
  'POST /merchants/{merchantId}/products': 'product_limit',
  'PATCH /merchants/{merchantId}/products/{productId}': 'overwrites',
  'PUT /merchants/{merchantId}/products/{productId}/stock': 'overwrites',
  'POST /merchants/{merchantId}/photos': 'limit_reached',
  'POST /orders/{orderId}/photos/{purpose}': 'photo_limit',
  'POST /merchants': 'shop_limit',
  'PATCH /merchants/{merchantId}': 'limit_reached',
  'POST /merchants/{merchantId}/verify': 'moves',
  'POST /merchants/{merchantId}/return': 'moves',
  'POST /merchants/{merchantId}/suspend': 'moves',
  'POST /merchants/{merchantId}/close': 'moves',
  'POST /merchants/{merchantId}/proposal/confirm': 'moves',
  'POST /merchants/{merchantId}/proposal/refuse': 'moves',
  'POST /merchants/{merchantId}/proposal/withdraw': 'moves',
  'POST /merchants/{merchantId}/identity': 'overwrites',
  'PUT /cities/{city}/return-reasons': 'overwrites',
  'PUT /cities/{city}/sought-words': 'overwrites',
  'PUT /cities/{city}/banned-goods': 'overwrites',
  'POST /merchants/{merchantId}/products/{productId}/reports': 'limit_reached',
  'POST /merchants/{merchantId}/products/{productId}/decide': 'overwrites',
  'POST /cities/{city}/register/import': 'limit_reached',
  'PUT /cities/{city}/register/import-columns': 'overwrites',
  'POST /merchants/{merchantId}/owners/{person}/confirm': 'moves',
  'POST /merchants/{merchantId}/claim-link': 'limit_reached',
  'POST /orders': 'too_many_open_orders',
  'POST /me/carts': 'cart_limit',
  'DELETE /me/carts/{cartId}': 'moves',
  'POST /me/addresses': 'address_limit',
  'DELETE /me/addresses/{addressId}': 'moves',
  'POST /agencies/{agencyId}/addresses': 'address_limit',
  'DELETE /agencies/{agencyId}/addresses/{addressId}': 'moves',
  'POST /orders/{orderId}/approve': 'moves',
  'POST /orders/{orderId}/reject': 'moves',
  'POST /orders/{orderId}/accept': 'moves',
  'POST /orders/{orderId}/decline': 'moves',
  'POST /orders/{orderId}/deliver': 'moves',
  'POST /orders/{orderId}/receive': 'quantity_not_possible',
  'POST /orders/{orderId}/cancel': 'moves',
  'POST /orders/{orderId}/dispute': 'moves',
  'POST /orders/{orderId}/reschedule': 'date_not_possible',
  'PUT /merchants/{merchantId}/delivery-terms': 'overwrites',
  'PUT /merchants/{merchantId}/payment-ways': 'overwrites',
  'PUT /merchants/{merchantId}/payment-providers/{provider}': 'overwrites',
  'POST /merchants/{merchantId}/payment-notices/{provider}': 'notice_not_genuine',
  'POST /merchants/{merchantId}/parked-notices/{noticeId}/settle': 'moves',
  'PUT /orders/{orderId}/payment/way': 'overwrites',
  'POST /orders/{orderId}/payment/claim': 'limit_reached',
  'POST /orders/{orderId}/payment/confirm': 'moves',
  'POST /orders/{orderId}/payment/not-find': 'moves',
  'POST /orders/{orderId}/payment/collect': 'moves',
  'POST /orders/{orderId}/payment/refuse': 'moves',
  'POST /orders/{orderId}/payment/record': 'moves',
  'POST /orders/{orderId}/payment/give-back': 'moves',
  'POST /orders/{orderId}/payment/deny': 'limit_reached',
  'POST /cities/{city}/cash-on-delivery/{orderId}/strike': 'moves',
  'POST /orders/{orderId}/papers/{kind}': 'moves',
  'PUT /agencies/{agencyId}/paper-settings': 'overwrites',
  'PUT /cities/{city}/saved-views': 'overwrites',
  'PUT /cities/{city}/paper-defaults': 'overwrites',
  'PUT /merchants/{merchantId}/taxes': 'overwrites',
  'PUT /orders/{orderId}/review': 'review_locked',
  'POST /orders/{orderId}/review/withdraw': 'moves',
  'POST /reviews/{reviewId}/reply': 'overwrites',
  'POST /reviews/{reviewId}/report': 'overwrites',
  'POST /reviews/{reviewId}/moderate': 'moves',
  'POST /rankings/{decisionId}/impressions': 'overwrites',
  'POST /merchants/{merchantId}/appeals': 'limit_reached',
  'POST /appeals/{appealId}/answer': 'moves',
  'POST /cities/{city}/allocations': 'limit_reached',
  'PUT /cities/{city}/ranking-policy': 'policy_too_early',
  'POST /cities/{city}/ranking-policy/simulations': 'limit_reached',
  'POST /cities/{city}/price-ceilings': 'limit_reached',
  'POST /cities/{city}/price-ceilings/{ceilingId}/end': 'moves',
  'POST /cities/{city}/owner-rulings': 'limit_reached',
  'POST /cities/{city}/integrity-questions/{questionId}/outcome': 'moves',
  'PUT /cities/{city}/follow-ups/{merchantId}/officer': 'overwrites',
  'POST /cities/{city}/follow-ups/{merchantId}/steps': 'overwrites',
  'POST /merchants/{merchantId}/tasks/{taskId}/assign': 'moves',
  'POST /merchants/{merchantId}/tasks/{taskId}/done': 'moves',
  'POST /merchants/{merchantId}/tasks/{taskId}/reopen': 'limit_reached',
  'POST /merchants/{merchantId}/tasks/{taskId}/photo': 'limit_reached',
  'POST /cities/{city}/visits': 'overwrites',
  'POST /visits/{visitId}/cancel': 'moves',
  'POST /visits/{visitId}/record': 'moves',
  'POST /visits/{visitId}/photos/{hash}': 'overwrites',
  'POST /visits/{visitId}/corrections': 'limit_reached',
  'POST /visits/{visitId}/story': 'overwrites',
  'POST /merchants/{merchantId}/usability': 'moves',
  'POST /partners/{partnerId}/usability/{mark}': 'limit_reached',
  'POST /merchants/{merchantId}/story/consent': 'overwrites',
  'POST /merchants/{merchantId}/story/decline': 'overwrites',
  'POST /merchants/{merchantId}/story/withdraw': 'overwrites',
  'POST /cities/{city}/complaints': 'limit_reached',
  'POST /cities/{city}/typed-complaints': 'limit_reached',
  'POST /complaints/{number}/track': 'limit_reached',
  'POST /complaints/{number}/reply': 'limit_reached',
  'POST /complaints/{number}/verify': 'moves',
  'POST /complaints/{number}/forward': 'moves',
  'POST /complaints/{number}/start': 'moves',
  'POST /complaints/{number}/answer': 'moves',
  'PUT /cities/{city}/complaint-routes': 'overwrites',
  'POST /cities/{city}/banks': 'limit_reached',
  'POST /merchants/{merchantId}/capital-applications': 'limit_reached',
  'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw': 'moves',
  'POST /banks/{bankId}/applications/{applicationId}/open': 'limit_reached',
  'POST /banks/{bankId}/applications/{applicationId}/answer': 'moves',
  'PUT /banks/{bankId}': 'overwrites',
  'POST /cities/{city}/series': 'limit_reached',
  'PUT /series/{seriesId}': 'overwrites',
  'POST /series/{seriesId}/enrolments': 'limit_reached',
  'POST /series/{seriesId}/enrolments/{merchantId}/withdraw': 'moves',
  'POST /series/{seriesId}/draw': 'moves',
  'POST /series/{seriesId}/certificates': 'moves',
  'POST /certificates/{code}/revoke': 'moves',
  'POST /series/{seriesId}/attendance': 'moves',
  'POST /series/{seriesId}/enrolments/{merchantId}/notes': 'limit_reached',
  'POST /open311/{city}/{list}': 'limit_reached',
  'POST /cities/{city}/partners': 'limit_reached',
  'POST /provinces/{province}/partners': 'limit_reached',
  'POST /partners/{partnerId}/keys': 'limit_reached',
  'POST /partners/{partnerId}/keys/{keyId}/revoke': 'moves',
  'POST /partner-feeds/parts': 'limit_reached',
  'POST /partner-feeds': 'limit_reached',
  'POST /partners/{partnerId}/feed-parts': 'limit_reached',
  'POST /partners/{partnerId}/feeds': 'limit_reached',
  'POST /partners/{partnerId}/agreements': 'limit_reached',
  'PUT /partners/{partnerId}/agreements/{agreementId}': 'overwrites',
  'POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}': 'overwrites',
  'POST /partners/{partnerId}/agreements/{agreementId}/documents': 'limit_reached',
  'POST /orders/{orderId}/deliveries': 'limit_reached',
  'POST /orders/{orderId}/deliveries/{attempt}/say': 'delivery_moved_on',
  'POST /orders/{orderId}/deliveries/{attempt}/cancel': 'moves',
  'PUT /merchants/{merchantId}/courier-partners/{partner}': 'overwrites',
  'POST /merchants/{merchantId}/delivery-notices/{partner}': 'notice_not_genuine',
  'PUT /cities/{city}/centres/{slug}': 'limit_reached',
  'PUT /cities/{city}/centres/{slug}/days/{day}': 'date_not_possible',
  'POST /cities/{city}/centres/{slug}/days/{day}/draw': 'moves',
  'PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': 'limit_reached',
  'DELETE /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': 'moves',
  'POST /agencies/{agencyId}/plan/{year}/import': 'limit_reached',
  'PUT /agencies/{agencyId}/plan-columns': 'overwrites',
  'PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category': 'limit_reached',
  'POST /orders/{orderId}/integrity-answers': 'already_answered',
  'PUT /merchants/{merchantId}/turnover/{month}': 'limit_reached',
  'POST /merchants/{merchantId}/turnover/{month}/reopen': 'overwrites',
  'POST /cities/{city}/months/{month}/close': 'overwrites',
  'PUT /scopes/{scope}/members/{person}': 'limit_reached',
  'DELETE /scopes/{scope}/members/{person}': 'moves',
  'POST /scopes/{scope}/invitation-links': 'limit_reached',
  'DELETE /scopes/{scope}/invitation-links/{linkId}': 'moves',
  'POST /me/invitation-links/accept': 'seat_limit',
  'POST /me/invitations/{scope}/accept': 'seat_limit',
  'DELETE /me/invitations/{scope}': 'moves',
  'POST /cities/{city}/agencies': 'limit_reached',
  'PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}': 'limit_reached',
  'POST /agencies/{agencyId}/budgets/{year}/import': 'limit_reached',
  'POST /cities/{city}/procurements/{year}/import': 'overwrites',
  'PUT /agencies/{agencyId}/procurements/{year}': 'overwrites',
  'PUT /merchants/{merchantId}/scale': 'overwrites',
  'PUT /cities/{city}/participation-goals/{month}': 'overwrites',
  'POST /cities/{city}/civil-servants/import': 'overwrites',
  'POST /cities/{city}/civil-servants/release': 'moves',
  'POST /cities/{city}/purchase-proofs/{proofId}/decide': 'moves',
  'POST /me/erasure': 'moves',
  'DELETE /me/erasure': 'moves',
  'PUT /me/civil-servant': 'limit_reached',
  'POST /me/purchase-proofs': 'photo_not_found',
  'POST /me/purchase-proof-photos': 'limit_reached',
  'POST /cities/{city}/logo': 'limit_reached',
  'POST /me/notices/read': 'overwrites',
  'POST /me/notices/{noticeId}/read': 'overwrites',
  'PUT /me/notice-settings': 'overwrites',
  'PUT /me/devices': 'limit_reached',
  'DELETE /me/devices/{deviceId}': 'moves',
};

describe('what a person may make', () => {
  test('has a bound on every route that writes, and the route says by which code', () => {
    const writing = routeKeys.filter((key) => !key.startsWith('GET '));
    expect(Object.keys(bounds).sort()).toEqual([...writing].sort());
    const unsaid = writing.filter((key) => {
      const bound = bounds[key] ?? '';
      const { problems = [], who } = routeOf(key);
      if (bound === 'operator') return who.some((kind) => kind !== 'operator');
      return !['overwrites', 'moves'].includes(bound) && !(problems as readonly string[]).includes(bound);
    });
    expect(unsaid).toEqual([]);
  });
});

let stalls: Awaited<ReturnType<typeof stallsOf>>;
let office: Office;
let shop: Shop;
beforeAll(async () => {
  stalls = await stallsOf([18_000, 18_000]);
  shop = stalls.stall(0).shop;
  office = await stalls.town.seatsOffice(CITY);
  wish = await appliesAt(stalls.town, stalls.stall(1).shop, await atBank());
});

/** As if so many had been made today already. */
const made = (kind: DailyLimit, of: string, many: number) =>
  stalls.town.world.table.client.send(
    new UpdateCommand({
      TableName: stalls.town.world.table.name,
      Key: { pk: `MADE#${kind}#${of}`, sk: '2026-11-10' },
      UpdateExpression: 'SET #made = :many',
      ExpressionAttributeNames: { '#made': 'made' },
      ExpressionAttributeValues: { ':many': many },
    }),
  );

/** A shop of a list that the city sends. */
const entered = async (time: number) => {
  const place = `Kecamatan 02;Kelurahan 1001;Jl. Ijen ${time}`;
  const { status, body } = await stalls.town.ask('POST /cities/{city}/register/import', stalls.town.adminOf(CITY), {
    params: { city: CITY },
    query: { mode: 'all' },
    headers: { 'content-type': 'text/csv' },
    rawBody: `USAHA;PEMILIK;NIK;HP;KECAMATAN;KELURAHAN;ALAMAT;KATEGORI\nLapak ${time}0;Ani;357302450885010${time};08135555000${time};${place};Jasa\n`,
  });
  if (status >= 400) throw new Refusal(status, body);
};

const reported: string[] = [];
const twoGoods = async () => {
  const goods = [
    await stalls.town.offers(shop, { name: 'Lumpia' }),
    await stalls.town.offers(shop, { name: 'Risoles' }),
  ];
  return goods.map(({ productId }) => productId);
};

let bank: SeatedBank | undefined;
const atBank = async (): Promise<SeatedBank> => {
  bank ??= await seatsBank(stalls.town, CITY, { schemes: [schemeOf(), schemeOf({ kind: 'invoice' })] });
  return bank;
};
let wish: { readonly applicationId: string };

type Making = readonly [DailyLimit, () => string, (time: number) => Promise<unknown>];
const making: readonly Making[] = [
  ['photo', () => shop.merchantId, (time) => stalls.town.uploads(shop, 80 + time)],
  [
    'account-change',
    () => shop.merchantId,
    (time) =>
      stalls.town.as(shop.owner)('PATCH /merchants/{merchantId}', {
        params: { merchantId: shop.merchantId },
        body: { account: { bank: '002', number: `0011-2233-445${time}`, holder: 'Sri' } },
      }),
  ],
  [
    'invitation',
    () => `merchant:${shop.merchantId}`,
    (time) => stalls.town.invites(`merchant:${shop.merchantId}`, `kawan-${time}`, 'staff', shop.owner),
  ],
  [
    'invitation',
    () => `agency:${office.agencyId}`,
    () =>
      stalls.town.as(office.approver)('POST /scopes/{scope}/invitation-links', {
        params: { scope: `agency:${office.agencyId}` },
        body: { role: 'buyer' },
      }),
  ],
  [
    'allocation',
    () => office.agencyId,
    () =>
      stalls.town.as(office.buyer)('POST /cities/{city}/allocations', {
        params: { city: CITY },
        body: {
          agencyId: office.agencyId,
          category: 'meeting-food',
          quantity: 40,
          district: `${CITY}.02`,
          deliverOn: '2026-11-11',
        },
      }),
  ],
  [
    'simulation',
    () => CITY,
    () =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/ranking-policy/simulations', {
        params: { city: CITY },
        body: {},
      }),
  ],
  [
    'ceiling',
    () => CITY,
    (time) =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/price-ceilings', {
        params: { city: CITY },
        body: {
          category: 'meeting-food',
          goods: `lemper ${time}`,
          unit: 'kotak',
          ceilingRupiah: 18_500,
          validFrom: '2026-11-01',
          source: 'Perwali 1/2026',
        },
      }),
  ],
  [
    'ruling',
    () => CITY,
    () =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/owner-rulings', {
        params: { city: CITY },
        body: { rule: 'no_evidence', kind: 'phone', shopId: shop.merchantId, reason: 'Telepon koperasi' },
      }),
  ],
  [
    'claim-link',
    () => CITY,
    async (time) => {
      if (time === 1) await entered(9);
      const admin = stalls.town.as(stalls.town.adminOf(CITY));
      const params = { city: CITY };
      const { items } = await admin('GET /cities/{city}/register', { params, query: { q: 'lapak 90' } });
      return admin('POST /merchants/{merchantId}/claim-link', { params: { merchantId: items[0]?.merchantId ?? '' } });
    },
  ],
  [
    'goods-report',
    () => 'ani',
    async (time) => {
      if (time === 1) reported.push(...(await twoGoods()));
      return stalls.town.as('ani')('POST /merchants/{merchantId}/products/{productId}/reports', {
        params: { merchantId: shop.merchantId, productId: reported[time - 1] ?? '' },
        body: { kind: 'other' },
      });
    },
  ],
  [
    'partner',
    () => CITY,
    (time) =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/partners', {
        params: { city: CITY },
        body: { legalName: `PT Ojek ${time}`, brand: `Ojek ${time}`, kind: 'ride' },
      }),
  ],
  ['register-range', () => CITY, (time) => entered(time)],
  [
    'agency',
    () => CITY,
    (time) =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/agencies', {
        params: { city: CITY },
        body: { name: `Dinas ${time}`, address: 'Jl. Veteran 1' },
      }),
  ],
  [
    'capital-application',
    () => shop.merchantId,
    async () => {
      const { schemeIds, ...bank } = await atBank();
      return appliesAt(stalls.town, shop, { ...bank, schemeIds, schemeId: schemeIds[1] ?? '' });
    },
  ],
  [
    'opening',
    () => wish.applicationId,
    async () => {
      const { bankId, officer } = await atBank();
      const params = { bankId, applicationId: wish.applicationId };
      return stalls.town.as(officer)('POST /banks/{bankId}/applications/{applicationId}/open', {
        params,
        body: { purpose: 'loan' },
      });
    },
  ],
  [
    'bank',
    () => CITY,
    (time) =>
      stalls.town.as(stalls.town.adminOf(CITY))('POST /cities/{city}/banks', {
        params: { city: CITY },
        body: bankOf({ name: `Bank ${time}`, schemes: [] }),
      }),
  ],
  [
    'budget-line',
    () => office.agencyId,
    (time) => stalls.town.budgets({ ...office, budgetCode: `5.1.02.01.01.000${time}` }, 1_000_000),
  ],
  [
    'device',
    () => 'ani',
    (time) =>
      stalls.town.as('ani')('PUT /me/devices', {
        body: {
          endpoint: `https://fcm.googleapis.com/fcm/send/${time}`,
          keys: {
            p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
            auth: 'BTBZMqHH6r4Tts7J_aSIgg',
          },
        },
      }),
  ],
];

describe('a day', () => {
  test.each(making)('holds as many of a kind as are made by hand, and not one more: %s', async (kind, of, makes) => {
    const { most, sentence } = dailyLimits[kind];
    await made(kind, of(), most - 1);
    await makes(1);
    const refusal = await refusedWithoutTrace(stalls.town.world, () => makes(2));
    expect([refusal.code, refusal.body['title']]).toEqual(['limit_reached', sentence]);
  });
});

describe('a shop', () => {
  test('has three objections open at once, however they are sent; an answer makes room', async () => {
    const { town } = stalls;
    const params = { merchantId: shop.merchantId };
    const objects = (text: string) =>
      town.as(shop.owner)('POST /merchants/{merchantId}/appeals', { params, body: { text } });
    const sent = await Promise.allSettled(
      Array.from({ length: MOST_OPEN_APPEALS + 3 }, (_, at) => objects(`Keberatan nomor ${at}`)),
    );
    const taken = sent.filter((one) => one.status === 'fulfilled');
    expect(taken).toHaveLength(MOST_OPEN_APPEALS);
    expect((await refusedWithoutTrace(town.world, () => objects('Satu lagi saja'))).code).toBe('limit_reached');
    await town.as(town.adminOf(CITY))('POST /appeals/{appealId}/answer', {
      params: { appealId: taken[0]?.value.appealId ?? '' },
      body: { outcome: 'explained', text: 'Sudah dijelaskan.' },
    });
    await objects('Yang baru sesudah dijawab');
    expect((await refusalOf(objects('Satu lagi saja'))).code).toBe('limit_reached');
    const counted = (await everything(town.world)).find(({ type }) => type === 'OpenAppeals');
    expect(counted).toMatchObject({ open: MOST_OPEN_APPEALS });
  });

  test('changes the report of a month thirty times', async () => {
    const { town } = stalls;
    const saves = (rupiah: number) =>
      town.as(shop.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
        params: { merchantId: shop.merchantId, month: '2026-11' },
        body: { outside: [{ channel: 'market-stall', rupiah }] } as never,
      });
    for (let time = 1; time <= 30; time++) await saves(1_000 * time);
    await saves(30_000);
    expect((await refusedWithoutTrace(town.world, () => saves(99_000))).code).toBe('limit_reached');
  });
});
