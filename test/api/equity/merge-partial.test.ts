import { beforeEach, describe, expect, test } from 'vitest';
import { closeCity } from '../../../functions/equity/close/close-city.ts';
import { mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { verifyMonth } from '../../../functions/equity/close/verify-month.ts';
import type { Files } from '../../../functions/files.ts';
import type { World } from '../../../functions/world.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';

const MONTH = '2026-11';
const CLOSE = { month: MONTH, phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' } as const;
const CITIES = ['35.73', '35.78'] as const;

let world: World;
let town: Town;
let files: Files;
let closed: Snapshot[];

/** Two cities of one province: three merchants and one order, four merchants and two orders. */
beforeEach(async () => {
  const clock = testClock('2026-11-10T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  files = memoryFiles();
  for (const [city, amounts] of [
    ['35.73', [0, 0, 30_000]],
    ['35.78', [0, 0, 12_000, 90_000]],
  ] as const) {
    await town.founds(city);
    for (const rupiah of amounts) {
      const shop = await town.opens(city);
      if (rupiah > 0) await town.sells(shop, await town.offers(shop, { priceRupiah: rupiah }), 1);
    }
  }
  clock.set('2026-12-11T00:00:00.000+07:00');
  closed = [];
  for (const city of CITIES) closed.push(await closeCity(world, files, city, CLOSE));
});

const keyOf = (city: number, span: 'month' | 'year') => closed[city]?.files?.[span].key ?? '';
/** The files as they are, but for some keys. */
const instead = (changed: Record<string, Uint8Array | undefined>): Files => ({
  ...files,
  get: async (key) => (key in changed ? changed[key] : files.get(key)),
});
const flipped = async (key: string) =>
  Uint8Array.from((await files.get(key)) ?? [], (byte, at) => (at === 30 ? byte ^ 1 : byte));

describe('a province whose second city cannot be read', () => {
  const ways: [string, () => Promise<Files>][] = [
    ['lost its month', async () => instead({ [keyOf(1, 'month')]: undefined })],
    ['lost its year', async () => instead({ [keyOf(1, 'year')]: undefined })],
    ['has a damaged month', async () => instead({ [keyOf(1, 'month')]: await flipped(keyOf(1, 'month')) })],
    ['has a damaged year', async () => instead({ [keyOf(1, 'year')]: await flipped(keyOf(1, 'year')) })],
    [
      'has the sound file of another city',
      async () => instead({ [keyOf(1, 'month')]: await files.get(keyOf(0, 'month')) }),
    ],
  ];

  test.for(ways)('because it %s: names it, is partial, and counts nothing of it', async ([, way]) => {
    const broken = await way();
    const merged = await mergeProvince(world, broken, '35', CLOSE);
    expect(merged).toMatchObject({ missing: ['35.78'], phase: 'preliminary', total: { merchants: 3, orders: 1 } });
    expect(merged?.sentence).toMatch(/ Belum lengkap: tanpa 1 kota\.$/);
    expect(merged?.merged?.map(({ place }) => place)).toEqual(['35.73']);
    expect(merged?.year.total).toMatchObject({ merchants: 3, orders: 1 });
    // One order among three merchants, not the three orders of both cities.
    for (const { spread } of [merged?.total, merged?.year.total].map((cell) => ({ spread: cell?.spread }))) {
      expect(spread?.giniFloor.exact).toEqual({ numerator: '2', denominator: '3' });
    }
    const told = await town.as()('GET /provinces/{province}/snapshots/{month}', {
      params: { province: '35', month: MONTH },
    });
    expect(told).toMatchObject({ missing: ['35.78'], sentence: merged?.sentence });
    // Broken or mended since, what was merged then is computed again to the same bytes.
    for (const kept of [broken, files]) {
      expect(await verifyMonth(world, kept, { place: '35', month: MONTH })).toMatchObject({ verdict: 'match' });
    }
    expect(await mergeProvince(world, files, '35', CLOSE)).toMatchObject({
      missing: [],
      phase: 'final',
      revision: 2,
      sentence: expect.not.stringContaining('Belum lengkap'),
    });
  });

  test('because its file is an earlier revision’s, sound but not the one its snapshot names', async () => {
    const key = keyOf(1, 'month');
    const [old] = closed;
    const other = memoryFiles();
    const elsewhere = await testWorld({ now: () => '2026-12-11T00:00:00.000Z' });
    const empty = await townOf(elsewhere);
    await empty.founds('35.78');
    const nobody = await closeCity(elsewhere, other, '35.78', CLOSE);
    const stale = instead({ [key]: await other.get(nobody.files?.month.key ?? '') });
    expect(await mergeProvince(world, stale, '35', CLOSE)).toMatchObject({
      missing: ['35.78'],
      total: { merchants: old?.total.merchants },
    });
  });
});

describe('a province none of whose cities can be read', () => {
  test('has no result, instead of one that says nobody is active', async () => {
    const lost: Files = { ...files, get: async () => undefined };
    expect(await mergeProvince(world, lost, '35', CLOSE)).toBeUndefined();
  });
});
