import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { refreshLedgers } from '../../functions/ranking/ledger/refresh-ledgers.ts';
import { makeWorld } from '../../functions/world.ts';
import { buildDemo } from '../../infra/local/demo/build.ts';
import { partOf } from '../../infra/local/demo/places.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { parsedOnce } from '../../infra/local/memory/parsed.ts';
import { cityBody } from '../../infra/regions.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { addMonths } from '../../shared/domain/basics/month.ts';
import { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { Standing } from '../../shared/domain/equity/standing/standing.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { Agreement } from '../../shared/domain/partners/agreement.ts';
import { NewCity } from '../../shared/domain/places/city.ts';
import type { Certificate } from '../../shared/domain/programmes/certificate.ts';
import { isIntact } from '../../shared/domain/programmes/data-integrity.ts';
import { zoneOf } from '../../shared/rules/zones.ts';
import { fromItem } from '../../shared/table/engine/card.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getAttainable } from '../../shared/table/equity/attainables.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { everyQuestion } from '../../shared/table/register/owners.ts';
import { memoryFiles } from '../engine.ts';

const signs = { signer: signerOf('s'), origin: 'https://pasar.test' };

/** Two cities of two provinces, a tenth of their shops, three months and some days. */
const small = { cities: partOf(0.1, ['35.73', '18.71']), months: 3 };
const months = ['2026-08', '2026-09', '2026-10'];

type Item = Record<string, unknown> & { type: string };
const built = async (until: string) => {
  const memory = new MemoryTable('demo');
  const table: Table = { client: memory.client, name: memory.name, pause: async () => undefined, parsed: parsedOnce() };
  const dir = await mkdtemp(join(tmpdir(), 'demo-'));
  const demo = await buildDemo(
    { table, secret: 's', files: memoryFiles(), ...signs, until, dir, report: () => {} },
    small,
  );
  const items = [...memory.all()].map((item) => fromItem(item) as Item);
  const of = <T>(type: string) => items.filter((item) => item.type === type) as unknown as T[];
  return {
    demo,
    dir,
    // Parsed, so that attributes stand in the order of the schema.
    snapshots: of('Snapshot').map((item) => Snapshot.parse(item)),
    standings: of<Standing>('Standing'),
    orders: of<Order>('Order'),
    agreements: of<Agreement>('Agreement'),
    shops: of<MerchantRecord>('Merchant'),
    table,
  };
};
const hashOf = (snapshots: readonly Snapshot[]) =>
  createHash('sha256')
    .update(
      snapshots
        .map((snapshot) => JSON.stringify(snapshot))
        .sort()
        .join('\n'),
    )
    .digest('hex');

describe('the demo province', () => {
  let one: Awaited<ReturnType<typeof built>>;
  let other: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    [one, other] = await Promise.all([built('2026-11-11T03:00:00.000Z'), built('2026-11-13T12:34:56.000Z')]);
  });

  test('has what a province agreed on for its cities, beside what each city did', () => {
    const places = one.agreements.map(({ place }) => place);
    expect(places.filter((place) => place === '18')).toHaveLength(1);
    expect(new Set(places)).toEqual(new Set(['35.73', '18.71', '18']));
  });

  test('has the same snapshots, byte for byte, whenever in a month it is built', () => {
    expect(one.snapshots.length).toBeGreaterThanOrEqual(months.length * 5 * 2);
    expect(hashOf(one.snapshots)).toBe(hashOf(other.snapshots));
  });

  test('counts every received piece in exactly one standing', () => {
    const sold = one.standings.reduce((sum, { turnoverRupiah }) => sum + turnoverRupiah, 0);
    const received = one.orders
      .flatMap(({ lines }) => lines)
      .reduce((sum, { priceRupiah, received: pieces }) => sum + priceRupiah * pieces, 0);
    expect(received).toBeGreaterThan(0);
    expect(sold).toBe(received);
    expect(one.orders.reduce((sum, { receivedRupiah }) => sum + receivedRupiah, 0)).toBe(received);
  });

  test('has closed every month for each city, province and the country, first preliminary, then final', () => {
    for (const place of ['35.73', '18.71', '35', '18', 'ID'])
      for (const month of months) {
        const revisions = one.snapshots.filter((snapshot) => snapshot.place === place && snapshot.month === month);
        expect(revisions.map(({ phase }) => phase).slice(0, 2), `${place} ${month}`).toEqual(['preliminary', 'final']);
        expect(revisions.at(-1)?.missing).toEqual([]);
      }
  });

  test('keeps the unsold in every snapshot, down to who never sold', () => {
    for (const month of months) {
      const city = one.snapshots.findLast((snapshot) => snapshot.place === '35.73' && snapshot.month === month);
      const there = one.standings.filter(
        (standing) => standing.cityCode === '35.73' && standing.month === month && !standing.gone,
      );
      expect(city?.total.merchants).toBe(there.length);
      expect(city?.total.unsold).toBe(there.filter(({ turnoverRupiah }) => turnoverRupiah === 0).length);
      expect(city?.total.unsold).toBeGreaterThan(0);
    }
    const wati = one.standings.filter(({ name }) => name === 'Anyaman Bu Wati');
    expect(wati.map(({ month }) => month).sort()).toEqual([...months, addMonths('2026-10', 1)]);
    expect(wati.every(({ turnoverRupiah }) => turnoverRupiah === 0)).toBe(true);
  });

  test('pays most shops at an account of their own, some at none, and two of two people at one', () => {
    const keys = one.shops.flatMap(({ accountKey }) => accountKey ?? []);
    expect(keys.length).toBeGreaterThan(one.shops.length / 2);
    expect(keys.length).toBeLessThan(one.shops.length);
    expect(new Set(keys).size).toBe(keys.length - 1);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    const pair = one.shops.filter(({ accountKey }) => accountKey === twice);
    expect(pair.map(({ cityCode, status }) => `${cityCode} ${status}`)).toEqual(['35.73 verified', '35.73 verified']);
    expect(new Set(pair.map(({ ownerId }) => ownerId)).size).toBe(2);
  });

  test('asks the city about the two shops of one account once the ledgers are made', async () => {
    const world = makeWorld({
      client: one.table.client,
      tableName: one.table.name,
      secret: 's',
      files: memoryFiles(),
      now: () => '2026-11-11T03:00:00.000Z',
    });
    await refreshLedgers(() => world)({ 'detail-type': 'LedgerDue', detail: { cityCode: '35.73' } });
    const asked = await everyQuestion(one.table, '35.73');
    const keys = one.shops.flatMap(({ accountKey }) => accountKey ?? []);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    const pair = one.shops.filter(({ accountKey }) => accountKey === twice).map(({ merchantId }) => merchantId);
    const about = asked.filter(({ shops }) => pair.every((id) => shops.some(({ shopId }) => shopId === id)));
    expect(about.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['account open']);
    // With them stands what the last month could have attained.
    const attainable = await getAttainable(one.table, '35.73', '2026-10');
    expect(attainable?.total.orders).toBeGreaterThan(0);
    expect(attainable?.isBounded).not.toBe(false);
  });

  test('reopened one final month, whose correction is a third revision', () => {
    const corrected = one.snapshots
      .filter(({ revision }) => revision === 3)
      .map(({ place, month }) => `${place} ${month}`);
    expect(corrected.sort()).toEqual(['35 2026-09', '35.73 2026-09', 'ID 2026-09']);
  });

  test('tells its headline and leaves its people behind', async () => {
    expect(one.demo.headline).toMatch(/^\d+ dari \d+ usaha belum menjual apa pun pada Oktober 2026\.$/);
    const people = JSON.parse(await readFile(join(one.dir, 'people.json'), 'utf8'));
    expect(people).toEqual(one.demo.people);
    const ids = one.demo.people.map(({ person }) => person);
    expect(new Set(ids).size).toBe(ids.length);
    for (const person of [
      'sari',
      'wati',
      'bayu',
      'ratna',
      'teguh',
      'admin-malang',
      'inspektorat-malang',
      'admin-jatim',
    ])
      expect(ids).toContain(person);
  });
});

describe('a whole year of the demo', () => {
  // Christmas, leave and the offices' last weeks of a year are in no three months; every rule of the market holds in all.
  test('meets no rule that its people do not know', async () => {
    const memory = new MemoryTable('year');
    const table: Table = {
      client: memory.client,
      name: memory.name,
      pause: async () => undefined,
      parsed: parsedOnce(),
    };
    const dir = await mkdtemp(join(tmpdir(), 'year-'));
    const options = { table, secret: 's', files: memoryFiles(), ...signs, until: '2026-11-13T12:34:56.000Z', dir };
    const { summary } = await buildDemo({ ...options, report: () => {} }, { cities: partOf(0.15), months: 12 });
    expect(summary.orders).toBeGreaterThan(500);
    const certificates = [...memory.all()].map(fromItem).filter(({ type }) => type === 'Certificate');
    expect(new Set(certificates.map(({ seriesId }) => seriesId)).size).toBe(2);
    for (const certificate of certificates as unknown as Certificate[])
      expect(isIntact(JSON.parse(certificate.credential), signs.signer.publicKey)).toBe(true);
  });

  // Whoever builds a smaller one, for a walk or a bench, meets no rule either: known shops come late in a short year.
  test.each([1, 3])(
    'is built as a city of %i months too',
    async (months) => {
      const memory = new MemoryTable('short');
      const table: Table = {
        client: memory.client,
        name: memory.name,
        pause: async () => undefined,
        parsed: parsedOnce(),
      };
      const dir = await mkdtemp(join(tmpdir(), 'short-'));
      const options = { table, secret: 's', files: memoryFiles(), ...signs, until: '2026-11-26T13:00:00.000Z', dir };
      // The shortest with as many offices as a large city has of each kind: no two of them are called alike.
      const cities = partOf(0.5, ['35.73']).map((city) => ({ ...city, agencies: months === 1 ? 40 : city.agencies }));
      const size = { cities, months };
      const { summary } = await buildDemo({ ...options, report: () => {} }, size);
      expect(summary.orders).toBeGreaterThan(20);
    },
    120_000,
  );
});

describe('a city of Kemendagri', () => {
  test('can be founded from its code alone', async () => {
    const blitar = NewCity.parse(await cityBody('35.72'));
    expect(blitar).toMatchObject({ name: 'Kota Blitar', provinceName: 'Jawa Timur', zone: 'Asia/Jakarta' });
    expect(blitar.districts.map(({ name }) => name)).toEqual(['Kepanjenkidul', 'Sukorejo', 'Sananwetan']);
    expect(blitar.districts.flatMap(({ villages }) => villages)).toHaveLength(21);
    await expect(cityBody('99.99')).rejects.toThrow('tidak ada dalam daftar Kemendagri');
  });

  test('keeps the commas and quotes of names', async () => {
    const names = (await cityBody('12.07')).districts.flatMap(({ villages }) => villages.map(({ name }) => name));
    expect(names).toContain('Lubuk Pakam I,II');
    const quoted = (await cityBody('35.13')).districts.flatMap(({ villages }) => villages.map(({ name }) => name));
    expect(quoted).toContain('Soka"an');
  });

  test('lies in the zone of its province', () => {
    expect(['35.73', '61.71', '63.71', '51.71', '73.71', '81.71', '94.04'].map(zoneOf)).toEqual([
      'Asia/Jakarta',
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Makassar',
      'Asia/Makassar',
      'Asia/Jayapura',
      'Asia/Jayapura',
    ]);
    expect(() => zoneOf('00.01')).toThrow();
  });
});
