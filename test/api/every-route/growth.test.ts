import { beforeAll, describe, expect, test } from 'vitest';
import { consumers, subscriptionOf } from '../../../events/subscriptions.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import { FEW_SHOPS } from '../../../functions/reads/large-city.ts';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import { sumOffices } from '../../../functions/spending/sum-offices.ts';
import type { World } from '../../../functions/world.ts';
import { marketConsumers } from '../../../infra/local/events/consumers.ts';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { savePlanSummary } from '../../../shared/table/demand.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveOfficeMembers } from '../../../shared/table/targets/civil-servants.ts';
import { again } from '../../again.ts';
import { closeCity } from '../../close-city.ts';
import { freshTable, memoryFiles, memorySite, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { everything, type Office, type Shop, type Town, townOf } from '../../market.ts';
import { weighed } from '../../table/clients.ts';

/*
 * Every route that tells of a city, asked of one with two offices and two shops, then of the same with sixty offices and more
 * shops than a request looks at one by one. A list may need another page or batch; nothing may be asked once for each, and no
 * list may be read whole: what a page shows, five lines of it, is what it reads.
 */

const CITY = '35.73';
const filled: Readonly<Record<string, string>> = { city: CITY, month: '2026-10', year: '2026', province: '35' };
const [OFFICES, SHOPS, SELLING] = [60, FEW_SHOPS + 100, 10];
const PAGE = 5;
/** Another page or batch of some lists; far from one for each office or shop. */
const A_FEW = 6;
/** Some lists of a page each, and what stands behind their lines. */
const SOME_PAGES = 8 * PAGE;

/** What is counted for a page, up to a bound below the shops there are. */
const counted: Partial<Record<Key, number>> = {
  // Who has not reported, up to two hundred of each part.
  'GET /cities/{city}/turnover-reports/{month}': 200,
  // What waits for each role, up to its queue's bound.
  'GET /cities/{city}/today': 200,
  // The shops that a question is about: what they share may be a market's address.
  'GET /cities/{city}/owner-questions': 10 * PAGE,
};

/** Characters of an answer: some lines more, none for each office or shop. */
const A_PAGE_BYTES = 6_000;
const long: Partial<Record<Key, number>> = {
  // The shops that a question is about.
  'GET /cities/{city}/owner-questions': 2 * A_PAGE_BYTES,
  // Fifty shops that are often bought from, fifty of unknown size, and the fifty largest plans.
  'GET /cities/{city}/spending/{year}': 3 * A_PAGE_BYTES,
  'GET /cities/{city}/demand/{year}': 2 * A_PAGE_BYTES,
};

/** What a route cannot do without. */
const needed: Partial<Record<Key, Record<string, string>>> = {
  'GET /cities/{city}/search': { text: 'nasi' },
  'GET /cities/{city}/demand/{year}/lines': { category: 'meeting-food' },
};

const PREPARING = consumers.filter((one) => subscriptionOf(one).queues?.hears.includes('PreparationAsked'));
const isPaged = (key: Key): boolean => {
  const { query } = routeOf(key);
  return query !== undefined && 'limit' in query.shape;
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
let read: () => Omit<Weight, 'told'>;
let office: Office;
const clock = testClock('2026-10-05T02:00:00.000Z');
type Weight = Readonly<Record<'calls' | 'items' | 'told', number>>;
const few = new Map<Key, Weight>();
const files = memoryFiles();

const opens = async (many: number): Promise<Shop> => {
  let last: Shop | undefined;
  for (let at = 0; at < many; at++) {
    const shop = await town.opens(CITY);
    last = shop;
    const product = await town.offers(shop, { amount: 1000 });
    const order = await town.orders(office, product, 1);
    await town.moves(office.approver, 'approve', order);
    await town.buys('ani', product, 1);
    await hear(
      countPurchases(() => world),
      ['OrderMoved', order],
    );
  }
  if (!last) throw new Error('no shop was opened');
  return last;
};
const follows = async () => {
  const called = {
    'detail-type': 'LedgerDue',
    detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY },
  };
  await refreshLedgers(() => world)(called);
  await sumOffices(() => world)(called);
  const written = { ...called, 'detail-type': 'PagesDue' };
  await writeLists(() => world)({ Records: [{ messageId: 'due', body: JSON.stringify(written) }] });
  await closeCity(world, files, CITY, { month: '2026-10', phase: 'preliminary', takenAt: clock.now() });
};
/** What somebody waits for is made behind the page; the page looks again. */
const prepares = async (): Promise<void> => {
  const { runOf } = marketConsumers(() => world);
  for (const { type, what } of await everything(world)) {
    if (type !== 'Preparation') continue;
    const detail = { eventId: 'asked', version: 1, at: clock.now(), cityCode: CITY, what };
    for (const consumer of PREPARING) await runOf(consumer)({ 'detail-type': 'PreparationAsked', detail });
  }
};
const asks = async (key: Key): Promise<{ status: number; weight: Weight }> => {
  world.cache.clear();
  const before = read();
  const person = key.includes('{province}') ? 'province-admin' : town.adminOf(CITY);
  const query = { ...(isPaged(key) ? { limit: PAGE } : {}), ...needed[key] };
  const { status, body } = await town.ask(key, person, { params: filled, query } as never);
  const after = read();
  return {
    status,
    weight: { calls: after.calls - before.calls, items: after.items - before.items, told: JSON.stringify(body).length },
  };
};
const weightOf = async (key: Key): Promise<Weight> => {
  let { status, weight } = await asks(key);
  if (status === 503) {
    await prepares();
    ({ status, weight } = await asks(key));
  }
  // Nothing was merged above the city: what is not there is a read as well.
  expect([200, 404]).toContain(status);
  return weight;
};

beforeAll(async () => {
  const table = weighed(await freshTable());
  read = table.read;
  world = await testWorld({ now: clock.now, table, files, site: memorySite() });
  town = await townOf(world);
  await town.founds(CITY);
  await town.seats('province:35', 'province-admin', 'province-admin');
  office = await town.seatsOffice(CITY);
  await town.seatsOffice(CITY);
  const { agencyId } = office;
  await commit(world.table, [
    saveOfficeMembers({ agencyId, cityCode: CITY, members: 12, version: 1 }),
    savePlanSummary({
      agencyId,
      agencyName: 'Dinas Pendidikan',
      cityCode: CITY,
      year: '2026',
      cells: [{ month: '2026-11', category: 'meeting-food', lines: 1, rupiah: '1000000', wanted: [] }],
      smallRupiah: null,
      madeAt: clock.now(),
      version: 1,
    }),
  ]);
  const first = await opens(2);
  clock.set('2026-11-02T02:00:00.000Z');
  await follows();
  for (const key of ofCity) few.set(key, await weightOf(key));
  await again(world, `AGENCY#${office.agencyId}`, OFFICES);
  await opens(SELLING);
  await again(world, `MERCHANT#${first.merchantId}`, SHOPS);
  clock.set('2026-11-02T09:00:00.000Z');
  await follows();
}, 120_000);

describe('what a route asks of the table', () => {
  test.each(ofCity)('is not once for each office or shop, and no list whole: %s', async (key) => {
    const many = await weightOf(key);
    const { calls, items, told } = few.get(key) ?? { calls: 0, items: 0, told: 0 };
    expect(many.calls).toBeLessThanOrEqual(calls + A_FEW);
    expect(many.told).toBeLessThanOrEqual(told + (long[key] ?? A_PAGE_BYTES));
    expect(many.items).toBeLessThanOrEqual(items + SOME_PAGES + (counted[key] ?? 0));
  });
});
