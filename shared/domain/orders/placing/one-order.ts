import { type OrderDelivery, orderDelivery } from '../../deliveries/order-delivery.ts';
import { boundedTerms, STARTING_TERMS } from '../../deliveries/terms.ts';
import type { Order } from '../order.ts';
import { dueAfter } from '../order-clocks.ts';
import type { CartShop } from './cart.ts';
import type { CartFacts } from './cart-facts.ts';
import { placeOf } from './handover-place.ts';
import { officeSide } from './office-side.ts';
import { openSeller } from './open-seller.ts';
import { orderLine } from './order-line.ts';

type Chosen = Pick<Order, 'lines' | 'totalRupiah'> & { readonly delivery: OrderDelivery };
/** What a shop brings of a cart and what that comes to, or why it cannot. */
const chosenFrom = (facts: CartFacts, shop: CartShop, merchantName: string): Chosen => {
  const { order, city, now } = facts;
  const { merchantId, pointer, delivery: chosen, deliverOn, dayPointer } = shop;
  const district = chosen.way === 'courier' ? (order.deliverTo?.district ?? '') : null;
  const how = { day: deliverOn, dayPointer, district, city, now };
  const lines = shop.lines.map((line) => orderLine(line, facts.products.get(line.productId), how));
  const goodsRupiah = lines.reduce((sum, line) => sum + line.priceRupiah * line.quantity, 0);
  const delivery = orderDelivery({
    terms: boundedTerms(facts.terms.get(merchantId) ?? STARTING_TERMS, city.policies.deliveryFeeMaxRupiah),
    chosen,
    merchantName,
    district: district ?? '',
    goodsRupiah,
    pointer,
    deliverOn,
    dayPointer,
    centre: facts.centres?.get(chosen.centre ?? ''),
  });
  return { lines, delivery, totalRupiah: goodsRupiah + delivery.feeRupiah };
};

/** The order of one shop of a cart, prices locked; `index` is the shop's place in it. @throws Problem */
export const oneOrder = (facts: CartFacts, shop: CartShop, index: number): Order => {
  const { order, city, now, buyer } = facts;
  const { merchantId, deliverOn } = shop;
  const merchant = openSeller(facts, shop);
  const { lines, delivery, totalRupiah } = chosenFrom(facts, shop, merchant.name);
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
    totalRupiah,
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
