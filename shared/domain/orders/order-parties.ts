import { Problem } from '../../problem.ts';
import { actsForMerchant, type Caller, holds, isCityAdmin } from '../people/caller.ts';
import type { Order } from './order.ts';
import type { OrderParty } from './order-states.ts';

/** The sides of this order a person stands on. The city sees an order only while it is disputed. */
export const partiesOf = (order: Order, caller: Caller): OrderParty[] => {
  const parties: OrderParty[] = [];
  if (actsForMerchant(caller, order.merchantId)) parties.push('merchant');
  if (order.agencyId === null) {
    if (order.buyer === caller.person) parties.push('buyer');
  } else {
    const scope = `agency:${order.agencyId}`;
    if (holds(caller, scope, ['buyer', 'approver', 'treasurer'])) parties.push('buyer');
    if (holds(caller, scope, ['approver'])) parties.push('approver');
  }
  if (order.state === 'disputed' && isCityAdmin(caller, order.cityCode)) parties.push('city');
  return parties;
};

/** Answers the order only to its parties; to everybody else it does not exist. */
export const requireParty = (order: Order | undefined, caller: Caller): Order => {
  if (!order || partiesOf(order, caller).length === 0)
    throw new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');
  return order;
};
