import { beforeAll, describe, expect, test } from 'vitest';
import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { readInputs } from '../../../functions/equity/close/store-inputs.ts';
import { verifyMonth } from '../../../functions/equity/close/verify-month.ts';
import type { Files } from '../../../functions/files.ts';
import type { World } from '../../../functions/world.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import { closeCity } from '../../close-city.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const MONTH = '2026-10';
const close = (phase: 'preliminary' | 'final') =>
  ({
    month: MONTH,
    phase,
    takenAt: phase === 'final' ? '2026-11-11T00:00:00.000Z' : '2026-11-01T00:00:00.000Z',
  }) as const;

let s: {
  clock: Clock;
  world: World;
  files: Files;
  kept: Map<string, Uint8Array>;
  town: Town;
  first: Snapshot;
  second: Snapshot;
};
/** Two shops and an office; a preliminary close, then a report, then the final one. */
beforeAll(async () => {
  const clock = testClock('2026-10-05T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  const town = await townOf(world);
  await town.founds(CITY);
  const inner = memoryFiles();
  const kept = new Map<string, Uint8Array>();
  const files: Files = {
    put: async (key, bytes) => {
      kept.set(key, bytes);
      await inner.put(key, bytes);
    },
    get: async (key) => kept.get(key) ?? undefined,
  };
  const [one] = [await town.opens(CITY), await town.opens(CITY)];
  const office = await town.seatsOffice(CITY);
  const product = await town.offers(one, { amount: 50 });
  const order = await town.orders(office, product, 3);
  await town.moves(office.approver, 'approve', order);
  await town.moves(one.owner, 'accept', order);
  await town.moves(one.owner, 'deliver', order);
  await town.receives(office.buyer, order, { receivedBy: 'Ani' });
  clock.set('2026-11-02T09:00:00.000+07:00');
  const first = await closeCity(world, files, CITY, close('preliminary'));
  await town.as(one.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
    params: { merchantId: one.merchantId, month: MONTH },
    body: { outside: [{ channel: 'event', rupiah: 250_000 }] },
  });
  clock.set('2026-11-12T09:00:00.000+07:00');
  const second = await closeCity(world, files, CITY, close('final'));
  await mergeProvince(world, files, '35', close('final'));
  await mergeCountry(world, files, close('final'));
  s = { clock, world, files, kept, town, first, second };
});

describe('a closed month', () => {
  test('keeps its whole input, without a name or id of a merchant', async () => {
    const inputs = await readInputs(s.files, s.second.inputs?.key ?? '');
    expect(inputs?.sha256).toBe(s.second.inputs?.sha256);
    expect(inputs?.text.split('\n').filter((line) => line.startsWith('["35.73'))).toHaveLength(2);
    expect(inputs?.text).not.toMatch(/Dapur|Sri|mrc_|own_|owner/);
  });

  test('is computed again to the same bytes, every revision and every merge', async () => {
    for (const where of [
      { place: CITY, month: MONTH, revision: 1 },
      { place: CITY, month: MONTH },
      { place: '35', month: MONTH },
      { place: 'ID', month: MONTH },
    ])
      expect(await verifyMonth(s.world, s.files, where), where.place).toMatchObject({ verdict: 'match' });
  });

  test('says in its next revision what changed and why', () => {
    expect(s.first.changes).toBeUndefined();
    expect(s.second.revision).toBe(2);
    expect(s.second.changes?.since).toBe(1);
    expect(s.second.changes?.reasons.join(' ')).toMatch(/Batas lapor.*Laporan usaha berubah dari 0 ke 1/);
    expect(s.second.changes?.figures).toContainEqual({
      of: 'total',
      id: 'reportedRupiah',
      before: '0',
      after: '250000',
    });
  });

  test('publishes the quality of its data', () => {
    for (const { total, control } of [s.second, s.second.year]) {
      expect(total).toMatchObject({
        reports: 1,
        reportsMissing: 1,
        platformOfReportersRupiah: '54000',
        reportedMinusPlatformRupiah: '196000',
      });
      expect(control).toEqual({ merchants: 2, turnoverRupiah: '54000' });
    }
  });

  test('closed again says the same and writes nothing', async () => {
    expect(await closeCity(s.world, s.files, CITY, close('final'))).toEqual(
      await getSnapshot(s.world.table, CITY, MONTH),
    );
    expect((await getSnapshot(s.world.table, CITY, MONTH))?.revision).toBe(2);
  });

  test('that was tampered with differs, and is told where', async () => {
    const { world } = s;
    const forged = { ...s.second, revision: 3, total: { ...s.second.total, unsold: 0 } };
    const { insertSnapshot } = await import('../../../shared/table/equity/snapshots.ts');
    const { commit } = await import('../../../shared/table/engine/writes.ts');
    await commit(world.table, [insertSnapshot(forged)]);
    const found = await verifyMonth(world, s.files, { place: CITY, month: MONTH, revision: 3 });
    expect(found).toMatchObject({ verdict: 'differs' });
    expect(found.verdict === 'differs' && found.differences).toContainEqual({
      at: '/total/unsold',
      stored: '0',
      computed: '1',
    });
  });

  test('of another definition is verified by the code of then, and says so', async () => {
    const { insertSnapshot } = await import('../../../shared/table/equity/snapshots.ts');
    const { commit } = await import('../../../shared/table/engine/writes.ts');
    await commit(s.world.table, [insertSnapshot({ ...s.second, revision: 9, definition: 'pemerataan-0' })]);
    expect(await verifyMonth(s.world, s.files, { place: CITY, month: MONTH, revision: 9 })).toMatchObject({
      verdict: 'impossible',
      why: expect.stringContaining('pemerataan-0'),
    });
  });

  test('whose input is gone or changed cannot be verified, and says so', async () => {
    const key = s.second.inputs?.key ?? '';
    const bytes = s.kept.get(key) as Uint8Array;
    s.kept.delete(key);
    expect(await verifyMonth(s.world, s.files, { place: CITY, month: MONTH, revision: 2 })).toMatchObject({
      verdict: 'impossible',
      why: expect.stringContaining('tidak ada'),
    });
    const { gzipSync } = await import('node:zlib');
    s.kept.set(key, gzipSync('{}\n'));
    expect(await verifyMonth(s.world, s.files, { place: CITY, month: MONTH, revision: 2 })).toMatchObject({
      verdict: 'impossible',
      why: expect.stringContaining('berubah'),
    });
    s.kept.set(key, bytes.subarray(0, bytes.length - 9));
    expect(await verifyMonth(s.world, s.files, { place: CITY, month: MONTH, revision: 2 })).toMatchObject({
      verdict: 'impossible',
      why: expect.stringContaining('tidak dapat dibuka (Z_BUF_ERROR)'),
    });
    s.kept.set(key, bytes);
    expect(await verifyMonth(s.world, s.files, { place: CITY, month: '2020-01' })).toMatchObject({
      verdict: 'impossible',
    });
  });

  test('merged from a city file that was lost or changed since names the city and what is wrong', async () => {
    const key = s.second.files?.month.key ?? '';
    const bytes = s.kept.get(key) as Uint8Array;
    const flipped = Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
    for (const [file, name] of [
      [undefined, 'tidak ada'],
      [flipped, 'CityFileCorrupt'],
      [bytes.subarray(0, 20), 'CityFileTruncated'],
    ] as const) {
      if (file) s.kept.set(key, file);
      else s.kept.delete(key);
      for (const place of ['35', 'ID']) {
        expect(await verifyMonth(s.world, s.files, { place, month: MONTH })).toEqual({
          verdict: 'impossible',
          why: `berkas kota tidak utuh lagi: ${CITY} (${name})`,
        });
      }
    }
    s.kept.set(key, bytes);
    expect(await verifyMonth(s.world, s.files, { place: '35', month: MONTH })).toMatchObject({ verdict: 'match' });
  });
});
