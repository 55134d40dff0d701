/** The close of a country: `node test/bench/country.ts`. Every city, every province and the country, by the real operations. */

import { closeCity } from '../../functions/equity/close/close-city.ts';
import { mergeCountry, mergeProvince } from '../../functions/equity/close/merge-places.ts';
import { verifyMonth } from '../../functions/equity/close/verify-month.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { addMonths } from '../../shared/domain/basics/month.ts';
import { openStanding } from '../../shared/domain/equity/standing/open-standing.ts';
import { withSale } from '../../shared/domain/equity/standing/with-sale.ts';
import { provinceOf } from '../../shared/domain/places/region.ts';
import { saveCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { openStandingOnce } from '../../shared/table/equity/standings.ts';
import { insertMerchant } from '../../shared/table/register/merchants.ts';
import { memoryFiles, testClock, testWorld } from '../engine.ts';
import { count, type Print, print, table } from './kit/figures.ts';
import { city, MONTH, merchant, sealed } from './kit/seeds.ts';

const CITIES = Number(process.env['BENCH_CITIES'] ?? 514);
const PROVINCES = 38;
/** Merchants of the smallest and of the largest city: some too small to be shown, as there are. */
const [FEWEST, STEP, SIZES] = [4, 3, 20];
const CLOSE = { month: MONTH, phase: 'final', takenAt: '2026-12-11T02:00:00.000Z' } as const;

const codeOf = (at: number): string =>
  `${11 + (at % PROVINCES)}.${String(1 + Math.floor(at / PROVINCES)).padStart(2, '0')}`;

/** The writes of a city and of its shops, of which a third sold nothing. */
const cityWrites = (at: number) => {
  const code = codeOf(at);
  const districts = [1, 2, 3].map((one) => ({ code: `${code}.0${one}`, name: `Kecamatan ${one}` }));
  const shops = Array.from({ length: FEWEST + STEP * (at % SIZES) }, (_, serial) => {
    const shop = { ...merchant(1000 * at + serial), cityCode: code, district: `${code}.0${1 + (serial % 3)}` };
    const opened = openStanding(shop, MONTH, [openStanding(shop, addMonths(MONTH, -1), [])]);
    const sale = { rupiah: 18_000 * (1 + ((serial * 7919) % 97)), firstReceipt: true, newAgency: false };
    return [
      insertMerchant({ ...shop, ...sealed }),
      openStandingOnce(serial % 3 === 0 ? opened : withSale(opened, sale), 1),
    ];
  });
  return [[saveCity({ ...city(code), name: `Kabupaten Kepulauan ${at}`, districts })], ...shops];
};

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

export const run = async (print: Print): Promise<void> => {
  const memory = new MemoryTable();
  const base = { client: memory.client, name: memory.name, pause: async () => {} };
  const world = await testWorld({ now: testClock(CLOSE.takenAt).now, table: base });
  for (let at = 0; at < CITIES; at++) for (const writes of cityWrites(at)) await commit(world.table, writes);
  const files = memoryFiles();
  const codes = Array.from({ length: CITIES }, (_, at) => codeOf(at));
  const provinces = [...new Set(codes.map(provinceOf))];
  const rows: string[][] = [];
  const step = async (name: string, places: number, work: () => Promise<unknown>) => {
    const cpu = await cpuOf(work);
    rows.push([name, count(places), (cpu / 1000).toFixed(2), (cpu / places).toFixed(1)]);
  };
  await step('cities closed', CITIES, async () => {
    for (const code of codes) await closeCity(world, files, code, CLOSE);
  });
  await step('provinces merged', provinces.length, async () => {
    for (const code of provinces) await mergeProvince(world, files, code, CLOSE);
  });
  let country: Awaited<ReturnType<typeof mergeCountry>>;
  await step('the country merged', 1, async () => {
    country = await mergeCountry(world, files, CLOSE);
  });
  await step('the country verified', 1, async () => {
    const { verdict } = await verifyMonth(world, files, { place: 'ID', month: MONTH });
    if (verdict !== 'match') throw new Error(`the country is verified as ${verdict}`);
  });
  print(table(['the close of a country', 'places', 'CPU s', 'ms each'], rows));
  const bytes = Buffer.byteLength(JSON.stringify(country));
  print(
    `${count(country?.cities.length ?? 0)} cities in it, ${country?.missing.length} missing, ${count(country?.total.merchants ?? 0)} merchants; ${count(bytes)} bytes as JSON, an item holds 409,600. Over a table in memory.`,
  );
};

if (import.meta.main) await run(print);
