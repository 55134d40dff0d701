import type { Order } from '../../../shared/domain/orders/order.ts';
import { partiesOf } from '../../../shared/domain/orders/order-parties.ts';
import { getOrder, OrderRecord } from '../../../shared/table/orders/orders.ts';
import type { Ask } from '../../http/endpoint.ts';
import { firstResult } from '../../http/idempotency.ts';
import type { World } from '../../world.ts';
import type { FoundCart } from './read-cart.ts';

export type PlaceOrder = Ask<'POST /orders'> & { readonly found: FoundCart };

/** One id per shop; under an Idempotency-Key the same ones for ever. */
export const orderIds = ({ body, newId }: PlaceOrder) => body.shops.map((_, index) => newId('ord', String(index)));

/**
 * What the same key made before, wherever those orders stand by now; undefined when it made nothing. They were written
 * together: whoever has seen the first sees the others, while reading all at once could see only the later half.
 */
export const firstOrders = async (ask: PlaceOrder, world: World): Promise<Order[] | undefined> => {
  const read = (orderId: string) => getOrder(world.table, orderId);
  const [firstId = '', ...otherIds] = orderIds(ask);
  const first = await read(firstId);
  if (!first || partiesOf(first, ask.caller).length === 0) return undefined;
  const orders = [firstResult(first, ask, OrderRecord), ...(await Promise.all(otherIds.map(read)))];
  return orders.filter((order) => order !== undefined);
};
