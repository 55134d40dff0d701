/**
 * What a partner's feed costs, from the parts as they lie in a folder to the one commit: `node test/bench/feed.ts`, or by
 * `BENCH_ROWS=10000,1000000` for other sizes. In the last size one row in ten thousand is wrong. Prints a table, asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { folderFiles } from '../../infra/local/files.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { testClock, testWorld } from '../engine.ts';
import { townOf } from '../market.ts';
import { count, table } from './kit/figures.ts';

const SIZES = (process.env['BENCH_ROWS'] ?? '10000,100000,1000000').split(',').map(Number);
const CITY = '35.73';
const PART_BYTES = 4_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const MB = (bytes: number): string => (bytes / 1e6).toFixed(0);

const codes = Object.keys(categories);
/** A row of demand that no other row has; one in `wrong` names a kecamatan that is none. */
const rowOf = (at: number, wrong: number): string => {
  const district = wrong > 0 && at % wrong === wrong - 1 ? '99.99.99' : `${CITY}.0${2 + (at % 2)}`;
  const term = `barang ${(at >> 1) % 21_000}`.replace(/\d+/, (digits) =>
    [...digits].map((one) => 'abcdefghij'[Number(one)]).join(''),
  );
  return `2026-10-01,${district},${codes[at % codes.length]},${term} ${Math.floor(at / 42_000)},${at % 24},${10 + (at % 90)},${at % 10}\n`;
};

const measure = async (rows: number, wrong: number): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'pasar-rata-feed-'));
  try {
    const files = folderFiles(folder);
    const town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now, files }));
    await town.founds(CITY);
    const admin = town.as(town.adminOf(CITY));
    const body = { legalName: 'PT Ojek Contoh', brand: 'Ojek Contoh', kind: 'ride' } as const;
    const { partnerId } = await admin('POST /cities/{city}/partners', { params: { city: CITY }, body });
    const parts: string[] = [];
    let [text, bytes] = ['start_date,geography_id,category,term,hour,request_count,unserved_count\n', 0];
    const send = async () => {
      const asked = { params: { partnerId }, rawBody: text, headers: { 'content-type': 'text/csv' } };
      const sent = await town.ask('POST /partners/{partnerId}/feed-parts', town.adminOf(CITY), asked);
      parts.push((sent.body as unknown as { partId: string }).partId);
      [bytes, text] = [bytes + text.length, ''];
    };
    for (let at = 0; at < rows; at += 1) {
      text += rowOf(at, wrong);
      if (text.length > PART_BYTES) await send();
    }
    await send();
    let most = held();
    const before = most;
    const watch = setInterval(() => {
      most = Math.max(most, held());
    }, 1000);
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const feed = { city: CITY, kind: 'demand', month: '2026-10', revision: 1, parts } as const;
    const taken = await admin('POST /partners/{partnerId}/feeds', { params: { partnerId }, body: feed });
    clearInterval(watch);
    const { user, system } = process.cpuUsage(cpu);
    return [
      count(rows),
      count(taken.flawCount),
      taken.written ? 'taken' : `not taken: row ${taken.flaws[0]?.row} first`,
      MB(bytes),
      ((performance.now() - start) / 1000).toFixed(1),
      ((user + system) / 1e6).toFixed(1),
      `+${MB(Math.max(0, most - before))}`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const lines: string[][] = [];
for (const rows of SIZES) lines.push(await measure(rows, 0));
lines.push(await measure(SIZES.at(-1) ?? 0, 10_000));
console.log(table(['rows', 'wrong', 'outcome', 'MB', 'seconds', 'CPU seconds', 'most held beside, MB'], lines));
process.exit(0);
