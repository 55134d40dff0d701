import { dayOf } from '../../shared/domain/basics/month.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { partiesOf } from '../../shared/domain/orders/move-order.ts';
import type { NewOrder, Order } from '../../shared/domain/orders/order.ts';
import { choicesOf, packageOf, withChoices } from '../../shared/domain/orders/order-choice.ts';
import { mergeLines, placeOrders } from '../../shared/domain/orders/place-order.ts';
import { actsForMerchant } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { commitBudget } from '../../shared/table/agencies.ts';
import { getAllocation, replaceAllocation } from '../../shared/table/allocations.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/merchants.ts';
import { getOrder, insertOrder, OrderRecord } from '../../shared/table/orders.ts';
import { getProducts } from '../../shared/table/products.ts';
import { takeStock } from '../../shared/table/stock.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { firstResult, orFirstResult } from '../http/idempotency.ts';
import { openChoice } from '../reads/choice-tokens.ts';
import type { World } from '../world.ts';
import { unlistedOf } from './unlisted-lines.ts';

type PlaceOrder = Ask<'POST /orders'>;

/** One transaction writes a hundred items: every order, every shelf, and a budget line. */
const MOST_CART_LINES = 90;

/** A line names a product of its own shop; another shop's would take that one's shelf for this one's order. */
const requireOwnGoods = ({ shops }: NewOrder, products: ReadonlyMap<string, Product>): void => {
  for (const [place, { merchantId, lines }] of shops.entries())
    for (const [at, { productId }] of lines.entries())
      if ((products.get(productId)?.merchantId ?? merchantId) !== merchantId)
        throw new Problem('product_withdrawn', 'Barang ini bukan dari toko tersebut. Hapus dari keranjang.', [
          { pointer: `/shops/${place}/lines/${at}/productId`, detail: 'Bukan barang toko ini.' },
        ]);
};

/** The shops and products a cart names, each read once. */
const readCart = async (world: World, asked: NewOrder) => {
  const { shops } = asked;
  if (new Set(shops.map(({ merchantId }) => merchantId)).size < shops.length)
    throw new Problem('invalid_request', 'Gabungkan barang dari toko yang sama.', [
      { pointer: '/shops', detail: 'Satu toko satu kali.' },
    ]);
  const wanted = shops.flatMap((shop) =>
    mergeLines(shop).map(({ productId }) => ({ merchantId: shop.merchantId, productId })),
  );
  if (wanted.length > MOST_CART_LINES)
    throw new Problem('invalid_request', `Satu keranjang memuat paling banyak ${MOST_CART_LINES} barang.`, [
      { pointer: '/shops', detail: 'Pesan sisanya tersendiri.' },
    ]);
  const [merchants, read] = await Promise.all([
    Promise.all(shops.map(({ merchantId }) => getMerchant(world.table, merchantId))),
    getProducts(world.table, wanted),
  ]);
  const found = <T>(value: T | undefined): value is T => value !== undefined;
  const products = new Map(read.filter(found).map((product) => [product.productId, product]));
  requireOwnGoods(asked, products);
  return {
    merchants: new Map(merchants.filter(found).map((merchant) => [merchant.merchantId, merchant])),
    products,
  };
};

const firstMerchant = ({ shops }: NewOrder, merchants: ReadonlyMap<string, MerchantRecord>): MerchantRecord => {
  const merchant = merchants.get(shops[0]?.merchantId ?? '');
  if (!merchant)
    throw new Problem('merchant_not_found', 'Toko tidak ditemukan.', [
      { pointer: '/shops/0/merchantId', detail: 'Tidak ditemukan.' },
    ]);
  return merchant;
};

const takes = (order: Order, place: number, products: ReadonlyMap<string, Product>, asked: NewOrder): Write[] =>
  order.lines.map(({ productId, quantity }) => {
    const line = asked.shops[place]?.lines.findIndex((one) => one.productId === productId) ?? 0;
    return takeStock(products.get(productId) as Product, quantity, order.deliverOn, `/shops/${place}/lines/${line}`);
  });

/** The office a buyer orders for, or null for a personal order. Only its buyers and approvers may. */
const agencyName = async (
  world: World,
  ask: { body: NewOrder; caller: Parameters<typeof expectAgency>[2] },
  cityCode: string,
) => {
  const { agency } = ask.body;
  if (!agency || !ask.caller) return null;
  const found = await expectAgency(world, agency.agencyId, ask.caller, ['buyer', 'approver']);
  if (found.cityCode !== cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota toko tersebut.');
  return found.name;
};

/** Order, stock and budget are one list: all of it happens, or none. */
const place = async (ask: PlaceOrder, world: World) => {
  const { merchants, products } = await readCart(world, ask.body);
  const city = await expectCity(world, firstMerchant(ask.body, merchants).cityCode);
  const own = ask.body.shops.findIndex(({ merchantId }) => actsForMerchant(ask.caller, merchantId));
  if (own >= 0)
    throw new Problem('own_order', 'Anda tidak bisa memesan dari toko sendiri.', [
      { pointer: `/shops/${own}/merchantId`, detail: 'Toko Anda sendiri.' },
    ]);
  const now = world.now();
  const { marked, packaging } = await chosen(ask, world, city, products);
  const placed = placeOrders({
    order: ask.body,
    city,
    merchants,
    products,
    agencyName: await agencyName(world, ask, city.cityCode),
    buyer: ask.caller.person,
    now,
    orderIds: orderIds(ask),
  });
  const orders = packaging.of(withChoices(placed, marked));
  const total = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const { agency } = ask.body;
  const year = dayOf(now, city.zone).slice(0, 4);
  const existing = await commit(world.table, [
    ...orders.map((order) => insertOrder({ ...order, request: ask.fingerprint })),
    ...orders.flatMap((order, place) => takes(order, place, products, ask.body)),
    ...(agency ? [commitBudget(agency.agencyId, year, agency.budgetCode, total)] : []),
    ...packaging.writes,
  ]);
  if (existing === undefined) return { orders };
  firstResult(existing, ask, OrderRecord);
  return { orders: (await firstOrders(ask, world)) ?? orders };
};

/**
 * From which lists the cart was chosen, and the proposed split it follows: each of its orders carries the package's id,
 * and the proposal is taken in the same write.
 */
const chosen = async (
  { body, newId }: PlaceOrder,
  world: World,
  city: City,
  products: ReadonlyMap<string, Product>,
) => {
  const { allocationId } = body;
  const [allocation, unlisted] = await Promise.all([
    allocationId === undefined ? undefined : getAllocation(world.table, allocationId),
    unlistedOf(world, city, body, products),
  ]);
  const open = (token: string, productId: string) => openChoice(world, token, productId);
  const today = dayOf(world.now(), city.zone);
  if (allocationId === undefined)
    return {
      marked: choicesOf(body, { open, today, products, unlisted }),
      packaging: { of: (orders: Order[]) => orders, writes: [] },
    };
  const taken = packageOf(body, allocation, city.cityCode, products);
  const packageId = newId('pkg');
  const of = (orders: Order[]) => orders.map((order) => ({ ...order, packageId, package: taken }));
  const writes = allocation
    ? [replaceAllocation({ ...allocation, state: 'placed', packageId, version: allocation.version + 1 })]
    : [];
  return { marked: choicesOf(body, { open, today, allocation, products, unlisted }), packaging: { of, writes } };
};

/** One id per shop; under an Idempotency-Key the same ones for ever. */
const orderIds = ({ body, newId }: PlaceOrder) => body.shops.map((_, place) => newId('ord', String(place)));

/**
 * What the same key made before, wherever those orders stand by now; undefined when it made nothing. They were written
 * together: whoever has seen the first sees the others, while reading all at once could see only the later half.
 */
const firstOrders = async (ask: PlaceOrder, world: World): Promise<Order[] | undefined> => {
  const read = (orderId: string) => getOrder(world.table, orderId);
  const [firstId = '', ...otherIds] = orderIds(ask);
  const first = await read(firstId);
  if (!first || partiesOf(first, ask.caller).length === 0) return undefined;
  const orders = [firstResult(first, ask, OrderRecord), ...(await Promise.all(otherIds.map(read)))];
  return orders.filter((order) => order !== undefined);
};

export const placeOrder = endpoint('POST /orders', (ask, world) =>
  orFirstResult(
    ask,
    async () => {
      const orders = await firstOrders(ask, world);
      return orders && { orders };
    },
    () => place(ask, world),
  ),
);
