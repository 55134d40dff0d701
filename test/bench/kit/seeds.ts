import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { openStanding } from '../../../shared/domain/equity/standing/open-standing.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import { withSale } from '../../../shared/domain/equity/standing/with-sale.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import { insertProduct } from '../../../shared/table/catalogue/products.ts';
import { saveCity } from '../../../shared/table/cities.ts';
import type { Item, Table } from '../../../shared/table/engine/table.ts';
import type { Write } from '../../../shared/table/engine/writes.ts';
import { openStandingOnce } from '../../../shared/table/equity/standings.ts';
import { insertOrder } from '../../../shared/table/orders/orders.ts';
import { insertMerchant } from '../../../shared/table/register/merchants.ts';
import { inParallel } from './figures.ts';
import { CITY, DISTRICT } from './where.ts';

/** Lists longer than the public operations could fill in a bench are written straight into the table, by the same writes. */
const at = '2026-11-01T02:00:00.000Z';
export const MONTH = '2026-11';
export const idOf = (prefix: string, serial: number): string => `${prefix}_${String(serial).padStart(26, '0')}`;
/** A shop's number from its id. */
export const serialOf = (id: string): number => Number(id.slice(4));

export const city = (code = CITY): City => ({
  cityCode: code,
  name: 'Kota Malang',
  provinceCode: code.slice(0, 2),
  provinceName: 'Jawa Timur',
  zone: 'Asia/Jakarta',
  accent: null,
  shards: 1,
  policies: startingPolicies,
  districts: [{ code: DISTRICT, name: 'Klojen' }],
  // Long ago, so that a close looks at every month there could be.
  foundedAt: '2024-01-01T02:00:00.000Z',
  version: 1,
});

export const merchant = (serial: number): Merchant => ({
  merchantId: idOf('mrc', serial),
  cityCode: CITY,
  name: `Dapur Bu Sri ${serial}`,
  district: DISTRICT,
  village: `${DISTRICT}.1001`,
  category: 'meeting-food',
  status: 'verified',
  pausedUntil: null,
  ownerId: idOf('own', serial),
  kind: 'person',
  ownerName: 'Sri Wahyuni',
  nik: '••••••••••••0001',
  phone: '+6281234567890',
  address: 'Jl. Ijen 1',
  reasons: [],
  registeredAt: at,
  verifiedAt: at,
  history: [
    { status: 'pending', at, by: 'sri' },
    { status: 'verified', at, by: 'admin' },
  ],
  version: 2,
});

/** The month before, in which everybody entered and nobody sold. */
const lastStanding = (serial: number): Standing => openStanding(merchant(serial), addMonths(MONTH, -1), []);
/** A third sold nothing; the others something that grows with their number. */
export const standing = (serial: number): Standing => {
  const opened = { ...openStanding(merchant(serial), MONTH, [lastStanding(serial)]), carriedFrom: 1 };
  const rupiah = serial % 3 === 0 ? 0 : 18_000 * serial;
  return rupiah === 0 ? opened : withSale(opened, { rupiah, firstReceipt: true, newAgency: false });
};

/** A month and the twelve before it, each carrying right, of a shop that sells in two of three. */
const yearOf = (serial: number): Standing[] => {
  const months: Standing[] = [];
  for (let back = 12; back >= 0; back--) {
    const opened = openStanding(merchant(serial), addMonths(MONTH, -back), months);
    const carried = months.length > 0 ? { ...opened, carriedFrom: 1 } : opened;
    const sale = { rupiah: 18_000 * (serial + 1), firstReceipt: true, newAgency: false };
    months.push((serial + back) % 3 === 0 ? carried : withSale(carried, sale));
  }
  return months;
};

/** How many shops all goods are of. */
export const SHOPS = 1000;
const product = (serial: number) => ({
  productId: idOf('prd', serial),
  merchantId: idOf('mrc', serial % SHOPS),
  merchantName: 'Dapur Bu Sri',
  cityCode: CITY,
  district: DISTRICT,
  name: `Nasi kotak rapat ${serial}`,
  unit: 'kotak',
  priceRupiah: 18_000,
  category: 'meeting-food' as const,
  leadDays: 1,
  closedDays: [7],
  deliversTo: [],
  minQuantity: 1,
  supply: 'stock' as const,
  perDay: null,
  active: true,
  listed: true,
  createdAt: at,
  version: 1,
  request: 'AAAAAAAAAAAAAAAAAAAAAA',
});

/** Orders of one shop, a minute apart, received. */
const order = (serial: number) => ({
  orderId: idOf('ord', serial),
  cityCode: CITY,
  merchantId: idOf('mrc', 0),
  merchantName: 'Dapur Bu Sri',
  ownerId: idOf('own', 0),
  buyer: `buyer-${serial % 500}`,
  buyerName: 'Ani Lestari',
  buyerPhone: '+628123456789',
  agencyId: null,
  agency: null,
  lines: [
    {
      productId: idOf('prd', serial),
      name: 'Nasi kotak rapat',
      unit: 'kotak',
      priceRupiah: 18_000,
      quantity: 20,
      received: 20,
      supply: 'stock' as const,
    },
  ],
  totalRupiah: 360_000,
  receivedRupiah: 360_000,
  deliverOn: '2026-11-12',
  deliverTo: { address: 'Jl. Kawi 2', district: DISTRICT },
  state: 'received' as const,
  placedAt: new Date(Date.parse(at) + serial * 60_000).toISOString(),
  dueAt: null,
  handovers: [],
  history: [{ state: 'received' as const, at, by: 'ani' }],
  version: 4,
  request: 'AAAAAAAAAAAAAAAAAAAAAA',
});

/** What of a file nobody reads in a bench. */
export const sealed = {
  sealed: 'A'.repeat(80),
  identityKey: 'A'.repeat(26),
  identityChanges: 0,
  request: 'AAAAAAAAAAAAAAAAAAAAAA',
};
const itemsOf = (writes: readonly Write[]): Item[] =>
  writes.flatMap(({ input }) => (input.Item ? [input.Item as Item] : []));
export const cityItems = (): Item[] => itemsOf([saveCity(city())]);
export const merchantItems = (serial: number): Item[] => itemsOf([insertMerchant({ ...merchant(serial), ...sealed })]);
export const lastStandingItems = (serial: number): Item[] => itemsOf([openStandingOnce(lastStanding(serial), 1)]);
export const standingItems = (serial: number): Item[] => itemsOf([openStandingOnce(standing(serial), 1)]);
export const yearItems = (serial: number): Item[] => itemsOf(yearOf(serial).map((month) => openStandingOnce(month, 1)));
/** The next month, opened as the close would, so that closing has nothing to open. */
export const nextStanding = (serial: number): Standing => ({
  ...openStanding(merchant(serial), addMonths(MONTH, 1), [lastStanding(serial), standing(serial)]),
  carriedFrom: 1,
});
export const nextStandingItems = (serial: number): Item[] => itemsOf([openStandingOnce(nextStanding(serial), 1)]);
/** The product without its words: they are another list. */
export const productItems = (serial: number): Item[] => itemsOf([insertProduct(product(serial))]);
export const orderItems = (serial: number): Item[] => itemsOf([insertOrder(order(serial))]);

/** The engine numbers a stream's record by looking at all before it; a table filled by the hundred thousand has none. */
export const withoutStream = ({ client, name }: Pick<Table, 'client' | 'name'>) =>
  client.send(new UpdateTableCommand({ TableName: name, StreamSpecification: { StreamEnabled: false } }) as never);

const BATCH = 25;
/** Writes the items of `made(0)` … `made(count - 1)`, in batches, four at a time. */
export const fill = async ({ client, name }: Table, entries: number, made: (serial: number) => Item[]) => {
  function* batches() {
    let batch: Item[] = [];
    for (let serial = 0; serial < entries; serial++) {
      batch.push(...made(serial));
      if (batch.length < BATCH && serial < entries - 1) continue;
      for (let from = 0; from < batch.length; from += BATCH) yield batch.slice(from, from + BATCH);
      batch = [];
    }
  }
  await inParallel(batches(), 4, async (items) => {
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [name]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('the engine left items unwritten');
  });
};
