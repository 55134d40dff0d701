import { dayOf } from '../../shared/domain/basics/month.ts';
import { requireDeliverable } from '../../shared/domain/catalogue/deliverable.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { requireDeliveryDay } from '../../shared/domain/orders/delivery-day.ts';
import { shelfChanges } from '../../shared/domain/orders/holdings.ts';
import { requireOneSide } from '../../shared/domain/orders/one-side.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { clockTermsOf } from '../../shared/domain/orders/order-clocks.ts';
import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { rescheduleOrder } from '../../shared/domain/orders/reschedule-order.ts';
import { Problem } from '../../shared/problem.ts';
import { productOf } from '../../shared/table/catalogue/products.ts';
import { moveStock, takeStock } from '../../shared/table/catalogue/stock.ts';
import type { Found } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { type OrderRecord, replaceOrder } from '../../shared/table/orders/orders.ts';
import { merchantOf } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, readingEndpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { budgetWrites } from './held-writes.ts';
import { sidesOf, wantedOf, withCitySeat } from './order-sides.ts';
import { requireCentreDay } from './placing/chosen-centres.ts';
import { tellingLeft } from './placing/told-left.ts';
import { shopStands } from './shop-stands.ts';

const READ_AGAIN = 'Barang ini sedang tidak dijual. Batalkan pesanan, lalu pesan barang lain.';

/** The goods of an order as they are offered now; a new day is refused for what is withdrawn. */
const requireOffered = (goods: readonly (Product | undefined)[]): Product[] =>
  goods.map((product) => {
    if (!product?.listed)
      throw new Problem('product_withdrawn', READ_AGAIN, [{ pointer: '/deliverOn', detail: 'Sedang tidak dijual.' }]);
    return product;
  });

/** Pieces of a daily capacity leave the old day and are taken of the new one; a shelf is the same on both. */
const dayWrites = (before: Order, after: Order, goods: readonly Product[]): Write[] =>
  shelfChanges(before, after).flatMap((change) => {
    const product = goods.find(({ productId }) => productId === change.productId);
    return product && change.promised > 0
      ? takeStock(product, change.promised, after.deliverOn, '')
      : [moveStock(after.merchantId, change)];
  });

/** The order with the seats of who asks, its shop, and its goods in the order of its lines. */
const wantedFor = async (orderId: string, world: World) => {
  const sides = await sidesOf(world, orderId);
  const { scopes, reads } = wantedOf(orderId, sides);
  const { merchantId = '', productIds = [] } = sides ?? {};
  return {
    scopes,
    reads: {
      ...reads,
      shops: sides ? [merchantOf(merchantId)] : [],
      goods: productIds.map((productId) => productOf(merchantId, productId)),
    },
  };
};
type Rescheduling = Ask<'POST /orders/{orderId}/reschedule'> & {
  readonly found: Found<Awaited<ReturnType<typeof wantedFor>>['reads']>;
};

/** The buyer of an order that waits chooses another day: its pieces, its money and its trail move in one write. */
const rescheduleOne = async (asked: Rescheduling, world: World) => {
  const { order, shops, goods: read } = asked.found;
  const ask = { ...asked, caller: await withCitySeat(world, asked.caller, order) };
  const before = requireParty(order, ask.caller) as OrderRecord;
  const { deliverOn, reason } = ask.body;
  const last = before.history.at(-1);
  if (last?.deliverOn === deliverOn && last.by === ask.caller.person) return before;
  requireVersion(ask, before);
  requireOneSide(before, 'reschedule', ask.caller);
  const city = await expectCity(world, before.cityCode);
  const at = world.now();
  const today = dayOf(at, city.zone);
  const after = rescheduleOrder(before, deliverOn, { caller: ask.caller, at, reason, ...clockTermsOf(city) });
  requireDeliveryDay(deliverOn, { city, office: before.agencyId !== null, now: at });
  await requireCentreDay(world, before, deliverOn);
  const stands = await shopStands(world, 'reschedule', after, today, shops[0]);
  const goods = requireOffered(read);
  for (const [index, product] of goods.entries()) {
    const quantity = before.lines[index]?.quantity ?? 0;
    const district = before.delivery?.pickUp ? null : before.deliverTo.district;
    requireDeliverable({ ...product, minQuantity: 1 }, { day: deliverOn, today, district, quantity, pointer: '' });
  }
  const writes = [replaceOrder(after), ...dayWrites(before, after, goods), ...budgetWrites(before, after), ...stands];
  await tellingLeft(world, ask.caller.person, () => commit(world.table, writes));
  return after;
};

export const reschedule = readingEndpoint(
  'POST /orders/{orderId}/reschedule',
  ({ params }, world) => wantedFor(params.orderId, world),
  rescheduleOne,
);
