import { beforeAll, describe, expect, test } from 'vitest';
import { followOrders as followPayments } from '../../functions/payments/follow-orders.ts';
import { WAITS, yearName } from '../../functions/reads/prepared/names.ts';
import { countPurchases } from '../../functions/spending/count-purchases.ts';
import { sumOffices } from '../../functions/spending/sum-offices.ts';
import { worldFor } from '../../infra/local/origin/guard.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { getPreparation } from '../../shared/table/preparations.ts';
import { testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { manyOffices } from '../many-offices.ts';
import { type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';
import { records, workbook } from './equity/report-files.ts';

const CITY = '35.73';
const YEAR = '2026';
const clock = testClock('2026-11-10T09:00:00.000+07:00');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let office: Office;
let rival: Office;
const admin = () => town.adminOf(CITY);

/** Payments follow their orders, then spending follows both; told twice, as a queue may. */
const followed = async (...orders: readonly Pick<Order, 'orderId' | 'agencyId' | 'merchantId'>[]): Promise<void> => {
  for (const { orderId, agencyId, merchantId } of orders) {
    await hear(
      followPayments(() => world),
      ['OrderMoved', { orderId }],
    );
    const events = [['OrderMoved', { orderId, agencyId, merchantId }] as const];
    await hear(
      countPurchases(() => worldFor('spending/count-purchases', world)),
      ...events,
      ...events,
    );
  }
};
const delivers = async (by: Office, product: Product, shop: Shop, quantity: number): Promise<Order> => {
  const order = await town.orders(by, product, quantity);
  await town.moves(by.approver, 'approve', order);
  for (const move of ['accept', 'deliver'] as const) await town.moves(shop.owner, move, order);
  return town.receives(by.buyer, order, { receivedBy: 'Tuti' });
};
const pays = async (by: Office, shop: Shop, { orderId, totalRupiah: rupiah }: Order, on: string): Promise<void> => {
  const body = { kind: 'LS' as const, number: '1/SP2D', on, rupiah };
  await town.as(by.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
  await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', { params: { orderId }, body: { rupiah } });
};
const scaled = ({ merchantId }: Shop, scale: 'micro' | 'medium', fromYear = YEAR) =>
  town.as(admin())('PUT /merchants/{merchantId}/scale', {
    params: { merchantId },
    body: { scale, fromYear, basis: 'NIB dari OSS' },
  });
const cityYear = (year = YEAR) =>
  town.as(admin())('GET /cities/{city}/spending/{year}', { params: { city: CITY, year }, query: { limit: 100 } });
const officeYear = (agencyId: string, by = admin()) =>
  town.as(by)('GET /agencies/{agencyId}/spending/{year}', { params: { agencyId, year: YEAR } });

beforeAll(async () => {
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  office = await town.seatsOffice(CITY);
  rival = await town.seatsOffice(CITY);
});

describe('an office’s year', () => {
  let micro: Shop;
  let medium: Shop;
  let unstated: Shop;
  let waiting: Order;
  beforeAll(async () => {
    micro = await town.opens(CITY, { name: 'Dapur Mikro', nik: '3573024508800011', phone: '081200000011' });
    medium = await town.opens(CITY, { name: 'Katering Menengah', nik: '3573024508800012', phone: '081200000012' });
    unstated = await town.opens(CITY, { name: '=Warung Baru', nik: '3573024508800013', phone: '081200000013' });
    await scaled(micro, 'micro');
    await scaled(medium, 'medium');
    const goods = await Promise.all([micro, medium, unstated].map((shop) => town.offers(shop, { amount: 1000 })));
    const [ofMicro, ofMedium, ofUnstated] = goods as [Product, Product, Product];
    const paid = await delivers(office, ofMicro, micro, 10);
    await followed(paid);
    clock.set('2026-11-17T09:00:00.000+07:00');
    await pays(office, micro, paid, '2026-11-15');
    waiting = await delivers(office, ofMedium, medium, 20);
    const placed = await town.orders(office, ofUnstated, 5);
    await town.moves(office.approver, 'approve', placed);
    const unapproved = await town.orders(office, ofMicro, 100);
    const cancelled = await town.orders(office, ofMicro, 7);
    await town.moves(office.approver, 'approve', cancelled);
    await followed(cancelled);
    await town.moves(office.buyer, 'cancel', cancelled);
    await followed(paid, waiting, placed, unapproved, cancelled);
  });

  test('counts a shop as its city states it, which the city reads on its file and the shop does not', async () => {
    const of = { params: { merchantId: medium.merchantId } };
    const file = (person: string) => town.as(person)('GET /merchants/{merchantId}/file', of);
    const stated = { scale: 'medium', fromYear: YEAR, basis: 'NIB dari OSS' };
    for (const person of [admin(), 'inspektur'])
      expect((await file(person)).scale).toMatchObject({ statements: [stated], version: 1 });
    expect((await file(medium.owner)).scale).toBeUndefined();
  });

  test('keeps ordered, delivered and paid apart, and counts neither medium shops nor unstated ones', async () => {
    const { office: year } = await officeYear(office.agencyId);
    expect(year.ordered).toMatchObject({
      smallRupiah: '180000',
      mediumRupiah: '360000',
      unstatedRupiah: '90000',
      totalRupiah: '630000',
    });
    expect(year.delivered).toMatchObject({ smallRupiah: '180000', mediumRupiah: '360000', totalRupiah: '540000' });
    expect(year.paid).toMatchObject({ smallRupiah: '180000', mediumRupiah: '0', totalRupiah: '180000' });
    expect(year.delivered.ofMarket).toBeCloseTo(1 / 3, 8);
    expect(year).toMatchObject({ orders: 3, owners: 2, equivalentOwners: 1.8, paidOrders: 1, medianDays: 5 });
    expect(year).toMatchObject({ procurementRupiah: null, delivered: { ofProcurement: null } });
  });

  test('is measured against the official budget once the city has said it, over what the city read', async () => {
    const body = { procurementRupiah: 1_000_000, plannedSmallRupiah: 450_000, source: 'SIRUP, 5 Januari 2026' };
    const params = { agencyId: office.agencyId, year: YEAR };
    const set = (more: object = {}) =>
      town.as(admin())('PUT /agencies/{agencyId}/procurements/{year}', { params, body, ...more });
    await set();
    expect(await refusalOf(set({ headers: { 'if-match': '"9"' } }))).toMatchObject({ code: 'version_mismatch' });
    // Who saw that nothing was said yet does not write over who said it first.
    expect(await refusalOf(set({ headers: { 'if-match': '"0"' } }))).toMatchObject({ code: 'version_mismatch' });
    const { total, officesWithout, rule, unstated, often, oftenShops } = await cityYear();
    expect(rule).toMatchObject({ percent: 40, counts: ['micro', 'small', 'cooperative'] });
    expect(officesWithout).toBe(1);
    expect(total).toMatchObject({
      procurementRupiah: '1000000',
      plannedShare: 0.45,
      delivered: { ofProcurement: 0.18 },
    });
    expect(unstated).toEqual([
      { merchantId: unstated[0]?.merchantId, merchantName: '=Warung Baru', orderedRupiah: '90000' },
    ]);
    // Whoever wants to buy more evenly sees at whom it is bought often.
    expect(often.map(({ orders, offices, deliveredRupiah }) => [orders, offices, deliveredRupiah])).toEqual([
      [1, 1, '360000'],
      [1, 1, '180000'],
      [1, 1, '0'],
    ]);
    expect([oftenShops, often[2]?.merchantName]).toEqual([3, '=Warung Baru']);
  });

  test('is planned as its plan is marked, where the city said nothing, beside the official budget', async () => {
    const planned = async () => (await officeYear(rival.agencyId)).office;
    expect(await planned()).toMatchObject({ plannedSmallRupiah: null, plannedShare: null, plannedByMarks: 0 });
    const sends = (...rows: string[]) =>
      town.ask('POST /agencies/{agencyId}/plan/{year}/import', rival.approver, {
        params: { agencyId: rival.agencyId, year: YEAR },
        query: { mode: 'all' },
        rawBody: ['kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan;status_ukm', ...rows].join('\n'),
        headers: { 'content-type': 'text/csv' },
      });
    await sends('1;Belanja mamin rapat;300000;2026-05-03;UKM', '2;Kain lap;700000;2026-06-01;Non UKM');
    expect(await planned()).toMatchObject({ plannedSmallRupiah: '300000', plannedShare: null, plannedByMarks: 1 });
    const procurement = { procurementRupiah: 1_000_000, plannedSmallRupiah: null, source: 'SIRUP' };
    const says = (body: object, version: number) =>
      town.as(admin())('PUT /agencies/{agencyId}/procurements/{year}', {
        params: { agencyId: rival.agencyId, year: YEAR },
        body: { ...procurement, ...body },
        headers: { 'if-match': `"${version}"` },
      });
    await says({}, 0);
    expect(await planned()).toMatchObject({ plannedShare: 0.3, plannedByMarks: 1 });
    await sends('1;Belanja mamin rapat;300000;2026-05-03;Non UKM');
    expect(await planned()).toMatchObject({ plannedSmallRupiah: '0', plannedShare: 0 });
    await says({ plannedSmallRupiah: 500_000 }, 1);
    expect(await planned()).toMatchObject({ plannedSmallRupiah: '500000', plannedShare: 0.5, plannedByMarks: 0 });
  });

  test('is the same on the page’s route, in the workbook and in the CSV, and nothing in it runs', async () => {
    const { items: offices, total } = await cityYear();
    const file = async (name: 'belanja-dinas.csv' | 'belanja-dinas.xlsx') =>
      town.as(admin())('GET /cities/{city}/spending/{year}/{file}', { params: { city: CITY, year: YEAR, file: name } });
    const csv = records(
      Buffer.from((await file('belanja-dinas.csv')).bytes)
        .toString('utf8')
        .replace('\ufeff', ''),
      ';',
    );
    const [head = [], ...rows] = workbook((await file('belanja-dinas.xlsx')).bytes).get('Belanja 2026') ?? [];
    const xlsx = rows.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at] ?? null])));
    const shown = [...offices, { ...total, name: 'Seluruh dinas' }];
    expect(csv).toHaveLength(shown.length);
    for (const [at, year] of shown.entries()) {
      const same = (name: string, value: number | string | null) => {
        const number = value === null ? null : Number(value);
        const inCsv = csv[at]?.[name]?.replace(',', '.') ?? '';
        expect(inCsv === '' ? null : Number(inCsv), `${name} in CSV`).toBe(number);
        expect(xlsx[at]?.[name] ?? null, `${name} in XLSX`).toBe(number);
      };
      expect(xlsx[at]?.['Dinas']).toBe(year.name);
      same('Belanja pengadaan resmi', year.procurementRupiah);
      for (const [called, stage] of [
        ['Dipesan', year.ordered],
        ['Diterima', year.delivered],
        ['Dibayar', year.paid],
      ] as const) {
        same(`${called}: mikro, kecil, koperasi`, stage.smallRupiah);
        same(`${called}: menengah`, stage.mediumRupiah);
        same(`${called}: skala belum dinyatakan`, stage.unstatedRupiah);
        same(`${called}: jumlah`, stage.totalRupiah);
        same(`${called}: bagian dari belanja pengadaan`, stage.ofProcurement);
        same(`${called}: bagian dari belanja di pasar ini`, stage.ofMarket);
      }
      same('Pemilik berbeda', year.owners);
      same('Setara n UMKM', year.equivalentOwners);
      same('Bagian pemilik terbesar', year.largestShare);
      same('Hari serah terima sampai lunas, tengah', year.medianDays);
    }
  });

  test('tells the city who waits, by the order’s code and without what was bought', async () => {
    const asked = { params: { agencyId: office.agencyId } };
    const { items } = await town.as('inspektur')('GET /agencies/{agencyId}/waiting-payments', asked);
    expect(items).toEqual([
      {
        orderId: waiting.orderId,
        code: waiting.orderId.slice(-8).toUpperCase(),
        merchantId: medium.merchantId,
        merchantName: 'Katering Menengah',
        dueRupiah: 360_000,
        handedOverOn: '2026-11-17',
        days: 0,
      },
    ]);
  });

  test('is another office’s only in sums, and no other city’s at all', async () => {
    expect(await officeYear(office.agencyId, office.buyer)).toMatchObject({ shopCount: 3 });
    for (const person of [rival.buyer, town.adminOf('35.78'), 'siapa'])
      expect(await refusalOf(officeYear(office.agencyId, person))).toMatchObject({ code: 'agency_not_found' });
  });

  test('moves with its order into the year that pays for it, and leaves none behind', async () => {
    expect((await cityYear('2027')).total.orders).toBe(0);
    expect((await cityYear('2019')).rule).toBeNull();
  });
});

describe('sums of one shop', () => {
  test('lose nothing and count nothing twice when many orders of an office are followed at once', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Ramai', nik: '3573024508800014', phone: '081200000014' });
    const product = await town.offers(shop, { amount: 1000 });
    const orders: Order[] = [];
    for (let made = 0; made < 6; made++) orders.push(await town.orders(rival, product, 1));
    for (const order of orders) await town.moves(rival.approver, 'approve', order);
    await Promise.all(orders.flatMap((order) => [followed(order), followed(order)]));
    expect((await officeYear(rival.agencyId)).office).toMatchObject({ orders: 6, ordered: { totalRupiah: '108000' } });
  });
});

describe('a sheet of official budgets', () => {
  const sends = (rawBody: string, mode: 'check' | 'all' | 'good') =>
    town.ask('POST /cities/{city}/procurements/{year}/import', admin(), {
      params: { city: CITY, year: YEAR },
      query: { mode },
      rawBody,
      headers: { 'content-type': 'text/csv' },
    });

  test('is looked at first, writes all or none, or what is right; the same again changes nothing', async () => {
    const { agencyId } = await town.as(admin())('POST /cities/{city}/agencies', {
      params: { city: CITY },
      body: { name: 'Badan Perencanaan', address: 'Jl. Tugu 1' },
    });
    // The list of offices is read fresh by who imports.
    const good = 'NAMA SATKER;BELANJA PENGADAAN\nBADAN PERENCANAAN KOTA 35.73;2.000.000\n';
    const bad = `${good}Dinas Antah;5\n`;
    const of = async () => (await officeYear(agencyId)).procurement?.procurementRupiah ?? null;
    expect((await sends(good, 'check')).body).toMatchObject({ changed: 1, written: false });
    expect((await sends(bad, 'all')).body).toMatchObject({ changed: 1, written: false, flawCount: 1 });
    expect(await of()).toBeNull();
    expect((await sends(bad, 'good')).body).toMatchObject({ changed: 1, written: true, flawCount: 1 });
    expect(await of()).toBe(2_000_000);
    expect((await sends(good, 'all')).body).toMatchObject({ changed: 0, unchanged: 1 });
  });

  test('of another kind is refused in words', async () => {
    const refused = () => sends('NAMA;JUMLAH\na;1\n', 'all');
    expect((await refused()).body).toMatchObject({ code: 'sheet_not_readable' });
  });
});

describe('a city of many offices', () => {
  test('is told as it was last added up, which is what its offices say, and again when there is news', async () => {
    const adds = (what?: string) =>
      sumOffices(() => worldFor('spending/sum-offices', world))({
        'detail-type': what === undefined ? 'LedgerDue' : 'PreparationAsked',
        detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY, what },
      });
    const clocks = async () => {
      world.cache.clear();
      return town.as()('GET /cities/{city}/payment-clock', { params: { city: CITY }, query: { limit: 100 } });
    };
    const plans = (category?: 'meeting-food') =>
      town.as()('GET /cities/{city}/demand/{year}', {
        params: { city: CITY, year: YEAR },
        query: category ? { category } : {},
      });
    const [few, owed, planned] = [await cityYear(), await clocks(), [await plans(), await plans('meeting-food')]];
    await manyOffices(world, CITY);
    // Nobody waits while sixty offices are read: who opens it asks for it, and it is there a little later.
    for (const opens of [cityYear, clocks])
      await expect(opens()).rejects.toMatchObject({ status: 503, code: 'being_prepared' });
    for (const what of [yearName(YEAR), WAITS]) {
      expect(await getPreparation(world.table, { cityCode: CITY, what })).toMatchObject({ version: 1 });
      expect([await adds(what), await adds(what)]).toEqual([{ summed: 1 }, { summed: 0 }]);
    }
    for (const [what, opens, told] of [
      [`demand ${YEAR}`, () => plans(), planned[0]],
      [`demand ${YEAR} meeting-food`, () => plans('meeting-food'), planned[1]],
    ] as const) {
      await expect(opens()).rejects.toMatchObject({ code: 'being_prepared' });
      expect(await adds(what)).toEqual({ summed: 1 });
      expect(await opens()).toEqual(told);
    }
    expect(await adds('gap 2026-10')).toEqual({ summed: 0 });
    const [read, waits] = [await cityYear(), await clocks()];
    expect(read.total).toEqual(few.total);
    expect(read.items).toEqual(expect.arrayContaining(few.items));
    expect(waits.owingCount).toBe(owed.owingCount);
    // Two years with news, what waits and what is planned with one of them, and the month of civil servants that a page opens on.
    expect(await adds()).toEqual({ summed: 6 });
    expect({ ...(await cityYear()), at: read.at }).toEqual(read);
    expect(await clocks()).toEqual(waits);
    const shop = await town.opens(CITY, { name: 'Dapur Baru', nik: '3573024508800016', phone: '081200000016' });
    const order = await town.orders(office, await town.offers(shop, { amount: 1000 }), 1);
    await town.moves(office.approver, 'approve', order);
    await followed(order);
    expect(await cityYear()).toEqual(read);
    expect(await adds()).toEqual({ summed: 4 });
    expect((await cityYear()).total.orders).toBe(read.total.orders + 1);
    expect(await adds()).toEqual({ summed: 0 });
    await scaled(shop, 'micro');
    await adds();
    expect((await cityYear()).total.ordered.smallRupiah).not.toBe(read.total.ordered.smallRupiah);
  });

  test('is told a page at a time, in any order, or those by whose name somebody looks; the sums are of all', async () => {
    const read = (query: object) =>
      town.as(admin())('GET /cities/{city}/spending/{year}', {
        params: { city: CITY, year: YEAR },
        query: { limit: 5, ...query } as never,
      });
    const first = await read({});
    const next = await read({ cursor: first.next });
    expect([first.items.length, next.items.length]).toEqual([5, 5]);
    expect(first.officeCount).toBeGreaterThan(20);
    expect(next.total).toEqual(first.total);
    const [sought] = next.items;
    const words = sought?.name.split(' ') ?? [];
    const found = await read({ text: `${words.at(-1)} ${words[0]?.slice(0, 3)}`.toUpperCase(), limit: 100 });
    expect(found.items.map(({ agencyId }) => agencyId)).toContain(sought?.agencyId);
    expect(found.items.length).toBeLessThan(first.officeCount);
    expect(await read({ text: 'tidak ada yang bernama begitu' })).toMatchObject({ items: [], next: null });
    const owners = await read({ order: 'owners', limit: 100 });
    const figures = owners.items.map(({ equivalentOwners }) => equivalentOwners ?? -1);
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
  });
});

describe('how large a shop is', () => {
  test('is the city’s to say, never the shop’s or the office’s that buys', async () => {
    const shop = await town.opens(CITY, { name: 'Toko Sendiri', nik: '3573024508800015', phone: '081200000015' });
    const params = { merchantId: shop.merchantId };
    const body = { scale: 'micro' as const, fromYear: YEAR, basis: 'NIB' };
    for (const person of [shop.owner, office.approver, 'inspektur'])
      expect(
        await refusedWithoutTrace(world, () => town.as(person)('PUT /merchants/{merchantId}/scale', { params, body })),
      ).toMatchObject({ code: 'merchant_not_found' });
  });
});
