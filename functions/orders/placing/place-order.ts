import { dayOf } from '../../../shared/domain/basics/month.ts';
import { askedAtOrder } from '../../../shared/domain/integrity/at-order.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { cartOf, requireFits } from '../../../shared/domain/orders/placing/cart.ts';
import { packageOf, recordChoices } from '../../../shared/domain/orders/placing/order-choice.ts';
import { placeOrders } from '../../../shared/domain/orders/placing/place-order.ts';
import { openedPayment } from '../../../shared/domain/payments/payment-of.ts';
import { itemsToTake } from '../../../shared/table/catalogue/stock.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { opened } from '../../../shared/table/orders/open-orders.ts';
import { insertOrder, OrderRecord } from '../../../shared/table/orders/orders.ts';
import { savePayment } from '../../../shared/table/payments/payments.ts';
import { expectCity } from '../../http/access.ts';
import { readingEndpoint } from '../../http/endpoint.ts';
import { firstResult, orFirstResult } from '../../http/idempotency.ts';
import { openChoice } from '../../reads/choice-tokens.ts';
import type { World } from '../../world.ts';
import { cacheSides } from '../order-sides.ts';
import { chosenCentres } from './chosen-centres.ts';
import { cashSeen, requireChosenWays } from './chosen-ways.ts';
import { firstOrders, orderIds, type PlaceOrder } from './first-orders.ts';
import { openRoom } from './open-room.ts';
import { budgetWrites, packaged, stockWrites } from './order-writes.ts';
import { factsOf, wantedFor } from './read-cart.ts';
import { tellingLeft } from './told-left.ts';
import { unlistedOf } from './unlisted-lines.ts';
import { agencyName, requireForeignShops } from './who-orders.ts';

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
