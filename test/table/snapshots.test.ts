import { expect, test } from 'vitest';
import { rowOf } from '../../infra/local/engine/engine-rows.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getSnapshot, insertSnapshot } from '../../shared/table/equity/snapshots.ts';
import { closeCity } from '../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../engine.ts';
import { stored, townOf } from '../market.ts';

const CITY = '35.73';
const MONTH = '2026-11';
/** More than any city has; 400 kB is what DynamoDB keeps in an item. */
const OFFICES = 1000;
const ITEM_BYTES = 400 * 1024;

const office = (at: number) => ({
  agencyId: `agc_${String(at * 7919).padStart(26, '0')}`,
  name: `Kecamatan Kedungkandang, UPT ${at}`,
  rupiah: String(16_010_000 + at * 1013),
  owners: 9,
  equivalentOwners: { value: 5 + at / 7, exact: { numerator: String(35 + at), denominator: '7' } },
  largestShare: { value: 1 / (at + 2), exact: { numerator: '1', denominator: String(at + 2) } },
  newOwners: 9,
  newRupiah: '16010000',
});

test('a month of a thousand offices fits into its item, whole, and is read with them or without', async () => {
  const clock = testClock('2026-11-10T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  const town = await townOf(world);
  await town.founds(CITY);
  await town.opens(CITY);
  clock.set('2026-12-11T00:00:00.000Z');
  await closeCity(world, memoryFiles(), CITY, { month: MONTH, phase: 'final', takenAt: clock.now() });
  const first = await getSnapshot(world.table, CITY, MONTH);
  if (!first) throw new Error('the month was not closed');
  const agencies = Array.from({ length: OFFICES }, (_, at) => office(at));
  const wide = { ...first, revision: 9, agencies, year: { ...first.year, agencies: agencies.toReversed() } };
  await commit(world.table, [insertSnapshot(wide)]);
  const none = { ...wide, agencies: [], year: { ...wide.year, agencies: [] } };
  expect(await getSnapshot(world.table, CITY, MONTH)).toEqual(wide);
  expect(await getSnapshot(world.table, CITY, MONTH, 9)).toEqual(wide);
  expect(await getSnapshot(world.table, CITY, MONTH, undefined, 'none')).toEqual(none);
  expect(await getSnapshot(world.table, CITY, MONTH, 9, 'none')).toEqual(none);
  const item = (await stored(world)).find(
    (one) => one['pk'] === `PLACE#${CITY}` && String(one['sk']).endsWith('#0009'),
  );
  if (!item) throw new Error('the revision was not kept');
  expect(rowOf(item).bytes).toBeLessThan(ITEM_BYTES);
});
