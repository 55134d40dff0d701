import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDemo } from '../../infra/local/demo/build.ts';
import { partOf } from '../../infra/local/demo/places.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { parsedOnce } from '../../infra/local/memory/parsed.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { memoryFiles, testWorld } from '../engine.ts';
import { marketOf } from '../market.ts';

const CITY = '35.73';
const NOW = '2026-11-27T12:34:56.000Z';

/** The whole city for the whole year: fewer shops or months, and nothing could be said of a training. */
const whole = { cities: partOf(1, [CITY]), months: 12 };

/** Some twenty seconds of a processor at rest. */
describe('the year of the demo', () => {
  let dir: string;
  let market: ReturnType<typeof marketOf>;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'effect-'));
    const memory = new MemoryTable('effect');
    const table: Table = {
      client: memory.client,
      name: memory.name,
      pause: async () => undefined,
      parsed: parsedOnce(),
    };
    const given = { table, secret: 'only for tests', files: memoryFiles(), signer: signerOf('s'), until: NOW, dir };
    await buildDemo({ ...given, origin: 'https://pasar.test', report: () => {} }, whole);
    market = marketOf(await testWorld({ table, now: () => NOW }));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test('has two series that are measured by who waited by lot: one changed sales, of the other it cannot be said', async () => {
    const { items } = await market.as()('GET /cities/{city}/series', { params: { city: CITY } });
    const said = await Promise.all(
      items.map(async ({ seriesId, title }) => {
        const { effects } = await market.as('admin-malang')('GET /series/{seriesId}/effect', { params: { seriesId } });
        expect(effects.map(({ months, state }) => [months, state])).toEqual(
          [1, 3, 6].map((after) => [after, 'judged']),
        );
        expect(new Set(effects.map((one) => one.method))).toEqual(new Set(['queue']));
        return [title, effects.filter(({ lowRupiah }) => (lowRupiah ?? 0) > 0).map(({ months }) => months)];
      }),
    );
    expect(Object.fromEntries(said)).toEqual({
      'Foto produk dan tampilan toko': expect.arrayContaining([1, 3]),
      'Pembukuan harian dengan HP': [],
    });
  });
}, 240_000);
