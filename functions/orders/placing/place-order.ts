import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { askedAtOrder } from '../../../shared/domain/integrity/at-order.ts';
import type { NewOrder, Order } from '../../../shared/domain/orders/order.ts';
import { partiesOf } from '../../../shared/domain/orders/order-parties.ts';
import { type Cart, cartOf, requireFits } from '../../../shared/domain/orders/placing/cart.ts';
import { packageOf, recordChoices } from '../../../shared/domain/orders/placing/order-choice.ts';
import { placeOrders } from '../../../shared/domain/orders/placing/place-order.ts';
import { openedPayment } from '../../../shared/domain/payments/payment-of.ts';

import { actsForMerchant, type Caller, holds } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { commitBudget } from '../../../shared/table/agencies.ts';
import { itemsToTake, takeStock } from '../../../shared/table/catalogue/stock.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { opened } from '../../../shared/table/orders/open-orders.ts';
import { getOrder, insertOrder, OrderRecord } from '../../../shared/table/orders/orders.ts';
import { savePayment } from '../../../shared/table/payments/payments.ts';
import { type AllocationRecord, replaceAllocation } from '../../../shared/table/ranking/allocations.ts';
import { expectCity } from '../../http/access.ts';
import { type Ask, readingEndpoint } from '../../http/endpoint.ts';
import { firstResult, orFirstResult } from '../../http/idempotency.ts';
import { openChoice } from '../../reads/choice-tokens.ts';
import type { World } from '../../world.ts';
import { cacheSides } from '../order-sides.ts';
import { chosenCentres } from './chosen-centres.ts';
import { cashSeen, requireChosenWays } from './chosen-ways.ts';
import { openRoom } from './open-room.ts';
import { type FoundCart, factsOf, wantedFor } from './read-cart.ts';
import { tellingLeft } from './told-left.ts';
import { unlistedOf } from './unlisted-lines.ts';

type PlaceOrder = Ask<'POST /orders'> & { readonly found: FoundCart };

const requireForeignShops = (cart: Cart, caller: Caller): void => {
  const own = cart.find(({ merchantId }) => actsForMerchant(caller, merchantId));
  if (own)
    throw new Problem('own_order', 'Anda tidak bisa memesan dari toko sendiri.', [
      { pointer: `${own.pointer}/merchantId`, detail: 'Toko Anda sendiri.' },
    ]);
};

/** The office a buyer orders for, or null for a personal order. Only its buyers and approvers may. */
const agencyName = ({ body: { agency }, caller, found }: PlaceOrder, cityCode: string): string | null => {
  if (!agency) return null;
  const [office] = found.agencies;
  if (!office || !holds(caller, `agency:${agency.agencyId}`, ['buyer', 'approver']))
    throw new Problem('agency_not_found', 'Dinas tidak ditemukan. Periksa lagi tautannya.');
  if (office.cityCode !== cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota toko tersebut.');
  return office.name;
};

/** Pieces of every line, from the shelf or from the day's capacity. */
const stockWrites = (orders: readonly Order[], cart: Cart, products: ReadonlyMap<string, Product>): Write[] =>
  cart.flatMap(({ lines }, index) =>
    lines.flatMap(({ productId, quantity, pointer }) => {
      const [order, product] = [orders[index], products.get(productId)];
      return order && product ? takeStock(product, quantity, order.deliverOn, pointer) : [];
    }),
  );

const budgetWrites = ({ agency }: NewOrder, orders: readonly Order[]): Write[] => {
  const total = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const year = orders[0]?.agency?.budgetYear;
  return agency && year !== undefined ? [commitBudget(agency.agencyId, year, agency.budgetCode, total)] : [];
};

/** The proposed split that a cart follows: each of its orders carries the package's id, and it is taken with them. */
const packaged = (
  orders: readonly Order[],
  packageId: string,
  taken: NonNullable<Order['package']>,
  allocation: AllocationRecord | undefined,
): { orders: readonly Order[]; writes: Write[] } => ({
  orders: orders.map((order) => ({ ...order, packageId, package: taken })),
  writes: allocation
    ? [replaceAllocation({ ...allocation, state: 'placed', packageId, version: allocation.version + 1 })]
    : [],
});

/** What an office is asked about each of its orders, kept with it; it stops nothing. */
const askedOf = (orders: readonly Order[], read: Omit<Parameters<typeof askedAtOrder>[0], 'orders'>) =>
  askedAtOrder({ orders, ...read }).map((asked) => (asked.length > 0 ? { asked } : {}));

/** Order, payment, stock, budget and proposal are one list: all of it happens, or none. */
const place = async (ask: PlaceOrder, world: World) => {
  const { body, caller, found, newId } = ask;
  const cart = cartOf(body);
  const { products, merchants, terms, cityCode } = factsOf(cart, found);
  const city = await expectCity(world, cityCode);
  const centres = await chosenCentres(world, cart, cityCode);
  requireForeignShops(cart, caller);
  requireFits([...products.values()].reduce((sum, product) => sum + itemsToTake(product), 0));
  const [now, [allocation]] = [world.now(), found.allocations];
  const limits = body.agency ? undefined : await openRoom(world, cart, found.open, city.policies);
  const unlisted = await unlistedOf(world, city, cart, products);
  const taken = body.allocationId === undefined ? undefined : packageOf(body, cart, allocation, cityCode, products);
  const facts = {
    order: body,
    cart,
    city,
    merchants,
    products,
    terms,
    centres,
    now,
    agencyName: agencyName(ask, cityCode),
    buyer: caller.person,
    orderIds: orderIds(ask),
  };
  const open = (token: string, productId: string) => openChoice(world, token, productId);
  const choice = { open, today: dayOf(now, city.zone), allocation, products, unlisted };
  const placed = recordChoices(placeOrders(facts), cart, choice);
  await requireChosenWays(world, cart, placed, found, city);
  const { orders, writes } = taken ? packaged(placed, newId('pkg'), taken, allocation) : { orders: placed, writes: [] };
  const asked = askedOf(orders, { products, merchants, today: choice.today });
  const all = [
    // Without a key nobody meets this order by placing it again.
    ...orders.map((order, index) =>
      insertOrder({ ...order, ...asked[index], request: ask.keyed ? ask.fingerprint() : '' }),
    ),
    ...orders.map((order, index) => savePayment(openedPayment(order, cart[index]?.paymentWay))),
    ...(limits ? opened(orders, limits, cashSeen(cart, found)) : []),
    ...stockWrites(orders, cart, products),
    ...budgetWrites(body, orders),
    ...writes,
  ];
  const existing = await tellingLeft(world, caller.person, () => commit(world.table, all));
  if (existing === undefined) {
    cacheSides(world, orders);
    return { orders: [...orders] };
  }
  firstResult(existing, ask, OrderRecord);
  return { orders: (await firstOrders(ask, world)) ?? [...orders] };
};

/** One id per shop; under an Idempotency-Key the same ones for ever. */
const orderIds = ({ body, newId }: PlaceOrder) => body.shops.map((_, index) => newId('ord', String(index)));

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

export const placeOrder = readingEndpoint('POST /orders', wantedFor, (ask, world) =>
  orFirstResult(
    ask,
    async () => {
      const orders = await firstOrders(ask, world);
      return orders && { orders };
    },
    () => place(ask, world),
  ),
);
