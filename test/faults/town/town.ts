import { closeMonths } from '../../../functions/equity/close/close-months.ts';
import type { Files } from '../../../functions/files.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import { makeWorld } from '../../../functions/world.ts';
import { closesBetween } from '../../../infra/local/events/schedule.ts';
import { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { seatsBank } from '../../banks.ts';
import { hear } from '../../hear.ts';
import { type Town as Founded, type Office, QRIS, type Shop, townOf } from '../../market.ts';
import { randomOf } from '../chance/random.ts';
import { officerOf } from './acts/capital.ts';
import { complains } from './acts/complaints.ts';
import { keysOf, townPartners } from './acts/deliveries.ts';
import { opensPartner } from './acts/feeds.ts';
import { opensSeries } from './acts/seats.ts';
import { livesTargets } from './acts/targets.ts';
import { cities, cityCodes, openPolicies, TOWNSFOLK } from './cities.ts';
import { runClose } from './close.ts';
import { CALLBACK_TOKEN, SERVER_KEY } from './provider-keys.ts';
import { silent } from './silent.ts';

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

/** So long before the history begins: offices still order for this year, and refused cash still counts. */
const BEFORE = 20 * DAY_MS;
const refusers = { '35.73': 'ani', '35.78': 'budi', '91.71': 'citra' } as const;
const account = { bank: '014', number: '0011223344', holder: 'Pemilik' } as const;

/** A shop takes money in every way, and its providers tell of it. */
const takesMoney = async ({ as }: Founded, { merchantId, owner }: Shop): Promise<void> => {
  const params = { merchantId };
  await as(owner)('PUT /merchants/{merchantId}/payment-ways', {
    params,
    body: { cod: { maxRupiah: 5_000_000, districts: [] }, qris: QRIS, transfer: true },
  });
  for (const [provider, body] of [
    ['midtrans', { serverKey: SERVER_KEY }],
    ['xendit', { callbackToken: CALLBACK_TOKEN }],
  ] as const)
    await as(owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
      params: { merchantId, provider },
      body,
    });
  for (const partner of townPartners)
    await as(owner)('PUT /merchants/{merchantId}/courier-partners/{partner}', {
      params: { merchantId, partner },
      body: keysOf(merchantId, partner),
    });
};

/** One shop of each city asks for bringing: who says nothing of it, or saw another fee, is told. */
const asksFees = async ({ as }: Founded, { merchantId, owner }: Shop): Promise<void> => {
  const courier = { feeRupiah: 5_000, freeFromRupiah: null, districts: [] };
  const params = { merchantId };
  await as(owner)('PUT /merchants/{merchantId}/delivery-terms', { params, body: { courier, pickUp: null } });
};

/**
 * Earlier orders: one brought that a buyer refused to pay, one brought to the same that waits for its cash, or was
 * refused too; one that dedi received in part and may review, or did so three weeks ago; one that the office received in
 * part and has no papers of.
 */
const lives = async (town: Founded, shop: Shop, product: Product, office: Office): Promise<void> => {
  const buyer = refusers[shop.cityCode as keyof typeof cities];
  const { as, world } = town;
  const contact = { contact: { name: TOWNSFOLK, phone: '0812345670' } };
  const follows = async ({ orderId, agencyId, merchantId }: Order) => {
    const moved = ['OrderMoved', { orderId, agencyId, merchantId }] as const;
    for (const consumer of [followOrders, countPurchases])
      await hear(
        consumer(() => world),
        moved,
      );
  };
  const brought = async (order: Order) => {
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await follows(order);
    return { params: { orderId: order.orderId } };
  };
  const cash = async () => {
    const order = await town.buys(buyer, product, 1, contact);
    const of = { params: { orderId: order.orderId } };
    await as(buyer)('PUT /orders/{orderId}/payment/way', { ...of, body: { way: 'cod' } });
    return brought(order);
  };
  const refuses = async (order: { params: { orderId: string } }) =>
    as(shop.owner)('POST /orders/{orderId}/payment/refuse', { ...order, body: { reason: 'Tidak di rumah' } });
  // Of the product named, so many; what else was ordered is given up.
  const receives = (person: string, order: Order, quantity: number) => {
    const lines = [{ productId: product.productId, quantity }];
    return town.receives(person, order, { receivedBy: TOWNSFOLK, lines, rest: 'given-up' });
  };
  await refuses(await cash());
  const second = await cash();
  const closes = shop.cityCode === '91.71';
  if (closes) await refuses(second);
  const bought = await town.buys('dedi', product, 2, contact);
  await brought(bought);
  await follows(await receives('dedi', bought, 1));
  const says = { params: { orderId: bought.orderId }, body: { stars: 3, text: TOWNSFOLK } };
  if (closes) await as('dedi')('PUT /orders/{orderId}/review', says);
  const ordered = await town.orders(office, product, 3, contact);
  await town.moves(office.approver, 'approve', ordered);
  await brought(ordered);
  await follows(await receives(office.buyer, ordered, 2));
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
  const lived: (() => Promise<void>)[] = [];
  const arrive: (() => Promise<void>)[] = [];
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
    const first = await town.opens(city, { name: `Warung ${city}`, account }, `pemilik-${city}`);
    const second = await town.opens(city, {
      nik: '3573024508800002',
      account,
      category: 'batik',
      district: `${city}.03`,
      village: `${city}.03.1001`,
    });
    await town.applies(city, { nik: '3573024508800003' });
    await opensPartner(town, city, files);
    lived.push(await opensSeries(town, city, [first, second], end));
    arrive.push(() => complains(town, city, office));
    await town.seats(`merchant:${first.merchantId}`, `pegawai-${city}`, 'staff', first.owner);
    await takesMoney(town, first);
    await takesMoney(town, second);
    // Seven of them go in the orders below.
    const food = await town.offers(first, { amount: 16, priceRupiah: 18_000 });
    lived.push(() => lives(town, first, food, office));
    lived.push(() => livesTargets(town, world, city, office.agencyId));
    lived.push(() => asksFees(town, first));
    await town.offers(first, { name: 'Kue basah', supply: 'capacity', amount: 6, priceRupiah: 7_000 });
    const { bankId } = await seatsBank(town, city);
    await town.seats(`bank:${bankId}`, officerOf(city), 'bank-officer', `admin-${city}`);
    await town.offers(second, { name: 'Batik tulis', category: 'batik', amount: 7, priceRupiah: 150_000 });
  }
  const kept: Files = { put: async (key, bytes) => void files.set(key, bytes), get: async (key) => files.get(key) };
  const closer = closeMonths(() => ({ ...world, files: kept }));
  const closes = async (until: string) => {
    for (const { zone, phase, scheduledAt } of closesBetween(new Date(now).toISOString(), until)) {
      now = Date.parse(scheduledAt);
      await runClose({ zone, phase, scheduledAt }, closer);
    }
    now = Date.parse(until);
  };
  await closes(new Date(end - BEFORE).toISOString());
  for (const live of lived) await live();
  await closes(start);
  for (const comes of arrive) await comes();
  return { table, files, now: end };
};

const built = new Map<string, Promise<Town>>();
export const townAt = (start: string): Promise<Town> => {
  const known = built.get(start) ?? build(start);
  built.set(start, known);
  return known;
};
