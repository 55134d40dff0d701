import { Problem } from '../../problem.ts';
import { RUPIAH_MAX } from '../basics/money.ts';
import { dayOf, type Instant, later } from '../basics/month.ts';
import { type Product, requireDeliverable } from '../catalogue/product.ts';
import type { City } from '../places/city.ts';
import type { Merchant } from '../register/merchant.ts';
import { isOpen } from '../register/merchant.ts';
import type { NewOrder, Order, OrderLine } from './order.ts';
import { clocks } from './order-states.ts';

type Shop = NewOrder['shops'][number];

/** Cart lines of one product become one line: a transaction cannot name an item twice, and the total must be tested. */
export const mergeLines = (shop: Shop): Shop['lines'] => {
  const merged = new Map<string, Shop['lines'][number]>();
  for (const line of shop.lines) {
    const earlier = merged.get(line.productId);
    merged.set(line.productId, earlier ? { ...earlier, quantity: earlier.quantity + line.quantity } : line);
  }
  return [...merged.values()];
};

/** Every line may say which price it showed, also where two lines of one product are ordered as one. */
const requirePricesSeen = (shop: Shop, products: ReadonlyMap<string, Product>, pointer: string): void => {
  for (const [place, { productId, priceRupiah }] of shop.lines.entries()) {
    const product = products.get(productId);
    if (product && priceRupiah !== undefined && priceRupiah !== product.priceRupiah)
      throw new Problem(
        'price_changed',
        `Harga ${product.name} sekarang Rp${product.priceRupiah}. Periksa lagi keranjang Anda.`,
        [{ pointer: `${pointer}/lines/${place}/priceRupiah`, detail: `Harga sekarang ${product.priceRupiah}.` }],
      );
  }
};

const lock = (
  line: Shop['lines'][number],
  product: Product | undefined,
  { order, city, now, pointer }: { order: NewOrder; city: City; now: Instant; pointer: string },
): OrderLine => {
  if (!product?.listed || product.cityCode !== city.cityCode)
    throw new Problem('product_withdrawn', 'Barang ini tidak dijual lagi. Hapus dari keranjang.', [
      { pointer: `${pointer}/productId`, detail: 'Tidak dijual lagi.' },
    ]);
  const { quantity } = line;
  requireDeliverable(product, {
    day: order.deliverOn,
    today: dayOf(now, city.zone),
    district: order.deliverTo.district,
    quantity,
    pointer,
  });
  const { productId, name, unit, priceRupiah, supply, category } = product;
  return { productId, name, unit, priceRupiah, quantity, received: 0, supply, category };
};

const requireDates = (order: NewOrder, city: City, now: Instant): void => {
  const today = dayOf(now, city.zone);
  if (order.deliverOn < today)
    throw new Problem('date_not_possible', 'Hari pengantaran sudah lewat. Pilih hari ini atau sesudahnya.', [
      { pointer: '/deliverOn', detail: `Paling awal ${today}.` },
    ]);
  if (order.agency && order.agency.eventDate < order.deliverOn)
    throw new Problem('date_not_possible', 'Tanggal acara lebih awal daripada pengantaran, atau sudah lewat.', [
      { pointer: '/agency/eventDate', detail: `Paling awal ${order.deliverOn}.` },
    ]);
};

/** Refuses a sum above what the city's policy (and above it the law) allows this kind of buyer in one cart. */
const requireWithinPolicy = (totalRupiah: number, order: NewOrder, city: City): void => {
  const most = order.agency ? city.policies.agencyMaxRupiah : city.policies.personMaxRupiah;
  if (totalRupiah > Math.min(most, RUPIAH_MAX))
    throw new Problem(
      'amount_over_policy',
      `Jumlah pesanan Rp${totalRupiah} melewati batas Rp${most} untuk sekali pesan.`,
      [{ pointer: '/shops', detail: `Paling banyak Rp${most}.` }],
    );
};

/** A transaction holds 100 items: every line's stock, every shop's order and the budget line must fit, or none is written. */
const MOST_WRITES = 100;
const requireOneTransaction = ({ shops, agency }: NewOrder): void => {
  const most = MOST_WRITES - shops.length - (agency ? 1 : 0);
  if (shops.reduce((sum, shop) => sum + mergeLines(shop).length, 0) > most)
    throw new Problem(
      'invalid_request',
      `Satu keranjang memuat paling banyak ${most} barang. Pesan sisanya terpisah.`,
      [{ pointer: '/shops', detail: `Paling banyak ${most} barang.` }],
    );
};

/** What was read for a cart: everything the decision needs, nothing it has to fetch. */
export type CartFacts = {
  readonly order: NewOrder;
  readonly city: City;
  readonly merchants: ReadonlyMap<string, Merchant>;
  readonly products: ReadonlyMap<string, Product>;
  readonly agencyName: string | null;
  readonly buyer: string;
  readonly now: Instant;
  /** One id per shop, in order. */
  readonly orderIds: readonly string[];
};

/** Turns a cart into one order per shop, prices locked; throws the first Problem with a pointer to the line. */
export const placeOrders = (facts: CartFacts): Order[] => {
  const { order, city, now } = facts;
  requireDates(order, city, now);
  if (!city.districts.some(({ code }) => code === order.deliverTo.district))
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${city.name}.`, [
      { pointer: '/deliverTo/district', detail: 'Pilih kecamatan di kota ini.' },
    ]);
  requireOneTransaction(order);
  const orders = order.shops.map((shop, place) => oneOrder(facts, shop, place));
  requireWithinPolicy(
    orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0),
    order,
    city,
  );
  return orders;
};

const oneOrder = (facts: CartFacts, shop: Shop, place: number): Order => {
  const { order, city, now, buyer } = facts;
  const merchant = facts.merchants.get(shop.merchantId);
  const pointer = `/shops/${place}`;
  if (merchant?.cityCode !== city.cityCode)
    throw new Problem('merchant_not_found', 'Toko tidak ditemukan di kota ini.', [
      { pointer: `${pointer}/merchantId`, detail: 'Tidak ditemukan.' },
    ]);
  if (!isOpen(merchant, dayOf(now, city.zone)))
    throw new Problem(
      'merchant_closed',
      `${merchant.name} sedang tutup${merchant.pausedUntil ? ` sampai ${merchant.pausedUntil}` : ''}.`,
      [{ pointer: `${pointer}/merchantId`, detail: 'Sedang tutup.' }],
    );
  const lines = mergeLines(shop).map((line) =>
    lock(line, facts.products.get(line.productId), {
      order,
      city,
      now,
      pointer: `${pointer}/lines/${shop.lines.findIndex(({ productId }) => productId === line.productId)}`,
    }),
  );
  requirePricesSeen(shop, facts.products, pointer);
  const totalRupiah = lines.reduce((sum, line) => sum + line.priceRupiah * line.quantity, 0);
  const state = order.agency ? 'awaiting_approval' : 'placed';
  return {
    orderId: facts.orderIds[place] as string,
    cityCode: city.cityCode,
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    ownerId: merchant.ownerId,
    buyer,
    buyerName: order.contact.name,
    buyerPhone: order.contact.phone,
    agencyId: order.agency?.agencyId ?? null,
    agency:
      order.agency && facts.agencyName !== null
        ? officeSide(order.agency, facts.agencyName, dayOf(now, city.zone).slice(0, 4))
        : null,
    lines,
    totalRupiah,
    receivedRupiah: 0,
    deliverOn: order.deliverOn,
    deliverTo: order.deliverTo,
    state,
    placedAt: now,
    dueAt: later(now, clocks[state]?.milliseconds ?? 0),
    handovers: [],
    history: [{ state, at: now, by: buyer }],
    version: 1,
  };
};

/** The office's side of an order, with the budget year it is committed against: the year it was placed in, locally. */
const officeSide = (
  { purpose, eventDate, room, budgetCode }: NonNullable<NewOrder['agency']>,
  name: string,
  budgetYear: string,
): NonNullable<Order['agency']> => ({
  name,
  purpose,
  eventDate,
  ...(room === undefined ? {} : { room }),
  budgetCode,
  budgetYear,
});
