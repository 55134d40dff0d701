import type { OrderDelivery } from '../../deliveries/order-delivery.ts';
import type { NewOrder, Order } from '../order.ts';
import type { Seller } from './cart-facts.ts';

/** Where the goods change hands: the buyer's address, the shop's own place, or a centre. */
export const placeOf = (
  { pickUp, centre }: Pick<OrderDelivery, 'pickUp' | 'centre'>,
  { deliverTo }: NewOrder,
  { district }: Seller,
): Order['deliverTo'] =>
  pickUp ? { address: pickUp.address, district: centre?.district ?? district } : (deliverTo as Order['deliverTo']);
