import { closeMonths } from '../../../functions/equity/close/close-months.ts';
import type { Files } from '../../../functions/files.ts';
import { makeWorld } from '../../../functions/world.ts';
import { closesBetween } from '../../../infra/local/events/schedule.ts';
import { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import { townOf } from '../../market.ts';
import { randomOf } from '../chance/random.ts';
import { runClose } from './close.ts';
import { silent } from './silent.ts';

/** Three tenants: two of one province, one two hours east; one in four partitions. */
export const cities = {
  '35.73': { zone: 'Asia/Jakarta', shards: 1 },
  '35.78': { zone: 'Asia/Jakarta', shards: 4 },
  '91.71': { zone: 'Asia/Jayapura', shards: 1 },
} as const;
export const cityCodes = Object.keys(cities) as (keyof typeof cities)[];

/** Few enough that buyers of a history meet the limits, enough that most of them order on. */
export const openPolicies = {
  personOpenOrders: 6,
  personOpenAtShop: 4,
  newPersonOpenOrders: 5,
  newPersonDays: 3,
} as const;

/** Where a history may begin: an ordinary day, and seconds before the edges that months, years and reports have. */
export const starts = [
  '2026-11-10T02:00:00.000Z',
  '2026-11-30T16:59:57.000Z',
  '2026-11-30T14:59:57.000Z',
  '2026-12-31T16:59:57.000Z',
  '2028-02-29T16:59:57.000Z',
  '2026-12-10T16:59:57.000Z',
] as const;

export type Town = {
  readonly table: MemoryTable;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly now: number;
};

/** The market as a history finds it: founded five weeks before through the operations themselves, months closed. */
const build = async (start: string): Promise<Town> => {
  const random = randomOf(1);
  const table = new MemoryTable();
  const files = new Map<string, Uint8Array>();
  const end = Date.parse(start);
  let now = end - 35 * DAY_MS;
  const world = makeWorld({
    ...silent,
    client: table.client,
    tableName: table.name,
    secret: 'only for tests',
    now: () => new Date(now).toISOString(),
    newId: (prefix) => `${prefix}_${random.letters(26)}`,
    pause: async () => {},
  });
  const town = await townOf(world);
  const { as } = town;
  for (const city of cityCodes) {
    await town.founds(city, {
      ...cities[city],
      name: `Kota ${city}`,
      policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000, ...openPolicies },
    });
    await town.seats(`city:${city}`, `admin2-${city}`, 'city-admin');
    await town.seats(`city:${city}`, `periksa-${city}`, 'inspectorate');
    const office = await town.seatsOffice(city, 1_500_000);
    const seat = (person: string, role: 'buyer' | 'approver') =>
      town.seats(`agency:${office.agencyId}`, `${person}-${city}`, role, `admin-${city}`);
    await seat('beli', 'buyer');
    await seat('setuju', 'approver');
    const years = new Set([0, 400].map((days) => new Date(end + days * DAY_MS).toISOString().slice(0, 4)));
    for (const year of years)
      await as(office.approver)('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId: office.agencyId, year, budgetCode: office.budgetCode },
        body: { name: 'Makan rapat', ceilingRupiah: 1_500_000 },
      });
    const first = await town.opens(city, { name: `Warung ${city}` }, `pemilik-${city}`);
    const second = await town.opens(city, {
      nik: '3573024508800002',
      category: 'batik',
      district: `${city}.03`,
      village: `${city}.03.1001`,
    });
    await town.applies(city, { nik: '3573024508800003' });
    await town.seats(`merchant:${first.merchantId}`, `pegawai-${city}`, 'staff', first.owner);
    await town.offers(first, { amount: 9, priceRupiah: 18_000 });
    await town.offers(first, { name: 'Kue basah', supply: 'capacity', amount: 6, priceRupiah: 7_000 });
    await town.offers(second, { name: 'Batik tulis', category: 'batik', amount: 7, priceRupiah: 150_000 });
  }
  const kept: Files = { put: async (key, bytes) => void files.set(key, bytes), get: async (key) => files.get(key) };
  const closer = closeMonths(() => ({ ...world, files: kept }));
  for (const { zone, phase, scheduledAt } of closesBetween(new Date(now).toISOString(), start)) {
    now = Date.parse(scheduledAt);
    await runClose({ zone, phase, scheduledAt }, closer);
  }
  return { table, files, now: end };
};

const built = new Map<string, Promise<Town>>();
export const townAt = (start: string): Promise<Town> => {
  const known = built.get(start) ?? build(start);
  built.set(start, known);
  return known;
};
