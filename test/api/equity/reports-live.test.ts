import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { fillLiveMonth } from '../../../functions/equity/live/fill-month.ts';
import { followStandings } from '../../../functions/equity/live/follow-standings.ts';
import type { Files } from '../../../functions/files.ts';
import type { World } from '../../../functions/world.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { closeCity } from '../../close-city.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { refusalOf, stored, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const MONTH = '2026-10';
const close = { month: MONTH, phase: 'final', takenAt: '2026-11-11T00:00:00.000Z' } as const;

/** Every standing of the table as the stream tells it, attributes as they are stored. */
const records = async (world: World): Promise<DynamoDBRecord[]> =>
  (await stored(world))
    .filter(({ type }) => type === 'Standing')
    .map((item, at) => ({ dynamodb: { NewImage: marshall(item) as never, SequenceNumber: String(at) } }));

describe('the month so far', () => {
  let s: { world: World; town: Town };
  beforeAll(async () => {
    const world = await testWorld({ now: testClock('2026-10-05T09:00:00.000+07:00').now });
    const town = await townOf(world);
    await town.founds(CITY);
    await town.seats('province:35', 'province-admin-35', 'province-admin');
    const [one] = [await town.opens(CITY), await town.opens(CITY)];
    const product = await town.offers(one, { amount: 50 });
    await town.sells(one, product, 2);
    const consume = followStandings(() => world);
    for (let twice = 0; twice < 2; twice += 1)
      expect((await consume({ Records: await records(world) })).batchItemFailures).toEqual([]);
    s = { world, town };
  });

  test('is said in a sentence with its doubt, in the city, its province and the country', async () => {
    const { town } = s;
    const city = await town.as(town.adminOf(CITY))('GET /cities/{city}/live/{month}', {
      params: { city: CITY, month: MONTH },
    });
    expect(city).toMatchObject({ merchants: 2, unsold: 1, turnoverRupiah: '36000', gini: { low: { value: 0.5 } } });
    expect(city.sentence).toMatch(/^Gini 0,5\d{3} ± 0,\d{4} sejauh ini$/);
    const province = await town.as('province-admin-35')('GET /provinces/{province}/live/{month}', {
      params: { province: '35', month: MONTH },
    });
    expect(province).toMatchObject({ place: '35', cities: 1, merchants: 2 });
    const country = await town.as('operator')('GET /country/live/{month}', { params: { month: MONTH } });
    expect(country).toMatchObject({ place: 'ID', cities: 1, merchants: 2 });
  });

  test('is filled where the stream was silent, and counts nobody twice', async () => {
    const { world, town } = s;
    await fillLiveMonth(world, { cityCode: CITY }, MONTH);
    const city = await town.as(town.adminOf(CITY))('GET /cities/{city}/live/{month}', {
      params: { city: CITY, month: MONTH },
    });
    expect(city).toMatchObject({ merchants: 2, unsold: 1 });
  });

  test('without anybody says so', async () => {
    const { town } = s;
    const ask = (month: string) =>
      town.as(town.adminOf(CITY))('GET /cities/{city}/live/{month}', { params: { city: CITY, month } });
    expect(await ask('2026-12')).toMatchObject({
      merchants: 0,
      gini: { estimate: { value: null, reason: 'no_merchants' } },
      sentence: 'Belum ada usaha dalam bulan ini.',
    });
    expect(await refusalOf(ask('2026-13'))).toMatchObject({ code: 'month_invalid' });
  });
});

describe('a month that says little', () => {
  let clock: Clock;
  let world: World;
  let town: Town;
  let files: Files;
  let kept: Map<string, Uint8Array>;
  const read = (city: string): Promise<Snapshot> =>
    town.as(town.adminOf(city))('GET /cities/{city}/months/{month}', { params: { city, month: MONTH } });
  beforeAll(async () => {
    clock = testClock('2026-10-05T09:00:00.000+07:00');
    world = await testWorld({ now: clock.now });
    town = await townOf(world);
    kept = new Map();
    files = { put: async (key, bytes) => void kept.set(key, bytes), get: async (key) => kept.get(key) };
    for (const city of [CITY, '35.78', '36.71']) await town.founds(city);
    await town.opens('35.78');
    clock.set('2026-11-12T09:00:00.000+07:00');
    for (const city of [CITY, '35.78']) await closeCity(world, files, city, close);
  });

  test('of a city without merchants has no value and says why, and its report can be read', async () => {
    const { total, sentence } = await read(CITY);
    expect(total).toMatchObject({ merchants: 0, spread: { gini: { value: null, reason: 'no_merchants' } } });
    expect(sentence).toMatch(/^Belum ada usaha aktif/);
    for (const format of ['pdf', 'xlsx', 'csv'] as const) {
      const asked = { params: { city: CITY, month: MONTH, format } };
      expect((await town.as()('GET /cities/{city}/reports/{month}/{format}', asked)).bytes.length).toBeGreaterThan(100);
      expect(
        (await town.as(town.adminOf(CITY))('GET /cities/{city}/months/{month}/report/{format}', asked)).bytes.length,
      ).toBeGreaterThan(100);
    }
  });

  test('in which the one merchant sold nothing has no Gini', async () => {
    expect((await read('35.78')).total).toMatchObject({
      merchants: 1,
      unsold: 1,
      spread: { gini: { value: null, reason: 'no_turnover' } },
    });
  });

  test('that is not over cannot be closed', async () => {
    const asked = town.as(town.adminOf(CITY))('POST /cities/{city}/months/{month}/close', {
      params: { city: CITY, month: '2026-11' },
    });
    expect(await refusalOf(asked)).toMatchObject({ code: 'month_not_over', status: 409 });
  });

  test('of a province names the cities it lacks, missing or corrupt, and is partial', async () => {
    await town.founds('35.01');
    const merged = await mergeProvince(world, files, '35', close);
    expect(merged).toMatchObject({ missing: ['35.01'], phase: 'preliminary' });
    const key = (await read('35.78')).files?.month.key ?? '';
    const whole = kept.get(key) as Uint8Array;
    kept.set(key, whole.slice(0, -3));
    expect(await mergeProvince(world, files, '35', close)).toMatchObject({
      missing: ['35.01', '35.78'],
      phase: 'preliminary',
    });
    kept.delete(key);
    expect(await mergeProvince(world, files, '35', close)).toMatchObject({ missing: ['35.01', '35.78'] });
    const open = await town.as()('GET /provinces/{province}/snapshots/{month}', {
      params: { province: '35', month: MONTH },
    });
    expect(open.missing).toEqual(['35.01', '35.78']);
  });

  test('of a country or province nobody closed is not found', async () => {
    expect(await mergeProvince(world, memoryFiles(), '36', close)).toBeUndefined();
    expect(
      await refusalOf(
        town.as()('GET /provinces/{province}/snapshots/{month}', { params: { province: '36', month: MONTH } }),
      ),
    ).toMatchObject({ code: 'snapshot_not_found' });
  });
});
