import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SQSBatchResponse } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../../events/contract.ts';
import { type Consumer, subscriptionOf } from '../../events/subscriptions.ts';
import type { SiteFiles } from '../../functions/files.ts';
import type { World } from '../../functions/world.ts';
import { Message } from '../../infra/dead-letters/letters.ts';
import { type Cloud, redrive } from '../../infra/dead-letters/redrive.ts';
import { localClient } from '../../infra/local/engine/engine.ts';
import { consumerIn, marketConsumers } from '../../infra/local/events/consumers.ts';
import { deadLetters } from '../../infra/local/events/dead-letters.ts';
import { redriveAll, type Undelivered } from '../../infra/local/events/redrive.ts';
import { streamReader } from '../../infra/local/events/stream.ts';
import { fileOf, productAddress } from '../../shared/domain/pages/address.ts';
import { getProduct } from '../../shared/table/catalogue/products.ts';
import { liveBinsOf } from '../../shared/table/equity/live-months.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { engineEndpoint, engineTable, memorySite, testClock, testWorld } from '../engine.ts';
import { type Town, townOf } from '../market.ts';

const CITY = '35.73';
let world: World;
let town: Town;
let site: ReturnType<typeof memorySite>;
let siteIsDown = false;
let folder: string;
let ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  site = memorySite();
  siteIsDown = false;
  const frail: SiteFiles = {
    get: async (key) => (siteIsDown ? Promise.reject(new Error('the site does not answer')) : site.get(key)),
    replace: site.replace,
  };
  world = await testWorld({ now: testClock().now, table: await engineTable({ stream: true }), site: frail });
  town = await townOf(world);
  await town.founds(CITY, { name: 'Kota Malang' });
  folder = await mkdtemp(join(tmpdir(), 'redrive-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  ends = [];
  await rm(folder, { recursive: true, force: true });
});

/** Makes what is or will be at this place unreadable; answers how it is made as it was. */
const breaks = async (pk: string, sk: string, name = 'type'): Promise<() => Promise<unknown>> => {
  const { client, name: TableName } = world.table;
  const Key = { pk, sk };
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  await client.send(
    new PutCommand({
      TableName,
      Item: name === 'type' ? { ...Key, type: 'Unreadable' } : { ...Item, ...Key, [name]: null },
    }),
  );
  return () =>
    Item ? client.send(new PutCommand({ TableName, Item })) : client.send(new DeleteCommand({ TableName, Key }));
};

/** What was given up, why, and what is there once it was done. */
type Fault = { readonly mend: () => Promise<unknown>; readonly effect: () => Promise<unknown>; readonly once: unknown };

const faults: readonly (readonly [what: string, consumer: Consumer, () => Promise<Fault>])[] = [
  [
    'an event of the bus',
    'catalogue/follow-merchants',
    async () => {
      const shop = await town.opens(CITY);
      const { productId, version } = await town.offers(shop);
      const mend = await breaks(`MERCHANT#${shop.merchantId}`, `PRODUCT#${productId}`, 'request');
      const params = { merchantId: shop.merchantId };
      await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Pindah' } });
      const effect = async () => {
        const product = await getProduct(world.table, shop.merchantId, productId);
        return [product?.listed, product?.version];
      };
      return { mend, effect, once: [false, version + 1] };
    },
  ],
  [
    'a change of the stream',
    'equity/live/follow-standings',
    async () => {
      const shop = await town.opens(CITY);
      const mend = await breaks(`MERCHANT#${shop.merchantId}`, 'LIVE#2026-11');
      await town.sells(shop, await town.offers(shop, { priceRupiah: 18_000 }), 2);
      const effect = async () =>
        [...(await liveBinsOf(world.table, [CITY], '2026-11')).values()]
          .filter(({ merchants }) => merchants > 0)
          .map(({ merchants, total }) => [merchants, Number(total)]);
      return { mend, effect, once: [[1, 36_000]] };
    },
  ],
  [
    'an event that was gathered',
    'payments/follow-orders',
    async () => {
      const shop = await town.opens(CITY);
      const order = await town.buys('ani', await town.offers(shop));
      const payment = await getPayment(world.table, order.orderId);
      const mend = await breaks(`ORDER#${order.orderId}`, 'PAYMENT');
      await town.moves(shop.owner, 'decline', order);
      const effect = async () => {
        const now = await getPayment(world.table, order.orderId);
        return [now?.state, now?.version];
      };
      return { mend, effect, once: ['void', (payment?.version ?? 0) + 1] };
    },
  ],
  [
    'a page',
    'pages/write-goods',
    async () => {
      siteIsDown = true;
      const product = await town.offers(await town.opens(CITY), { priceRupiah: 18_000 });
      const file = fileOf(productAddress({ name: 'Kota Malang' }, product));
      const effect = async () => site.texts().get(file)?.includes('Rp18.000');
      return { mend: async () => (siteIsDown = false), effect, once: true };
    },
  ],
];

describe('on one machine, what was given up for good', () => {
  /** What reads the stream and hands events over, with the patience of moments. */
  const machine = async () => {
    const letters = deadLetters<Undelivered>(folder, 'undelivered.jsonl');
    const { consume, queues } = marketConsumers(() => world, {
      giveUp: (consumer, body) => letters.add({ consumer, body }),
      sited: () => siteIsDown,
      haste: 1000,
    });
    const endpoint = await engineEndpoint();
    const engine = { endpoint, restarts: () => 0, answers: async () => true };
    const client = localClient(endpoint);
    const stream = await streamReader({ client, engine, tableName: world.table.name, folder, consume, pauseMs: 1 });
    ends.push(stream.stop, ...[...queues.values()].map(({ stop }) => stop));
    const settled = async () => {
      await stream.drain();
      for (const queue of queues.values()) await queue.drained();
    };
    return { settled, again: () => redriveAll(stream, letters, queues) };
  };
  const lines = async () => {
    const files = ['dead-letters.jsonl', 'undelivered.jsonl'].map((name) => join(folder, name));
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
    return texts.join('').split('\n').filter(Boolean);
  };

  test.each(faults)(
    '%s is done once when its cause is mended, however often it is handed over',
    async (_, __, meets) => {
      const { settled, again } = await machine();
      await settled();
      const { mend, effect, once } = await meets();
      await settled();
      const given = await lines();
      expect(given.length).toBeGreaterThan(0);
      await again();
      await settled();
      expect((await lines()).length).toBeGreaterThan(0);
      await mend();
      expect(await effect()).not.toEqual(once);
      expect(await again()).toMatchObject({ left: 0 });
      await settled();
      expect(await effect()).toEqual(once);
      expect(await lines()).toEqual([]);
      const letters = deadLetters<object>(folder);
      for (const line of given.filter((one) => one.includes('SequenceNumber'))) await letters.add(JSON.parse(line));
      await again();
      await settled();
      expect(await effect()).toEqual(once);
    },
  );

  test('goes with no replay of others that is under way', async () => {
    const letters = deadLetters<{ name: string }>(folder);
    await letters.add({ name: 'first' });
    let added: Promise<void> | undefined;
    await letters.replay(async () => {
      added = letters.add({ name: 'second' });
      await Promise.resolve();
      return true;
    });
    await added;
    const left: string[] = [];
    await letters.replay(async ({ name }) => {
      left.push(name);
      return true;
    });
    expect(left).toEqual(['second']);
  });
});

/** The changes of a table as its stream tells them, all from the beginning. */
const changesOf = async (): Promise<DynamoDBRecord[]> => {
  const found: DynamoDBRecord[] = [];
  const own = await mkdtemp(join(folder, 'reader-'));
  const endpoint = await engineEndpoint();
  const engine = { endpoint, restarts: () => 0, answers: async () => true };
  const consume = async ({ Records }: { Records: DynamoDBRecord[] }) => {
    found.push(...Records);
    return { batchItemFailures: [] };
  };
  const client = localClient(endpoint);
  const stream = await streamReader({ client, engine, tableName: world.table.name, folder: own, consume });
  await stream.drain();
  await stream.stop();
  return found;
};

describe('on AWS, a dead letter', () => {
  const LAMBDA = 'arn:aws:lambda:ap-southeast-3:123456789012:function:consumer';
  const WAITING = 'arn:aws:sqs:ap-southeast-3:123456789012:waiting';
  const STREAM = 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/market/stream/1';
  type Run = (payload: unknown) => Promise<unknown>;
  const numberOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';
  const batch = (bodies: readonly string[]) => ({
    Records: bodies.map((body, at) => ({ messageId: String(at), body })),
  });
  const failsOf = (answer: unknown) => ((answer as SQSBatchResponse | undefined)?.batchItemFailures ?? []).length;

  /** What the consumer's row lets reach it of these changes, as AWS would hand it over; what fails is a letter. */
  const lettersOf = async (consumer: Consumer, run: Run, records: readonly DynamoDBRecord[]) => {
    const letters: Message[] = [];
    const letter = (body: unknown, but: Partial<Message> = {}) =>
      letters.push(
        Message.parse({ MessageId: `m${letters.length}`, ReceiptHandle: 'r', Body: JSON.stringify(body), ...but }),
      );
    const { reads, hears = [], queues } = subscriptionOf(consumer);
    const own = records.filter(({ dynamodb }) =>
      reads?.items.includes(unmarshall((dynamodb?.NewImage ?? {}) as never)['type']),
    );
    if (own.length > 0 && failsOf(await run({ Records: own })) > 0)
      letter({
        requestContext: { functionArn: LAMBDA, condition: 'RetryAttemptsExhausted' },
        DDBStreamBatchInfo: {
          streamArn: STREAM,
          shardId: 's1',
          startSequenceNumber: numberOf(own[0] as never),
          endSequenceNumber: numberOf(own.at(-1) as never),
        },
      });
    const events: MarketEvent[] = [];
    const publish = async (event: MarketEvent) => void events.push(event);
    await (await consumerIn('outbox/publish-changes', () => ({ ...world, publish })))({ Records: records });
    for (const { type, detail } of events) {
      const event = { 'detail-type': type, detail };
      if (hears.includes(type))
        await run(event).catch(() => letter({ requestContext: { functionArn: LAMBDA }, requestPayload: event }));
      if (!queues?.hears.includes(type)) continue;
      const refused = await run(batch([JSON.stringify(event)])).then(failsOf, () => 1);
      if (refused > 0) letter(event, { Attributes: { DeadLetterQueueSourceArn: WAITING } });
    }
    return letters;
  };

  test.each(faults)('of %s is done once when its cause is mended', async (_, consumer, meets) => {
    const run = (await consumerIn(consumer, () => world)) as Run;
    const before = await changesOf();
    await lettersOf(consumer, run, before);
    const { mend, effect, once } = await meets();
    const records = (await changesOf()).slice(before.length);
    const queue = await lettersOf(consumer, run, records);
    expect(queue.length).toBeGreaterThan(0);
    const given = [...queue];
    const waiting: string[] = [];
    const cloud: Cloud = {
      receive: async () => queue.slice(0, 10),
      remove: async (_url, { MessageId }) => {
        queue.splice(
          queue.findIndex((one) => one.MessageId === MessageId),
          1,
        );
      },
      invoke: (_arn, payload) => run(payload),
      start: async () => {},
      send: async (_arn, body) => void waiting.push(body),
      changes: async ({ first, last }) => {
        const at = (number: string) => records.findIndex((record) => numberOf(record) === number);
        return records.slice(at(first), at(last) + 1);
      },
    };
    const worked = async () => {
      const bodies = waiting.splice(0);
      return bodies.length === 0 ? 0 : failsOf(await run(batch(bodies)));
    };
    await mend();
    expect(await effect()).not.toEqual(once);
    expect(await redrive(cloud, 'https://queue', () => {})).toEqual({ taken: given.length, left: 0 });
    expect(await worked()).toBe(0);
    expect(await effect()).toEqual(once);
    queue.push(...given);
    await redrive(cloud, 'https://queue', () => {});
    expect(await worked()).toBe(0);
    expect(await effect()).toEqual(once);
  });
});
