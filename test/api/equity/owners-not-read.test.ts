import { expect, test } from 'vitest';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles } from '../../engine.ts';
import { CITY, stallsOf } from '../ranking/stalls.ts';

const CLOSE = { month: '2026-11', phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' } as const;

test('a month is not published with owners that were not joined because a file could not be read: its close is tried again', async () => {
  const kept = new Map<string, Uint8Array>();
  let away = false;
  const files = {
    put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    get: async (key: string) => {
      if (away && key.startsWith('ledgers/')) throw new Error('the store is away');
      return kept.get(key);
    },
  };
  const { world, stall, sells, refresh, clock } = await stallsOf([18_000, 18_000], { files });
  await sells(stall(0), 2);
  await refresh('OwnersRuled');
  clock.set(CLOSE.takenAt);
  world.cache.clear();
  away = true;
  await expect(closeCity(world, memoryFiles(), CITY, CLOSE)).rejects.toThrow('the store is away');
  expect(await getSnapshot(world.table, CITY, CLOSE.month)).toBeUndefined();
  away = false;
  expect(await closeCity(world, memoryFiles(), CITY, CLOSE)).toMatchObject({ month: CLOSE.month, phase: 'final' });
});
