import { actsForMerchant } from '../../shared/domain/caller.ts';
import { dayOf } from '../../shared/domain/month.ts';
import type { NewOrder, Order } from '../../shared/domain/order.ts';
import { mergeLines, placeOrders } from '../../shared/domain/place-order.ts';
import type { Product } from '../../shared/domain/product.ts';
import { Problem } from '../../shared/problem.ts';
import { commitBudget } from '../../shared/table/agencies.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/merchants.ts';
import { getOrder, insertOrder, OrderRecord } from '../../shared/table/orders.ts';
import { getProducts } from '../../shared/table/products.ts';
import { takeStock } from '../../shared/table/stock.ts';
import { commit, type Write } from '../../shared/table/table.ts';
import { endpoint } from '../endpoint.ts';
import { expectAgency, expectCity, firstResult } from '../expect.ts';
import type { World } from '../world.ts';

/** The shops and products a cart names, each read once. */
const readCart = async (world: World, { shops }: NewOrder) => {
  if (new Set(shops.map(({ merchantId }) => merchantId)).size < shops.length)
    throw new Problem('invalid_request', 'Gabungkan barang dari toko yang sama.', [
      { pointer: '/shops', detail: 'Satu toko satu kali.' },
    ]);
  const [merchants, products] = await Promise.all([
    Promise.all(shops.map(({ merchantId }) => getMerchant(world.table, merchantId))),
    getProducts(
      world.table,
      shops.flatMap((shop) => mergeLines(shop).map(({ productId }) => ({ merchantId: shop.merchantId, productId }))),
    ),
  ]);
  const found = <T>(value: T | undefined): value is T => value !== undefined;
  return {
    merchants: new Map(merchants.filter(found).map((merchant) => [merchant.merchantId, merchant])),
    products: new Map(products.filter(found).map((product) => [product.productId, product])),
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
export const placeOrder = endpoint('POST /orders', async (ask, world) => {
  const { merchants, products } = await readCart(world, ask.body);
  const city = await expectCity(world, firstMerchant(ask.body, merchants).cityCode);
  const own = ask.body.shops.findIndex(({ merchantId }) => actsForMerchant(ask.caller, merchantId));
  if (own >= 0)
    throw new Problem('own_order', 'Anda tidak bisa memesan dari toko sendiri.', [
      { pointer: `/shops/${own}/merchantId`, detail: 'Toko Anda sendiri.' },
    ]);
  const orders = placeOrders({
    order: ask.body,
    city,
    merchants,
    products,
    agencyName: await agencyName(world, ask, city.cityCode),
    buyer: ask.caller.person,
    now: world.now(),
    orderIds: ask.body.shops.map(({ merchantId }) => ask.newId('ord', merchantId)),
  });
  const total = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const { agency } = ask.body;
  const year = dayOf(world.now(), city.zone).slice(0, 4);
  const existing = await commit(world.table, [
    ...orders.map((order) => insertOrder({ ...order, request: ask.fingerprint })),
    ...orders.flatMap((order, place) => takes(order, place, products, ask.body)),
    ...(agency ? [commitBudget(agency.agencyId, year, agency.budgetCode, total)] : []),
  ]);
  return { orders: existing ? await firstOrders(world, existing, orders, ask) : orders };
});

/** A repeat meets its own first result, wherever those orders stand by now. */
const firstOrders = async (
  world: World,
  existing: Record<string, unknown>,
  orders: readonly Order[],
  ask: { fingerprint: string },
) => {
  firstResult(existing, ask, OrderRecord);
  const found = await Promise.all(orders.map(({ orderId }) => getOrder(world.table, orderId)));
  return found.filter((order) => order !== undefined);
};
