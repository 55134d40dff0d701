import { beforeEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../../../events/contract.ts';
import { callLedgers } from '../../../functions/ranking/ledger/call-ledgers.ts';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import type { World } from '../../../functions/world.ts';
import { marketConsumers } from '../../../infra/local/events/consumers.ts';
import { getLedgerPointer } from '../../../shared/table/ranking/ledgers.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';

const CITIES = ['18.71', '35.73', '35.78'];
let world: World;
const files = memoryFiles();

beforeEach(async () => {
  world = await testWorld({ now: testClock().now, files });
  const town = await townOf(world);
  for (const city of CITIES) await town.founds(city);
});

describe('the ledgers', () => {
  test('are called for city by city, each in an event of its own', async () => {
    const events: MarketEvent[] = [];
    const call = callLedgers(() => ({ ...world, publish: async (event) => void events.push(event) }));
    expect(await call()).toEqual({ called: 3 });
    expect(events.map(({ type, detail }) => [type, 'cityCode' in detail && detail.cityCode])).toEqual(
      CITIES.map((city) => ['LedgerDue', city]),
    );
    expect(new Set(events.map(({ detail }) => detail.eventId)).size).toBe(3);
  });

  test('are made from the queue too, and the same however often they are called for', async () => {
    const call = { 'detail-type': 'LedgerDue', detail: { cityCode: '35.73' } };
    const refresh = refreshLedgers(() => world);
    const first = await refresh({ Records: [{ body: JSON.stringify(call) }] });
    expect(first.ledgerVersion).toBeTruthy();
    expect(await Promise.all([refresh(call), refresh(call)])).toEqual([first, first]);
    expect((await getLedgerPointer(world.table, '35.73'))?.ledgerVersion).toBe(first.ledgerVersion);
  });

  test.each([
    // The same instants, in Jayapura already a day on.
    ['35.73', '2026-11-10T16:59:59.000Z', '2026-11-10'],
    ['35.73', '2026-11-10T17:00:00.000Z', '2026-11-11'],
  ])('of %s hold on the city’s own day at %s', async (cityCode, now, day) => {
    const at = { ...world, cache: new Map(), now: () => now };
    await refreshLedgers(() => at)({ 'detail-type': 'LedgerDue', detail: { cityCode } });
    expect(await getLedgerPointer(world.table, cityCode)).toMatchObject({ day });
  });

  test('of a city that fails hold up no other', async () => {
    const broken = {
      ...world,
      cache: new Map(),
      files: {
        ...files,
        put: (key: string, ...rest: [Uint8Array]) =>
          key.includes('18.71') ? Promise.reject(new Error('no room')) : files.put(key, ...rest),
      },
    };
    await marketConsumers(() => broken).runOf('ranking/ledger/call-ledgers')();
    const made = await Promise.all(CITIES.map((city) => getLedgerPointer(world.table, city)));
    expect(made.map((pointer) => pointer !== undefined)).toEqual([false, true, true]);
  });

  test('of a city that is not on the market are nobody’s fault', async () => {
    const refresh = refreshLedgers(() => world);
    expect(await refresh({ 'detail-type': 'LedgerDue', detail: { cityCode: '99.99' } })).toEqual({
      ledgerVersion: null,
    });
    await expect(refresh({})).rejects.toThrow();
  });
});
