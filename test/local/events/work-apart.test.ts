import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../../../events/contract.ts';
import { type Consumer, consumers } from '../../../events/subscriptions.ts';
import { FEW_SHOPS } from '../../../functions/reads/large-city.ts';
import type { World } from '../../../functions/world.ts';
import { marketConsumers } from '../../../infra/local/events/consumers.ts';
import { computes } from '../../../infra/local/events/large-work.ts';
import { rendering } from '../../../infra/local/events/rendering.ts';
import { type Worker, workApart } from '../../../infra/local/events/work-apart.ts';
import { engineEndpoint, testWorld } from '../../engine.ts';
import { newFolder } from '../../server.ts';
import { workerPid } from '../engine-pid.ts';

const [SMALL, LARGE] = ['35.73', '35.78'];
const at = '2026-11-10T02:00:00.000Z';
const due = (cityCode: string): MarketEvent => ({
  type: 'LedgerDue',
  detail: { eventId: `due ${cityCode}`, version: 1, at, cityCode },
});
type Called = { readonly consumer: Consumer; readonly cityCode: string };
const cityIn = (event: unknown): string => {
  const { Records } = event as { Records?: { body: string }[] };
  if (Records) return cityIn(JSON.parse(Records[0]?.body ?? ''));
  const { detail, cityCode } = event as { detail?: { cityCode: string }; cityCode?: string };
  return detail?.cityCode ?? cityCode ?? '';
};

/** A market whose work apart is written down, and fails as often as it is told to. */
const market = async (fails = 0) => {
  const world: World = await testWorld();
  const { client, name } = world.table;
  for (let shop = 0; shop <= FEW_SHOPS; shop++) {
    const id = `mer_${shop}`;
    const place = { l1pk: `CITY#${LARGE}#MERCHANT#verified`, l1sk: `35.78.01#${id}`, merchantId: id };
    await client.send(new PutCommand({ TableName: name, Item: { pk: id, sk: 'MERCHANT', ...place } }));
  }
  const [called, given, told]: [Called[], string[], string[]] = [[], [], []];
  const tries = new Map<Consumer, number>();
  const apart: Worker['run'] = async (consumer, event) => {
    called.push({ consumer, cityCode: cityIn(event) });
    tries.set(consumer, (tries.get(consumer) ?? 0) + 1);
    if ((tries.get(consumer) ?? 0) <= fails) throw new Error('killed in the middle');
    return { ledgerVersion: null };
  };
  const error = (...words: unknown[]) => void told.push(JSON.stringify(words));
  const here: World = { ...world, logger: { ...world.logger, error } as World['logger'] };
  const giveUp = async (consumer: Consumer) => void given.push(consumer);
  const made = marketConsumers(() => here, { apart, giveUp, haste: 1000 });
  const drained = async () => {
    for (const queue of made.queues.values()) await queue.drained();
  };
  return { ...made, called, given, told, drained };
};
const HEARS_DUE = ['city-ranking/gap/make-gaps', 'ranking/ledger/refresh-ledgers', 'spending/sum-offices'];

describe('what computes over a city', () => {
  test('is done apart where the city has many shops, here where it has few, and holds up nobody who announced it', async () => {
    const { bus, called, drained } = await market();
    await bus(due(SMALL));
    await drained();
    expect(called).toEqual([]);
    await bus(due(LARGE));
    await drained();
    expect(called.map(({ consumer }) => consumer).sort()).toEqual(HEARS_DUE);
    expect(new Set(called.map(({ cityCode }) => cityCode))).toEqual(new Set([LARGE]));
  });

  test('is apart whatever calls it: an event alone, a queue, a step of the close', async () => {
    const { bus, called, drained, closeMonth } = await market();
    await bus({ type: 'OwnersRuled', detail: { ...due(LARGE).detail } } as MarketEvent);
    await bus({ type: 'PreparationAsked', detail: { ...due(LARGE).detail, what: 'trial 1' } } as MarketEvent);
    await bus({ type: 'IntegrityDue', detail: { ...due(LARGE).detail, month: '2026-10' } } as MarketEvent);
    await drained();
    await closeMonth({ cityCode: LARGE, month: '2026-10', phase: 'preliminary', scheduledAt: at }).catch(() => {});
    const waits = consumers.filter((one) => computes(one) && !rendering.includes(one));
    expect([...new Set(called.map(({ consumer }) => consumer))].sort()).toEqual(waits.sort());
  });

  test('that failed once is told and done again; that fails again is given up where it is seen', async () => {
    const once = await market(1);
    await once.bus(due(LARGE));
    await once.drained();
    expect(once.called.length).toBe(2 * HEARS_DUE.length);
    expect(once.given).toEqual([]);
    expect(once.told.join()).toContain('could not be worked off');
    const always = await market(Number.POSITIVE_INFINITY);
    await always.bus(due(LARGE));
    await always.drained();
    expect(always.given.sort()).toEqual(HEARS_DUE);
  });
});

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** An engine that takes what it is asked and never answers. */
const silentEngine = async () => {
  let asked = () => {};
  const first = new Promise<void>((resolve) => (asked = resolve));
  const server = createServer(() => asked());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: first };
};
const workerAt = async (endpoint: string) => {
  const folder = await newFolder();
  const worker = workApart({ folder, site: folder, endpoint, origin: 'http://localhost' }, async () => {});
  ends.push(worker.stop);
  return { folder, worker };
};
const REFRESH = 'ranking/ledger/refresh-ledgers';
const calledFor = (cityCode: string) => ({ 'detail-type': 'LedgerDue', detail: due(cityCode).detail });

describe('the process apart', () => {
  test('tells why something failed, and goes on with what else it is asked', async () => {
    const { worker } = await workerAt(await engineEndpoint());
    await expect(worker.run(REFRESH, { detail: 7 })).rejects.toThrow(/^ranking\/ledger\/refresh-ledgers: .*detail/s);
    // The table is not there: what the engine says of it comes back in its own words.
    await expect(worker.run(REFRESH, calledFor(SMALL))).rejects.toThrow(/ResourceNotFound|table/i);
  });

  test('that is killed in the middle leaves what it did to be done again, by another', async () => {
    const { endpoint, asked } = await silentEngine();
    const { folder, worker } = await workerAt(endpoint);
    const [one, two] = [worker.run(REFRESH, calledFor(SMALL)), worker.run(REFRESH, calledFor(LARGE))];
    const both = Promise.allSettled([one, two]);
    await asked;
    const killed = await workerPid(folder);
    process.kill(killed, 'SIGKILL');
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(worker.run(REFRESH, { detail: 7 })).rejects.toThrow(/detail/);
    expect(await workerPid(folder)).not.toBe(killed);
  });

  test('ends with its market, and whoever waits is told that nothing was done', async () => {
    const { endpoint, asked } = await silentEngine();
    const { folder, worker } = await workerAt(endpoint);
    const waits = worker.run(REFRESH, calledFor(SMALL));
    const told = expect(waits).rejects.toThrow('the market stops');
    await asked;
    worker.stop();
    await told;
    await expect(worker.run(REFRESH, calledFor(SMALL))).rejects.toThrow('the market stops');
    await expect.poll(() => workerPid(folder).catch(() => 0)).toBe(0);
  });
});
