import { Problem } from '../../../problem.ts';
import { RUPIAH_MAX } from '../../basics/money.ts';
import { dayOf, type Instant } from '../../basics/month.ts';
import { rupiah, day as written } from '../../basics/wording.ts';
import type { Product } from '../../catalogue/product.ts';
import type { Centre } from '../../centres/centre.ts';
import { type OrderDelivery, orderDelivery } from '../../deliveries/order-delivery.ts';
import { boundedTerms, type DeliveryTerms, STARTING_TERMS } from '../../deliveries/terms.ts';
import type { City } from '../../places/city.ts';
import type { Merchant } from '../../register/merchant.ts';
import { isOpen } from '../../register/merchant-moves.ts';
import { lastDeliveryDay, requireDeliveryDay, requireWithin } from '../delivery-day.ts';
import type { NewOrder, Order } from '../order.ts';
import { dueAfter } from '../order-clocks.ts';
import type { Cart, CartShop } from './cart.ts';
import { orderLine } from './order-line.ts';

/** An office's cart is one purchase, held in the budget of one year. */
const requireOneYear = (cart: Cart): void => {
  const year = cart[0]?.deliverOn.slice(0, 4) ?? '';
  const other = cart.find(({ deliverOn }) => !deliverOn.startsWith(year));
  if (other)
    throw new Problem(
      'date_not_possible',
      `Satu paket dinas dibayar dari anggaran satu tahun. Pilih hari di ${year}.`,
      [{ pointer: other.dayPointer, detail: `Pilih hari di tahun ${year}, atau pesan tersendiri.` }],
    );
};

const requireDates = ({ order: { agency }, cart, city, now }: CartFacts): void => {
  const today = dayOf(now, city.zone);
  const office = agency !== undefined;
  for (const { deliverOn, dayPointer: pointer } of cart) requireDeliveryDay(deliverOn, { city, office, now, pointer });
  if (!agency) return;
  requireOneYear(cart);
  const { eventDate } = agency;
  const last = cart.reduce((day, { deliverOn }) => (deliverOn > day ? deliverOn : day), today);
  if (eventDate < last)
    throw new Problem('date_not_possible', 'Tanggal acara lebih awal daripada pengantaran, atau sudah lewat.', [
      { pointer: '/agency/eventDate', detail: `Paling awal ${written(last)}.` },
    ]);
  requireWithin(eventDate, last, lastDeliveryDay(city, office, today), '/agency/eventDate', 'Tanggal acara');
};

/** Refuses a sum above what the city's policy (and above it the law) allows this kind of buyer in one cart. */
const requireWithinPolicy = (totalRupiah: number, order: NewOrder, city: City): void => {
  const most = order.agency ? city.policies.agencyMaxRupiah : city.policies.personMaxRupiah;
  if (totalRupiah > Math.min(most, RUPIAH_MAX))
    throw new Problem(
      'amount_over_policy',
      `Jumlah pesanan ${rupiah(totalRupiah)} melewati batas ${rupiah(most)} untuk sekali pesan.`,
      [{ pointer: '/shops', detail: `Paling banyak ${rupiah(most)}.` }],
    );
};

/** What an order says of its shop, and is refused by. */
type Seller = Pick<Merchant, 'merchantId' | 'cityCode' | 'name' | 'district' | 'ownerId' | 'status' | 'pausedUntil'>;

/** What was read for a cart: everything the decision needs, nothing it has to fetch. */
export type CartFacts = {
  readonly order: NewOrder;
  /** Its shops and lines, normalised. */
  readonly cart: Cart;
  readonly city: City;
  readonly merchants: ReadonlyMap<string, Seller>;
  readonly products: ReadonlyMap<string, Product>;
  /** What each shop says of bringing its goods; a shop that is missing has said nothing. */
  readonly terms: ReadonlyMap<string, DeliveryTerms>;
  /** Centres of the city that goods are picked up at, by the name in their address. */
  readonly centres?: ReadonlyMap<string, Centre>;
  readonly agencyName: string | null;
  readonly buyer: string;
  readonly now: Instant;
  /** One id per shop, in order. */
  readonly orderIds: readonly string[];
};

/** Turns a cart into one order per shop, prices locked; throws the first Problem with a pointer to the line. */
export const placeOrders = (facts: CartFacts): Order[] => {
  const { order, city } = facts;
  requireDates(facts);
  if (!order.deliverTo && facts.cart.some(({ delivery }) => delivery.way === 'courier'))
    throw new Problem('invalid_request', 'Tulis alamat untuk barang yang diantar.', [
      { pointer: '/deliverTo', detail: 'Wajib bila ada yang diantar.' },
    ]);
  const { district } = order.deliverTo ?? {};
  if (district !== undefined && !city.districts.some(({ code }) => code === district))
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${city.name}.`, [
      { pointer: '/deliverTo/district', detail: 'Pilih kecamatan di kota ini.' },
    ]);
  const orders = facts.cart.map((shop, index) => oneOrder(facts, shop, index));
  const packageRupiah = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  requireWithinPolicy(packageRupiah, order, city);
  // What an office orders at once is one purchase, however many shops share it.
  return order.agency ? orders.map((one) => ({ ...one, packageRupiah })) : orders;
};

const oneOrder = (facts: CartFacts, shop: CartShop, index: number): Order => {
  const { order, city, now, buyer } = facts;
  const { merchantId, pointer, lines: wanted, delivery: chosen, deliverOn, dayPointer } = shop;
  const merchant = facts.merchants.get(merchantId);
  if (merchant?.cityCode !== city.cityCode)
    throw new Problem('merchant_not_found', 'Toko tidak ditemukan di kota ini.', [
      { pointer: `${pointer}/merchantId`, detail: 'Tidak ditemukan.' },
    ]);
  if (!isOpen(merchant, dayOf(now, city.zone)))
    throw new Problem(
      'merchant_closed',
      `${merchant.name} sedang tutup${merchant.pausedUntil ? ` sampai ${written(merchant.pausedUntil)}` : ''}.`,
      [{ pointer: `${pointer}/merchantId`, detail: 'Sedang tutup.' }],
    );
  const district = chosen.way === 'courier' ? (order.deliverTo?.district ?? '') : null;
  const how = { day: deliverOn, dayPointer, district, city, now };
  const lines = wanted.map((line) => orderLine(line, facts.products.get(line.productId), how));
  const goodsRupiah = lines.reduce((sum, line) => sum + line.priceRupiah * line.quantity, 0);
  const delivery = orderDelivery({
    terms: boundedTerms(facts.terms.get(merchantId) ?? STARTING_TERMS, city.policies.deliveryFeeMaxRupiah),
    chosen,
    merchantName: merchant.name,
    district: district ?? '',
    goodsRupiah,
    pointer,
    deliverOn,
    dayPointer,
    centre: facts.centres?.get(chosen.centre ?? ''),
  });
  const state = order.agency ? 'awaiting_approval' : 'placed';
  const placed: Order = {
    orderId: facts.orderIds[index] as string,
    cityCode: city.cityCode,
    merchantId,
    merchantName: merchant.name,
    ownerId: merchant.ownerId,
    buyer,
    buyerName: order.contact.name,
    buyerPhone: order.contact.phone,
    agencyId: order.agency?.agencyId ?? null,
    agency:
      order.agency && facts.agencyName !== null
        ? officeSide(order.agency, facts.agencyName, deliverOn.slice(0, 4))
        : null,
    lines,
    totalRupiah: goodsRupiah + delivery.feeRupiah,
    receivedRupiah: 0,
    delivery,
    deliverOn,
    deliverTo: placeOf(delivery, order, merchant),
    state,
    placedAt: now,
    dueAt: null,
    handovers: [],
    history: [{ state, at: now, by: buyer }],
    version: 1,
  };
  return { ...placed, dueAt: dueAfter(placed, now, city) };
};

/** Where the goods change hands: the buyer's address, the shop's own place, or a centre. */
const placeOf = (
  { pickUp, centre }: Pick<OrderDelivery, 'pickUp' | 'centre'>,
  { deliverTo }: NewOrder,
  { district }: Seller,
): Order['deliverTo'] =>
  pickUp ? { address: pickUp.address, district: centre?.district ?? district } : (deliverTo as Order['deliverTo']);

/** The office's side of an order, with the budget year it is committed against: the year in which it is delivered. */
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
