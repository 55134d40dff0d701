import { beforeAll, describe, expect, test } from 'vitest';
import {
  type GapPages,
  getGap,
  pagesOfGap,
  putGap,
  putLongGap,
} from '../../../functions/city-ranking/gap/gap-files.ts';
import { type Gap, summaryOf } from '../../../functions/city-ranking/gap/gap-of.ts';
import type { World } from '../../../functions/world.ts';
import type { GapFinding } from '../../../shared/domain/ranking/support/gap.ts';
import { supportCauses } from '../../../shared/domain/ranking/support/support.ts';
import { memoryFiles, testWorld } from '../../engine.ts';

const CITY = '35.73';
const [LINES, TOGETHER] = [450, 20];
const merchant = (at: number): string => `mer_${String(at).padStart(26, '0')}`;
const line = (at: number): GapFinding => ({
  ownerId: `own_${at}`,
  shops: Array.from({ length: 1 + (at % 3) }, (_, more) => ({
    merchantId: merchant(10 * at + more),
    name: `Dapur ${at}`,
    district: `35.73.0${1 + ((at + more) % 5)}`,
    category: more === 0 ? 'meeting-food' : 'crafts',
  })),
  monthsUnsold: 2 + (at % 11),
  cause: supportCauses[Math.floor((at * supportCauses.length) / LINES)] ?? 'offer',
  fix: at % 2 === 0 ? 'price' : null,
  action: 'Bantu memotret barangnya.',
  fairShareRupiah: 1000 * (at % 7),
  missed: null,
  evidence: { offers: 1, soldOut: 0, impressions: 0, requests: at, passed: 0, failures: [], price: null },
});
const lines = Array.from({ length: LINES }, (_, at) => line(at));
const summary = summaryOf(lines, { ledgerVersion: 'led_1', madeAt: '2026-11-10T02:00:00.000Z' });
const gap: Gap = { lines, summary };

let world: World;
let whole: GapPages;
let read: string[] = [];
const files = memoryFiles();
beforeAll(async () => {
  const get = async (key: string) => {
    read.push(key);
    return files.get(key);
  };
  world = await testWorld({ files: { ...files, get } });
  whole = pagesOfGap(gap);
});
const long = async () => getGap(world, await putLongGap(world, CITY, gap, TOGETHER));
/** Of a list at hand a row is its line: only what a row has is compared. */
const rowsOf = ({ rows }: GapPages) =>
  rows.map(({ at, cause, monthsUnsold, fairShareRupiah, shops }) => ({
    at,
    cause,
    monthsUnsold,
    fairShareRupiah,
    shops: shops.map(({ district, category }) => ({ district, category })),
  }));

describe('a long list of whom to visit', () => {
  test('is in its files what it is at hand: counted, narrowed and read', async () => {
    const pages = await long();
    expect(pages.summary).toEqual(summary);
    expect(rowsOf(pages)).toEqual(rowsOf(whole));
    for (const places of [[], [0], [449, 3, 20, 19], [...lines.keys()]])
      expect(await pages.lines(places)).toEqual(await whole.lines(places));
    for (const at of [0, 1, 4491, 4490, 99_999])
      expect(await pages.linesOf(merchant(at))).toEqual(await whole.linesOf(merchant(at)));
  });

  test('is read no further than a page shows: what it is narrowed by, and the files of its lines, once', async () => {
    const others = lines.map((one) => ({ ...one, action: 'Antar ke dinas yang mencari.' }));
    const key = await putLongGap(world, CITY, { lines: others, summary }, TOGETHER);
    read = [];
    const pages = await getGap(world, key);
    await pages.lines(Array.from({ length: 25 }, (_, at) => 40 + at));
    expect(read.length).toBe(1 + 2);
    await getGap(world, key);
    await pages.lines([41]);
    expect(read.length).toBe(3);
  });

  test('that was kept whole before is read as it lies', async () => {
    const pages = await getGap(world, await putGap(world, CITY, gap));
    expect(rowsOf(pages)).toEqual(rowsOf(whole));
    expect(await pages.lines([7, 300])).toEqual([lines[7], lines[300]]);
  });

  test('of nobody has no file of lines', async () => {
    const key = await putLongGap(world, CITY, { lines: [], summary: summaryOf([], summary) });
    const pages = await getGap(world, key);
    expect([pages.rows, await pages.lines([]), await pages.linesOf(merchant(1))]).toEqual([[], [], []]);
  });
});
