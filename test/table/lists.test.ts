import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addMonths } from '../../shared/domain/basics/month.ts';
import type { Standing } from '../../shared/domain/equity/standing/standing.ts';
import { agenciesOfCity, budgetLinesOf, insertAgency, saveBudgetLine } from '../../shared/table/agencies.ts';
import {
  insertProduct,
  offersOfCategory,
  type ProductRecord,
  productsOfMerchant,
  replaceProduct,
} from '../../shared/table/catalogue/products.ts';
import { listCities, saveCity } from '../../shared/table/cities.ts';
import { list, type Page, type PageRequest } from '../../shared/table/engine/pages.ts';
import { DUE_SHARDS } from '../../shared/table/engine/schema.ts';
import { entity, type Table } from '../../shared/table/engine/table.ts';
import { commit, insert, remove } from '../../shared/table/engine/writes.ts';
import { saveSpending, spendingsOf } from '../../shared/table/equity/spendings.ts';
import { saveStanding, standingsBefore, streamStandings } from '../../shared/table/equity/standings.ts';
import {
  dueOrders,
  insertOrder,
  ordersOfAgency,
  ordersOfMerchant,
  ordersOfPerson,
  replaceOrder,
} from '../../shared/table/orders/orders.ts';
import { membershipsOf, membersOf, saveMembership } from '../../shared/table/people/memberships.ts';
import { accountChangesOf, insertAccountChange } from '../../shared/table/register/account-changes.ts';
import {
  insertMerchant,
  type MerchantRecord,
  merchantsOfCity,
  replaceMerchant,
  shopsOfOwner,
} from '../../shared/table/register/merchants.ts';
import {
  getReopening,
  insertRevision,
  latestRevision,
  putReopening,
  revisionsOfMonth,
} from '../../shared/table/turnovers.ts';
import { idOf, malang, OFFICE, officeOrderIn, orderIn, productOf, shopOf } from '../domain/examples.ts';
import { freshTable } from '../engine.ts';
import { watched } from './clients.ts';

let table: Table;
const all = { limit: 100 };

/** Every page of a list, by so many. */
const pagesBy = async <T>(
  limit: number,
  read: (page: { limit: number; after: string | undefined }) => Promise<Page<T>>,
): Promise<T[][]> => {
  const pages: T[][] = [];
  let after: string | undefined;
  do {
    const { items, next } = await read({ limit, after });
    pages.push(items);
    after = next;
  } while (after !== undefined && pages.length < 100);
  return pages;
};

describe('a page of a list', () => {
  const Bead = z.object({ thread: z.string(), place: z.string() });
  const beads = entity({
    type: 'Bead',
    schema: Bead,
    key: ({ thread, place }) => ({ pk: `THREAD#${thread}`, sk: place }),
  });
  const places = ['A#1', 'A#10', 'A#2', 'A#20', 'B#1', 'B#9'];
  const read = (request: Partial<PageRequest>) =>
    list(table, Bead, undefined, { pk: 'THREAD#x', limit: 100, ...request });
  const ranksOf = async (request: Partial<PageRequest>) => (await read(request)).items.map(({ place }) => place);

  beforeAll(async () => {
    table = await freshTable();
    for (const place of places) await commit(table, [insert(beads, { thread: 'x', place })]);
    await commit(table, [insert(beads, { thread: 'xy', place: 'A#0' })]);
  });

  test('is in the order of its keys, or the other way round', async () => {
    expect(await ranksOf({})).toEqual(places);
    expect(await ranksOf({ descending: true })).toEqual(places.toReversed());
  });

  test('of a beginning holds what begins so and nothing else', async () => {
    expect(await ranksOf({ prefix: 'A#' })).toEqual(['A#1', 'A#10', 'A#2', 'A#20']);
    expect(await ranksOf({ prefix: 'A#2' })).toEqual(['A#2', 'A#20']);
    expect(await ranksOf({ prefix: 'B#', descending: true })).toEqual(['B#9', 'B#1']);
    expect(await ranksOf({ prefix: 'C' })).toEqual([]);
  });

  test('read in pages of any size, either way and of any beginning, is the same list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        fc.constantFrom('', 'A#', 'B#', 'A#2'),
        async (limit, descending, prefix) => {
          const pages = await pagesBy(limit, ({ after }) => read({ limit, descending, prefix, after }));
          expect(pages.flat().map(({ place }) => place)).toEqual(await ranksOf({ descending, prefix }));
          for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('that ends with a page just full has no cursor, or one that leads to an empty page', async () => {
    expect((await read({ limit: 5 })).next).toBe('B#1');
    for (const last of [await read({ limit: 6 }), await read({ limit: 1, after: 'B#1' })]) {
      expect(last.items.at(-1)?.place).toBe('B#9');
      if (last.next !== undefined)
        expect(await read({ limit: 1, after: last.next })).toEqual({ items: [], next: undefined });
    }
  });

  test('continued after an entry that has left the list is no longer than asked, and misses nothing', async () => {
    for (const descending of [false, true]) {
      const first = await read({ limit: 2, descending });
      const gone = first.next as string;
      await commit(table, [remove('Bead', { pk: 'THREAD#x', sk: gone })]);
      const rest = await pagesBy(2, ({ after }) => read({ limit: 2, descending, after: after ?? gone }));
      const order = descending ? places.toReversed() : places;
      expect(rest.flat().map(({ place }) => place)).toEqual(order.slice(2));
      for (const page of rest) expect(page.length).toBeLessThanOrEqual(2);
      await commit(table, [insert(beads, { thread: 'x', place: gone })]);
    }
  });

  test('shows what came in behind the cursor and not what came in before it', async () => {
    const { next } = await read({ limit: 3 });
    for (const place of ['A#0', 'A#3']) await commit(table, [insert(beads, { thread: 'x', place })]);
    expect(await ranksOf({ after: next })).toEqual(['A#20', 'A#3', 'B#1', 'B#9']);
    for (const place of ['A#0', 'A#3']) await commit(table, [remove('Bead', { pk: 'THREAD#x', sk: place })]);
  });
});

const record = (name: string, but: object = {}): MerchantRecord => ({
  ...shopOf(name, but),
  sealed: 's',
  identityKey: 'k',
  identityChanges: 0,
  request: 'r',
});
const stored = (name: string, but: object = {}): ProductRecord => ({
  ...productOf(shopOf('dapur'), name, but),
  request: 'r',
});
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

describe('the shops', () => {
  beforeAll(async () => {
    table = await freshTable();
    for (const [name, but] of [
      ['a', { district: '35.73.03' }],
      ['b', { district: '35.73.02' }],
      ['c', { district: '35.73.02', status: 'pending' }],
      ['d', { cityCode: '35.78', district: '35.78.02' }],
      ['e', { district: '35.73.02', ownerId: 'own_a' }],
    ] as const)
      await commit(table, [insertMerchant(record(name, but))]);
  });

  test('of a city are those of one status, by district', async () => {
    const { items } = await merchantsOfCity(table, '35.73', 'verified', all);
    expect(items.map(({ district }) => district)).toEqual(['35.73.02', '35.73.02', '35.73.03']);
    expect(names((await merchantsOfCity(table, '35.73', 'pending', all)).items)).toEqual(['c']);
    expect(names((await merchantsOfCity(table, '35.73', 'verified', { district: '35.73.03', ...all })).items)).toEqual([
      'a',
    ]);
    expect((await merchantsOfCity(table, '35.7', 'verified', all)).items).toEqual([]);
  });

  test('of one owner are found from the owner', async () => {
    expect(names((await shopsOfOwner(table, 'own_a', all)).items).sort()).toEqual(['a', 'e']);
  });

  test('leave the list of a status with it', async () => {
    await commit(table, [
      replaceMerchant({ ...record('b', { district: '35.73.02' }), status: 'suspended', version: 3 }),
    ]);
    expect(names((await merchantsOfCity(table, '35.73', 'verified', all)).items).sort()).toEqual(['a', 'e']);
    expect(names((await merchantsOfCity(table, '35.73', 'suspended', all)).items)).toEqual(['b']);
  });
});

describe('the trail of an account', () => {
  test('is read newest first, past ten and past the other items of its shop', async () => {
    table = await freshTable();
    const { merchantId } = record('a');
    await commit(table, [insertMerchant(record('a'))]);
    for (const merchantVersion of [1, 2, 10, 11, 100])
      await commit(table, [
        insertAccountChange({
          merchantId,
          merchantVersion,
          change: 'removed' as const,
          by: 'sri',
          at: '2026-12-01T00:00:00.000Z',
        }),
      ]);
    const pages = await pagesBy(2, (page) => accountChangesOf(table, merchantId, page));
    expect(pages.flat().map(({ merchantVersion }) => merchantVersion)).toEqual([100, 11, 10, 2, 1]);
    expect((await accountChangesOf(table, idOf('mrc', 'b'), all)).items).toEqual([]);
  });
});

describe('the catalogue', () => {
  beforeAll(async () => {
    table = await freshTable();
    for (const [name, but] of [
      ['Nasi kotak rapat', {}],
      ['Nasi kuning', { district: '35.73.03' }],
      ['Batik tulis', { category: 'batik' }],
      ['Nasi hilang', { listed: false }],
      ['Nasi Surabaya', { cityCode: '35.78' }],
    ] as const)
      await commit(table, [insertProduct(stored(name, but))]);
  });
  const offered = async (category: string) =>
    names((await offersOfCategory(table, '35.73', category, all)).items).sort();

  test('of a city and a category holds what is listed', async () => {
    expect(await offered('meeting-food')).toEqual(['Nasi kotak rapat', 'Nasi kuning']);
    expect(await offered('batik')).toEqual(['Batik tulis']);
    expect(await offered('household')).toEqual([]);
  });

  test('of a shop holds everything it has', async () => {
    expect((await productsOfMerchant(table, shopOf('dapur').merchantId, all)).items).toHaveLength(5);
  });

  test('tells a new name and price, and forgets what is withdrawn', async () => {
    const before = stored('Nasi kuning', { district: '35.73.03' });
    const renamed = { ...before, name: 'Tumpeng kuning', priceRupiah: 25_000, version: 2 };
    await commit(table, [replaceProduct(renamed)]);
    expect(await offered('meeting-food')).toEqual(['Nasi kotak rapat', 'Tumpeng kuning']);
    await commit(table, [replaceProduct({ ...renamed, listed: false, version: 3 })]);
    expect(await offered('meeting-food')).toEqual(['Nasi kotak rapat']);
  });
});

describe('orders', () => {
  const order = (name: string, minute: number, but: object = {}) => ({
    ...orderIn('placed', {
      orderId: idOf('ord', name),
      placedAt: `2026-11-10T02:0${minute}:00.000Z`,
      dueAt: `2026-11-11T02:0${minute}:00.000Z`,
      ...but,
    }),
    request: 'r',
  });
  const shop = orderIn('placed').merchantId;
  const ids = (of: readonly { orderId: string }[]) =>
    of.map(({ orderId }) => ['a', 'b', 'c', 'd'].find((name) => idOf('ord', name) === orderId));
  const office = officeOrderIn('awaiting_approval');
  beforeEach(async () => {
    table = await freshTable();
    for (const one of [
      order('a', 1),
      order('b', 2),
      order('c', 3, { buyer: 'budi' }),
      order('d', 4, { agencyId: office.agencyId, agency: office.agency, state: 'awaiting_approval' }),
    ])
      await commit(table, [insertOrder(one)]);
  });

  test('of a person are the newest first, and none of an office', async () => {
    expect(ids((await ordersOfPerson(table, 'ani', all)).items)).toEqual(['b', 'a']);
    expect(ids((await ordersOfAgency(table, OFFICE, all)).items)).toEqual(['d']);
  });

  test('of a shop are by state', async () => {
    expect(ids((await ordersOfMerchant(table, shop, 'placed', all)).items)).toEqual(['c', 'b', 'a']);
    expect(ids((await ordersOfMerchant(table, shop, undefined, all)).items).sort()).toEqual(['a', 'b', 'c', 'd']);
    await commit(table, [replaceOrder({ ...order('b', 2), state: 'accepted', dueAt: null, version: 2 })]);
    expect(ids((await ordersOfMerchant(table, shop, 'placed', all)).items)).toEqual(['c', 'a']);
    expect(ids((await ordersOfMerchant(table, shop, 'accepted', all)).items)).toEqual(['b']);
  });

  test('are due from the millisecond their clock runs out, and no longer when it stops', async () => {
    const due = async (now: string) =>
      (
        await Promise.all(
          Array.from({ length: DUE_SHARDS }, async (_, shard) => (await dueOrders(table, shard, now, all)).items),
        )
      ).flat();
    expect(await due('2026-11-11T02:00:59.999Z')).toEqual([]);
    expect(await due('2026-11-11T02:01:00.000Z')).toEqual([idOf('ord', 'a')]);
    expect((await due('2026-11-11T02:04:00.000Z')).sort()).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => idOf('ord', name)).sort(),
    );
    await commit(table, [replaceOrder({ ...order('a', 1), state: 'accepted', dueAt: null, version: 2 })]);
    expect(await due('2026-11-11T02:01:00.000Z')).toEqual([]);
  });
});

describe('people and offices', () => {
  beforeAll(async () => {
    table = await freshTable();
    const member = (person: string, scope: string, role: 'city-admin' | 'owner') =>
      saveMembership({
        person,
        scope,
        role,
        city: '35.73',
        name: 'x',
        grantedBy: 'op',
        grantedAt: '2026-01-01T00:00:00.000Z',
        version: 1,
      });
    for (const write of [
      member('ani', 'city:35.73', 'city-admin'),
      member('ani', 'city:35.78', 'city-admin'),
      member('ani2', 'city:35.73', 'city-admin'),
      saveCity(malang()),
      saveCity(malang({ cityCode: '35.78' })),
      saveCity(malang({ cityCode: '18.71' })),
    ])
      await commit(table, [write]);
    for (const [place, agencyId] of ['x', 'y', 'z'].map((name) => idOf('agc', name)).entries())
      await commit(table, [
        insertAgency({
          agencyId,
          cityCode: '35.73',
          name: `Dinas ${place}`,
          address: 'x',
          createdAt: '2026-01-01T00:00:00.000Z',
          version: 1,
          request: 'r',
        }),
      ]);
    for (const [year, budgetCode] of [
      ['2026', '5.1.02'],
      ['2026', '5.1.03'],
      ['2027', '5.1.02'],
    ] as const)
      await commit(table, [
        saveBudgetLine({
          agencyId: OFFICE,
          year,
          budgetCode,
          name: 'x',
          ceilingRupiah: 9,
          committedRupiah: 0,
          leftRupiah: 9,
          version: 1,
        }),
      ]);
  });

  test('a person’s places are theirs, not those of a name that begins alike', async () => {
    expect((await membershipsOf(table, 'ani')).map(({ scope }) => scope)).toEqual(['city:35.73', 'city:35.78']);
    expect((await membersOf(table, 'city:35.73', all)).items.map(({ person }) => person)).toEqual(['ani', 'ani2']);
  });
  test('cities are in order of code; offices in their city; lines in their year', async () => {
    expect((await listCities(table, all)).items.map(({ cityCode }) => cityCode)).toEqual(['18.71', '35.73', '35.78']);
    expect((await agenciesOfCity(table, '35.73', all)).items).toHaveLength(3);
    expect((await budgetLinesOf(table, OFFICE, '2026', all)).items.map(({ budgetCode }) => budgetCode)).toEqual([
      '5.1.02',
      '5.1.03',
    ]);
  });
});

describe('reports', () => {
  test('of a month are the newest first, past nine and ninety-nine', async () => {
    table = await freshTable();
    const merchantId = idOf('mrc', 'dapur');
    const revision = (month: string, number: number) =>
      insertRevision({
        merchantId,
        month,
        revision: number,
        outside: [],
        outsideRupiah: number,
        by: 'sri',
        at: '2026-12-01T00:00:00.000Z',
      });
    for (let number = 1; number <= 101; number++) await commit(table, [revision('2026-11', number)]);
    await commit(table, [revision('2026-12', 1)]);
    expect((await latestRevision(table, merchantId, '2026-11'))?.revision).toBe(101);
    const pages = await pagesBy(10, (page) => revisionsOfMonth(table, merchantId, '2026-11', page));
    expect(pages.flat().map(({ revision: number }) => number)).toEqual(
      Array.from({ length: 101 }, (_, place) => 101 - place),
    );
    expect(await getReopening(table, merchantId, '2026-11')).toBeUndefined();
    await commit(table, [
      putReopening({
        merchantId,
        month: '2026-11',
        reason: 'x',
        by: 'a',
        at: '2026-12-01T00:00:00.000Z',
        until: '2026-12-02T00:00:00.000Z',
      }),
    ]);
    expect((await getReopening(table, merchantId, '2026-11'))?.reason).toBe('x');
  });
});

describe.each([1, 4, 16])('standings over %d shards', (shards) => {
  const place = { cityCode: '35.73', month: '2026-11', shards };
  const standing = (name: string, turnoverRupiah: number, but: Partial<Standing> = {}): Standing => ({
    merchantId: idOf('mrc', name),
    ownerId: `own_${name}`,
    name,
    cityCode: '35.73',
    district: '35.73.02',
    category: 'batik',
    month: '2026-11',
    turnoverRupiah,
    reportedRupiah: null,
    orders: 0,
    rollingRupiah: 2_000_000 - turnoverRupiah,
    rollingOrders: 0,
    agencies: 0,
    monthsUnsold: 0,
    newcomer: false,
    offering: true,
    offeredDays: 30,
    left: false,
    version: 1,
    ...but,
  });
  const amounts = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? 0 : (at * 7_919) % 1_000_000));
  const read = async (options: Parameters<typeof streamStandings>[2] = {}) => {
    const rupiah: number[] = [];
    const keys: string[] = [];
    for await (const item of streamStandings(table, place, options)) {
      rupiah.push(Number(item['turnoverRupiah']));
      keys.push(String(item[options.span === 'year' ? 'l2sk' : 'l1sk']));
    }
    return { rupiah, keys };
  };
  beforeAll(async () => {
    table = await freshTable();
    for (const [at, rupiah] of amounts.entries())
      await commit(table, [saveStanding(standing(`${at}`, rupiah), shards)]);
    await commit(table, [saveStanding(standing('next', 5, { month: '2026-12' }), shards)]);
  });

  test('come in order of turnover, least or most, the unsold among them, however the pages fall', async () => {
    const sorted = [...amounts].sort((a, b) => a - b);
    for (const pageSize of [1, 7, 60, 1000]) {
      expect((await read({ pageSize })).rupiah).toEqual(sorted);
      expect((await read({ pageSize, order: 'most' })).rupiah).toEqual(sorted.toReversed());
    }
  });

  test('come in order of the twelve months as well', async () => {
    expect((await read({ span: 'year' })).rupiah).toEqual([...amounts].sort((a, b) => b - a));
  });

  test('continue after any of them, either way', async () => {
    for (const order of ['least', 'most'] as const) {
      const { keys } = await read({ order });
      for (const at of [0, 1, 29, 58, 59])
        expect((await read({ order, after: keys[at], pageSize: 5 })).keys).toEqual(keys.slice(at + 1));
    }
  });

  test('of another month or city are not among them', async () => {
    const seen: unknown[] = [];
    for await (const item of streamStandings(table, { ...place, month: '2026-12' })) seen.push(item['name']);
    expect(seen).toEqual(['next']);
  });
});

describe('what looks back', () => {
  test('a shop’s eleven months before, newest first, whether or not the month itself is open', async () => {
    table = await freshTable();
    const merchantId = idOf('mrc', 'dapur');
    const months = Array.from({ length: 15 }, (_, at) => addMonths('2025-10', at));
    const base = {
      ...({} as Standing),
      ownerId: 'o',
      name: 'x',
      cityCode: '35.73',
      district: '35.73.02',
      category: 'batik' as const,
    };
    for (const month of months)
      await commit(table, [
        saveStanding(
          {
            ...base,
            merchantId,
            month,
            turnoverRupiah: 1,
            reportedRupiah: null,
            orders: 1,
            rollingRupiah: 1,
            rollingOrders: 1,
            agencies: 0,
            monthsUnsold: 0,
            newcomer: false,
            offering: false,
            offeredDays: 0,
            left: false,
            version: 1,
          },
          1,
        ),
      ]);
    const earlier = async (month: string) => (await standingsBefore(table, merchantId, month)).map((one) => one.month);
    expect(await earlier('2026-12')).toEqual(months.slice(3, 14).toReversed());
    expect(await earlier('2027-01')).toEqual(months.slice(4, 15).toReversed());
    expect(await earlier('2025-10')).toEqual([]);
  });

  test('an office’s spending of twelve months, both ends in it', async () => {
    table = await freshTable();
    for (const month of ['2025-11', '2025-12', '2026-05', '2026-11', '2026-12'])
      for (const name of ['a', 'b'])
        await commit(table, [
          saveSpending({
            agencyId: OFFICE,
            merchantId: idOf('mrc', name),
            ownerId: 'o',
            month,
            rupiah: 1,
            orders: 1,
            version: 1,
          }),
        ]);
    const seen: string[] = [];
    for await (const spending of spendingsOf(table, OFFICE, { first: '2025-12', last: '2026-11' }))
      seen.push(spending.month);
    expect(seen).toEqual(['2025-12', '2025-12', '2026-05', '2026-05', '2026-11', '2026-11']);
  });

  test('a page reads no more entries than it shows, and one more where it continues', async () => {
    const seen = watched(table);
    const page = { pk: `AGENCY#${OFFICE}`, prefix: 'SPENDING#', limit: 3 };
    const { next } = await list(seen, z.object({ month: z.string() }), undefined, page);
    await list(seen, z.object({ month: z.string() }), undefined, { ...page, after: next });
    expect(seen.sent.map(({ input }) => input['Limit'])).toEqual([3, 4]);
  });
});
