import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../../../events/contract.ts';
import { followMerchants } from '../../../functions/catalogue/follow-merchants.ts';
import { publishChanges } from '../../../functions/outbox/publish-changes.ts';
import { orderIn, shopOf } from '../../domain/examples.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Shop, type Town, townOf } from '../../market.ts';

type Item = Record<string, unknown>;
let numbers = 0;
const record = (before: Item | undefined, after: Item | undefined): DynamoDBRecord => {
  numbers += 1;
  const image = (item: Item) => marshall(item, { removeUndefinedValues: true }) as never;
  return {
    eventID: `event-${numbers}`,
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: {
      SequenceNumber: String(numbers),
      ApproximateCreationDateTime: 1_794_000_000,
      ...(before ? { OldImage: image(before) } : {}),
      ...(after ? { NewImage: image(after) } : {}),
    },
  };
};
const stored = (version: number, state: 'placed' | 'accepted' | 'delivered') => ({
  pk: 'ORDER#1',
  sk: 'ORDER',
  type: 'Order',
  ...orderIn(state, { version }),
});
const life = () => [
  record(undefined, stored(1, 'placed')),
  record(stored(1, 'placed'), stored(2, 'accepted')),
  record(stored(2, 'accepted'), stored(3, 'delivered')),
];
const publish = async (records: DynamoDBRecord[], refuse: (event: MarketEvent) => boolean = () => false) => {
  const sent: MarketEvent[] = [];
  const put = async (event: MarketEvent) => {
    if (refuse(event)) throw new Error('the bus refused');
    sent.push(event);
  };
  const answer = await publishChanges(() => ({ publish: put }))({ Records: records }, {} as Context);
  return { sent, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};
const ids = (events: readonly MarketEvent[]) => events.map(({ detail }) => detail.eventId);

describe('publishing the stream', () => {
  test('sends one event for each change that has one', async () => {
    const { sent, failed } = await publish([
      ...life(),
      record(undefined, { pk: 'x', sk: 'y', type: 'Stock', free: 1 }),
    ]);
    expect(sent.map(({ type }) => type)).toEqual(['OrderPlaced', 'OrderMoved', 'OrderMoved']);
    expect(failed).toEqual([]);
  });

  test('sends the same event with the same id when a record comes twice', async () => {
    const records = life();
    const { sent } = await publish([...records, ...records]);
    expect(ids(sent).slice(3)).toEqual(ids(sent).slice(0, 3));
    expect(sent.slice(3)).toEqual(sent.slice(0, 3));
  });

  test('sends the same events in whatever order records of different items come', async () => {
    const records = [
      ...life(),
      record(undefined, { pk: 'MERCHANT#m', sk: 'MERCHANT', type: 'Merchant', ...shopOf('dapur') }),
    ];
    const expected = ids((await publish(records)).sent).sort();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), async (shuffled) => {
        expect(ids((await publish(shuffled)).sent).sort()).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('reports a record nobody can read, and only it; the others are sent', async () => {
    const [placed, accepted, delivered] = life() as [DynamoDBRecord, DynamoDBRecord, DynamoDBRecord];
    const poison = record(undefined, {
      pk: 'ORDER#2',
      sk: 'ORDER',
      type: 'Order',
      version: 1,
      handovers: [],
      history: [],
    });
    const { sent, failed } = await publish([placed, poison, accepted, delivered]);
    expect(failed).toEqual([poison.dynamodb?.SequenceNumber]);
    expect(sent).toHaveLength(3);
  });

  test('reports what the bus did not take, so that it comes again', async () => {
    const records = life();
    const { sent, failed } = await publish(
      records,
      (event) => 'orderVersion' in event.detail && event.detail.orderVersion === 2,
    );
    expect(failed).toEqual([records[1]?.dynamodb?.SequenceNumber]);
    expect(sent).toHaveLength(2);
    const again = await publish(records.slice(1));
    expect(ids(again.sent)).toHaveLength(2);
  });

  test('that fails whole reports every record, and does not throw', async () => {
    const records = life();
    const { failed } = await publish(records, () => true);
    expect(failed).toHaveLength(3);
  });

  test('of an empty batch sends nothing', async () => {
    expect(await publish([])).toEqual({ sent: [], failed: [] });
  });
});

describe('the catalogue follows the shops', () => {
  const CITY = '35.73';
  let town: Town;
  const clock = testClock();
  let shop: Shop;
  beforeAll(async () => {
    town = await townOf(await testWorld({ now: clock.now }));
    await town.founds(CITY);
  });
  beforeEach(async () => {
    shop = await town.applies(CITY, { name: 'Dapur Baru' });
    for (const name of ['Nasi', 'Teh']) await town.offers(shop, { name });
  });
  const tell = (event: object = {}) =>
    followMerchants(() => town.world)({ detail: { merchantId: shop.merchantId, ...event } } as never);
  /** What a list shows may be half a minute old. */
  const listed = async () => {
    clock.pass(60_000);
    return (await town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: { limit: 100 } })).items
      .filter(({ merchantId }) => merchantId === shop.merchantId)
      .map(({ name }) => name)
      .sort();
  };
  const suspend = () =>
    town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId: shop.merchantId },
      body: { reason: 'Palsu' },
    });

  test('a product of a shop not verified is not listed; it is once the city verified the shop', async () => {
    expect(await listed()).toEqual([]);
    await town.verifies(shop);
    await tell();
    expect(await listed()).toEqual(['Nasi', 'Teh']);
  });

  test('a suspended shop’s products leave, and come back with it', async () => {
    await town.verifies(shop);
    await tell();
    await suspend();
    await tell();
    expect(await listed()).toEqual([]);
    await town.verifies(shop);
    await tell();
    expect(await listed()).toEqual(['Nasi', 'Teh']);
  });

  test('events twice, late or out of order lead where the shop is now', async () => {
    await town.verifies(shop);
    await suspend();
    await Promise.all(
      [tell({ status: 'verified' }), tell({ status: 'suspended' }), tell({ status: 'verified' })].map((one) =>
        one.catch(() => undefined),
      ),
    );
    await tell({ status: 'verified' });
    expect(await listed()).toEqual([]);
    await town.verifies(shop);
    await tell({ status: 'suspended' });
    expect(await listed()).toEqual(['Nasi', 'Teh']);
  });

  test('a product its shop withdrew stays away', async () => {
    const { items } = await town
      .as(shop.owner)('GET /merchants/{merchantId}/products', { params: { merchantId: shop.merchantId } })
      .catch(() => ({ items: [] }));
    expect(items).toEqual([]);
    await town.verifies(shop);
    await tell();
    const page = await town.as()('GET /merchants/{merchantId}/products', { params: { merchantId: shop.merchantId } });
    const teh = page.items.find(({ name }) => name === 'Teh');
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: shop.merchantId, productId: teh?.productId ?? '' },
      body: { active: false },
    });
    await tell();
    expect(await listed()).toEqual(['Nasi']);
  });

  test('a shop that moved and was renamed before it was verified is listed where it is', async () => {
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { name: 'Dapur Pindah', district: `${CITY}.03`, village: `${CITY}.03.1001` },
    });
    await town.verifies(shop);
    await tell();
    clock.pass(60_000);
    const { items } = await town.as()('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { district: `${CITY}.03`, limit: 100 },
    });
    expect(
      items.filter(({ merchantId }) => merchantId === shop.merchantId).map(({ merchantName }) => merchantName),
    ).toEqual(['Dapur Pindah', 'Dapur Pindah']);
  });

  test('an event about nobody changes nothing', async () => {
    await expect(tell({ merchantId: `mrc_${'0'.repeat(26)}` })).resolves.toBeUndefined();
  });
});
