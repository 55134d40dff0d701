import { derivedId } from '../../shared/domain/basics/id.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import type { NewOrder, Order } from '../../shared/domain/orders/order.ts';
import { type OrderState, orderMoves } from '../../shared/domain/orders/order-states.ts';
import type { Caller, Role } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { startingPolicies } from '../../shared/domain/places/policies.ts';
import type { Merchant } from '../../shared/domain/register/merchant.ts';

/** Sound values of the market for tests of pure rules; every one can be bent by `but`. */

export const idOf = (prefix: string, name: string): string => derivedId(prefix, name);

export const malang = (but: Partial<City> = {}): City => ({
  cityCode: '35.73',
  name: 'Kota Malang',
  provinceCode: '35',
  provinceName: 'Jawa Timur',
  zone: 'Asia/Jakarta',
  accent: null,
  shards: 1,
  policies: startingPolicies,
  districts: [
    { code: '35.73.02', name: 'Klojen' },
    { code: '35.73.03', name: 'Blimbing' },
  ],
  foundedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
  ...but,
});

export const shopOf = (name: string, but: Partial<Merchant> = {}): Merchant => ({
  merchantId: idOf('mrc', name),
  ownerId: `own_${name}`,
  cityCode: '35.73',
  name,
  district: '35.73.02',
  village: '35.73.02.1001',
  category: 'meeting-food',
  status: 'verified',
  pausedUntil: null,
  kind: 'person',
  ownerName: 'Sri',
  nik: '••••••••••••0001',
  phone: '+6281234567890',
  address: 'Jl. Ijen 1',
  reasons: [],
  registeredAt: '2026-01-02T00:00:00.000Z',
  verifiedAt: '2026-01-03T00:00:00.000Z',
  history: [{ status: 'pending', at: '2026-01-02T00:00:00.000Z', by: 'sri' }],
  version: 2,
  ...but,
});

export const productOf = (shop: Merchant, name: string, but: Partial<Product> = {}): Product => ({
  productId: idOf('prd', `${shop.merchantId} ${name}`),
  merchantId: shop.merchantId,
  merchantName: shop.name,
  cityCode: shop.cityCode,
  district: shop.district,
  name,
  unit: 'kotak',
  priceRupiah: 18_000,
  category: shop.category,
  leadDays: 0,
  closedDays: [],
  deliversTo: [],
  minQuantity: 1,
  supply: 'stock',
  perDay: null,
  active: true,
  listed: true,
  createdAt: '2026-01-04T00:00:00.000Z',
  version: 1,
  ...but,
});

export const cartOf = (
  shops: readonly { shop: Merchant; lines: readonly { product: Product; quantity: number; priceRupiah?: number }[] }[],
  but: Partial<NewOrder> = {},
): NewOrder => ({
  shops: shops.map(({ shop, lines }) => ({
    merchantId: shop.merchantId,
    lines: lines.map(({ product, quantity, priceRupiah }) => ({
      productId: product.productId,
      quantity,
      ...(priceRupiah === undefined ? {} : { priceRupiah }),
    })),
  })),
  deliverOn: '2026-11-12',
  deliverTo: { address: 'Jl. Kawi 2', district: '35.73.02' },
  contact: { name: 'Ani', phone: '+628123456789' },
  ...but,
});

export const OFFICE = idOf('agc', 'dinas');

/** An order of two lines, 4 × Rp 10.000 and 3 × Rp 7.000, in the state asked for. */
export const orderIn = (state: OrderState, but: Partial<Order> = {}): Order => ({
  orderId: idOf('ord', 'one'),
  cityCode: '35.73',
  merchantId: idOf('mrc', 'dapur'),
  merchantName: 'Dapur Bu Sri',
  ownerId: 'own_sri',
  buyer: 'ani',
  buyerName: 'Ani',
  buyerPhone: '+628123456789',
  agencyId: null,
  agency: null,
  lines: [
    {
      productId: idOf('prd', 'nasi'),
      name: 'Nasi',
      unit: 'kotak',
      priceRupiah: 10_000,
      quantity: 4,
      received: 0,
      supply: 'stock',
    },
    {
      productId: idOf('prd', 'teh'),
      name: 'Teh',
      unit: 'gelas',
      priceRupiah: 7_000,
      quantity: 3,
      received: 0,
      supply: 'stock',
    },
  ],
  totalRupiah: 61_000,
  receivedRupiah: 0,
  deliverOn: '2026-11-12',
  deliverTo: { address: 'Jl. Kawi 2', district: '35.73.02' },
  state,
  placedAt: '2026-11-10T02:00:00.000Z',
  dueAt: null,
  handovers: [],
  history: [{ state: 'placed', at: '2026-11-10T02:00:00.000Z', by: 'ani' }],
  version: 1,
  ...but,
});

/** The same order placed by an office's buyer. */
export const officeOrderIn = (state: OrderState, but: Partial<Order> = {}): Order =>
  orderIn(state, {
    agencyId: OFFICE,
    agency: {
      name: 'Dinas Pendidikan',
      purpose: 'Rapat',
      eventDate: '2026-11-12',
      budgetCode: '5.1.02.01.01.0052',
      budgetYear: '2026',
    },
    ...but,
  });

export const person = (name: string, ...memberships: { scope: string; role: Role }[]): Caller => ({
  person: name,
  memberships,
});
export const nobodySpecial = person('orang-lewat');

export const orderStates = Object.keys(orderMoves) as OrderState[];
