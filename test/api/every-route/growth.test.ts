import { beforeAll, describe, expect, test } from 'vitest';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import { sumOffices } from '../../../functions/spending/sum-offices.ts';
import type { World } from '../../../functions/world.ts';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { closeCity } from '../../close-city.ts';
import { freshTable, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { manyOffices } from '../../many-offices.ts';
import { type Office, type Town, townOf } from '../../market.ts';
import { watched } from '../../table/clients.ts';

/*
 * Every route that tells of a city, asked of one with two offices and two shops, then of the same with sixty offices and
 * thirty shops more. A list may need another page or batch; nothing may be asked once for each.
 */

const CITY = '35.73';
const filled: Readonly<Record<string, string>> = { city: CITY, month: '2026-10', year: '2026', province: '35' };
const [OFFICES, SHOPS] = [60, 30];
/** Another page or batch of some lists; far from one for each office or shop. */
const A_FEW = 6;

/** What a route cannot do without. */
const needed: Partial<Record<Key, Record<string, string>>> = {
  'GET /cities/{city}/search': { text: 'nasi' },
  'GET /cities/{city}/demand/{year}/lines': { category: 'meeting-food' },
};

const paramsOf = (key: Key): string[] => [...key.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const ofCity = routeKeys.filter(
  (key) =>
    key.startsWith('GET /') &&
    paramsOf(key).length > 0 &&
    paramsOf(key).every((name) => name in filled) &&
    !routeOf(key).who.every((kind) => kind === 'operator'),
);

let town: Town;
let world: World;
let calls: () => number;
let office: Office;
const clock = testClock('2026-10-05T02:00:00.000Z');
const few = new Map<Key, number>();
const files = memoryFiles();

const opens = async (many: number) => {
  for (let at = 0; at < many; at++) {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { amount: 1000 });
    const order = await town.orders(office, product, 1);
    await town.moves(office.approver, 'approve', order);
    await town.buys('ani', product, 1);
    await hear(
      countPurchases(() => world),
      ['OrderMoved', order],
    );
  }
};
const follows = async () => {
  const called = {
    'detail-type': 'LedgerDue',
    detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY },
  };
  await refreshLedgers(() => world)(called);
  await sumOffices(() => world)(called);
  await closeCity(world, files, CITY, { month: '2026-10', phase: 'preliminary', takenAt: clock.now() });
};
const callsOf = async (key: Key): Promise<number> => {
  world.cache.clear();
  const before = calls();
  const person = key.includes('{province}') ? 'province-admin' : town.adminOf(CITY);
  const { status } = await town.ask(key, person, { params: filled, query: needed[key] ?? {} } as never);
  // Nothing was merged above the city: what is not there is a read as well.
  expect([200, 404]).toContain(status);
  return calls() - before;
};

beforeAll(async () => {
  const table = watched(await freshTable());
  calls = () => table.sent.length;
  world = await testWorld({ now: clock.now, table, files });
  town = await townOf(world);
  await town.founds(CITY);
  await town.seats('province:35', 'province-admin', 'province-admin');
  office = await town.seatsOffice(CITY);
  await town.seatsOffice(CITY);
  await opens(2);
  clock.set('2026-11-02T02:00:00.000Z');
  await follows();
  for (const key of ofCity) few.set(key, await callsOf(key));
  await manyOffices(world, CITY, OFFICES);
  await opens(SHOPS);
  clock.set('2026-11-02T09:00:00.000Z');
  await follows();
}, 120_000);

describe('what a route asks of the table', () => {
  test.each(ofCity)('is not once for each office or shop: %s', async (key) => {
    const many = await callsOf(key);
    expect(many).toBeLessThanOrEqual((few.get(key) ?? 0) + A_FEW);
  });
});
