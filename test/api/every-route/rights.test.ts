import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { consumers } from '../../../events/subscriptions.ts';
import { trialName } from '../../../functions/reads/prepared/names.ts';
import { marketConsumers } from '../../../infra/local/events/consumers.ts';
import { monthOf } from '../../../shared/domain/basics/month.ts';
import { announcementOf } from '../../../shared/domain/ranking/policy/announcement.ts';
import type { Story } from '../../../shared/domain/stories/story.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { holdPush } from '../../../shared/table/notices/notices.ts';
import { getAnnouncement, saveAnnouncement } from '../../../shared/table/ranking/announcements.ts';
import { getGapList, saveGapList } from '../../../shared/table/ranking/gap-lists.ts';
import { saveRuleTrial } from '../../../shared/table/ranking/rule-trials.ts';
import { getStory, saveStory } from '../../../shared/table/stories.ts';
import { joins } from '../../civil-servants.ts';
import { testClock, testWorld } from '../../engine.ts';
import { batchOf } from '../../hear.ts';
import { manyOffices } from '../../many-offices.ts';
import { stored, townOf } from '../../market.ts';
import { hearRights } from '../../rights-used.ts';

const rights = hearRights();
const CITY = '35.73';
const browser = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/x',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

/** A day of the market, with everything that starts without a request: twice, as all of it may come twice. */
beforeAll(async () => {
  const clock = testClock('2026-11-10T09:00:00.000+07:00');
  const gone = { publicKey: '', send: async () => 'gone' as const };
  const world = await testWorld({ now: clock.now, push: gone });
  const town = await townOf(world);
  await town.founds(CITY);
  const shop = await town.opens(CITY);
  const product = await town.offers(shop);
  const office = await town.seatsOffice(CITY);
  const waiting = await town.orders(office, product, 1);
  const sold = await town.sells(shop, product, 2, 'ani');
  const placed = await town.buys('budi', product, 1);
  const delivered = await town.buys('citra', product, 1);
  await town.moves(shop.owner, 'accept', delivered);
  await town.moves(shop.owner, 'deliver', delivered);
  // An office's, for which nobody signs: the clock brings it before the city, and closes it.
  // Its contact is its shop's phone: a question, too.
  const contact = { name: 'Ani', phone: '0812-3456-7890' };
  const unsigned = await town.orders(office, product, 1, { contact });
  await town.moves(office.approver, 'approve', unsigned);
  await town.moves(shop.owner, 'accept', unsigned);
  await town.moves(shop.owner, 'deliver', unsigned);
  // A civil servant's own purchase, received: it counts once its shop has the money.
  await joins(town, CITY, 'ani', office.agencyId);
  const { runOf, consume } = marketConsumers(() => world);
  const about = (type: string, detail: object) => ({ 'detail-type': type, detail: { cityCode: CITY, ...detail } });
  const message = (type: string, detail: object) => ({
    messageId: type,
    body: JSON.stringify({
      'detail-type': type,
      detail: { eventId: type, version: 1, at: '2026-11-10T02:00:00.000Z', ...detail },
    }),
  });
  const records = async () => ({
    Records: (await stored(world)).map((item, at) => ({
      dynamodb: { SequenceNumber: String(at), NewImage: marshall(item) as never },
    })),
  });
  const close = runOf('equity/close/close-months');
  const of = { month: '2026-11', phase: 'preliminary', takenAt: '2026-11-30T17:05:00.000Z' };
  for (const round of [1, 2]) {
    await town.as(shop.owner)('PUT /me/devices', { body: browser });
    await consume((await records()) as never, {} as Context);
    const followed = [waiting, placed, delivered, sold, unsigned];
    for (const { orderId } of followed)
      await runOf('ranking/ledger/follow-orders')(about('OrderReceived', { orderId }));
    for (const consumer of ['payments/follow-orders', 'notices/tell-people'] as const)
      await runOf(consumer)(batchOf(followed.map(({ orderId }) => ['OrderMoved', { orderId }])));
    const bought = { agencyId: office.agencyId, merchantId: shop.merchantId };
    await runOf('spending/count-purchases')(
      batchOf([waiting, unsigned].map(({ orderId }) => ['OrderMoved', { orderId, ...bought }])),
    );
    await manyOffices(world, CITY);
    await runOf('spending/sum-offices')(about('LedgerDue', {}));
    const list = {
      cityCode: CITY,
      month: monthOf(clock.now(), 'Asia/Jakarta'),
      key: '',
      madeAt: '2026-01-01T00:00:00.000Z',
    };
    if (!(await getGapList(world.table, list))) await commit(world.table, [saveGapList({ ...list, version: 1 })]);
    await runOf('city-ranking/gap/make-gaps')(about('LedgerDue', {}));
    const { inForce: rule } = await town.as(town.adminOf(CITY))('GET /cities/{city}/ranking-policy', {
      params: { city: CITY },
    });
    const trial = { cityCode: CITY, trial: `trial ${round}`, present: rule, proposed: rule, outcome: null };
    await commit(world.table, [saveRuleTrial({ ...trial, version: 1, ttl: 0 })]);
    // What the list of whom to visit read a moment ago.
    world.cache.clear();
    await runOf('city-ranking/try-rules')(about('PreparationAsked', { what: trialName(trial.trial) }));
    await runOf('centres/count-sales')(batchOf([['OrderReceived', { orderId: sold.orderId, month: '2026-11' }]]));
    const money = { params: { orderId: sold.orderId }, body: { rupiah: sold.totalRupiah } };
    await town.ask('POST /orders/{orderId}/payment/confirm', shop.owner, money);
    await runOf('targets/count-participation')(batchOf([['PaymentMoved', { orderId: sold.orderId }]]));
    await town.as(shop.owner)('PUT /me/devices', { body: browser });
    await commit(world.table, [holdPush({ person: shop.owner, until: clock.now() })]);
    await runOf('notices/send-held-pushes')();
    const decided = { city: CITY, version: 2, effectiveFrom: '2027-01' };
    const open = await getAnnouncement(world.table, CITY, 2);
    if (!open) await commit(world.table, [saveAnnouncement(announcementOf(decided, clock.now()))]);
    await town.as(shop.owner)('PUT /me/devices', { body: browser });
    await runOf('notices/announce-policies')();
    await runOf('ranking/ledger/refresh-ledgers')(about('OwnersRuled', {}));
    await runOf('ranking/ledger/call-ledgers')();
    await runOf('pages/call-reopened')();
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId: shop.merchantId },
      body: { reason: 'Alamat tidak ditemukan petugas' },
    } as never);
    await runOf('catalogue/follow-merchants')(about('MerchantSuspended', { merchantId: shop.merchantId }));
    await town.verifies(shop);
    await runOf('catalogue/follow-merchants')(about('MerchantVerified', { merchantId: shop.merchantId }));
    await runOf('catalogue/watched/recheck-goods')(batchOf([['BansSet', { cityCode: CITY, bansVersion: 1 }]]));
    if (!(await getStory(world.table, shop.merchantId))) await commit(world.table, [saveStory(storyOf(shop))]);
    for (const consumer of ['pages/write-goods', 'pages/write-lists', 'pages/stories/draw-stories'] as const)
      await runOf(consumer)({
        Records: [
          message('PagesDue', { cityCode: CITY }),
          message('PagesDue', { cityCode: CITY, shops: [shop.merchantId] }),
        ],
      });
    await close({ task: 'plan', input: { zone: 'Asia/Jakarta', phase: 'preliminary', scheduledAt: of.takenAt } });
    await close({ task: 'city', cityCode: CITY, ...of });
    await close({ task: 'province', province: '35', ...of });
    await close({ task: 'country', ...of });
    await runOf('integrity/call-months')();
    await runOf('integrity/ask-month')({ Records: [message('IntegrityDue', { cityCode: CITY, month: of.month })] });
    clock.pass(30 * 86_400_000);
    await runOf('orders/run-clocks')();
  }
  // Somebody who bought, was invited, and leaves.
  const bought = await town.sells(shop, await town.offers(shop), 1, 'fitri');
  await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', {
    params: { orderId: bought.orderId },
    body: { rupiah: bought.totalRupiah },
  });
  await town.invites(`merchant:${shop.merchantId}`, 'fitri', 'staff', shop.owner);
  await town.as('fitri')('POST /me/erasure', { body: { confirm: 'HAPUS' } });
  clock.pass(3 * 86_400_000);
  await runOf('people/erase-accounts')();
});

/** What is told of a shop’s maker, with one picture that never came. */
const storyOf = ({ merchantId }: { merchantId: string }): Story => ({
  merchantId,
  cityCode: CITY,
  proposal: null,
  reason: null,
  steps: [],
  version: 1,
  published: {
    text: 'Dibuat sendiri.',
    photos: ['a'.repeat(64)],
    visitId: `vst_${'0'.repeat(26)}`,
    day: '2026-11-12',
    by: 'petugas',
    byName: 'Pak Dwi',
    at: '2026-11-12T03:00:00.000Z',
  },
});

/** What a day does not show. */
const seldom: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ranking/ledger/follow-orders': {
    UpdateItem: 'a list that an order refers to is kept, when the order came from one',
  },
  'ranking/ledger/refresh-ledgers': {
    DeleteItem: 'who waited for a visit and waits no more: nobody waits on this day',
  },
  'payments/follow-orders': {
    Query: "a provider's notices that came before their order",
    GetItem: 'each of them is settled once',
  },
  'spending/count-purchases': {
    GetItem: 'settings of a city, which this day’s other functions have read a moment ago',
  },
  'centres/count-sales': { PutItem: 'goods that were picked up at a centre: this day’s were brought' },
  'notices/announce-policies': { BatchGetItem: 'what a notice said before: a rule’s says one thing, in one version' },
  'equity/close/close-months': { UpdateItem: 'the months after one that is opened after its reporting deadline' },
};

describe('the rights of', () => {
  test.each(consumers)('%s are all used, but for those with a reason', (consumer) => {
    const known = Object.keys(seldom[consumer] ?? {});
    expect(rights.unused(consumer).filter((right) => !known.includes(right))).toEqual([]);
  });
});
