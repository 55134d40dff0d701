import type { Order } from '../../shared/domain/orders/order.ts';
import { partiesOf } from '../../shared/domain/orders/order-parties.ts';
import { actsForMerchant, type Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import type { World } from '../world.ts';

const noOrder = () => new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');

/** An order for those who sell or buy it; the city judges goods, not couriers. */
export const expectPartiesOrder = async ({ table }: World, caller: Caller, orderId: string) => {
  const order = await getOrder(table, orderId);
  const parties = order ? partiesOf(order, caller) : [];
  const [sells, buys] = [parties.includes('merchant'), parties.includes('buyer')];
  if (!order || !(sells || buys)) throw noOrder();
  return { order, sells, buys };
};

/** An order for the people of its shop. */
export const expectShopsOrder = async ({ table }: World, caller: Caller, orderId: string): Promise<Order> => {
  const order = await getOrder(table, orderId);
  if (!order || !actsForMerchant(caller, order.merchantId)) throw noOrder();
  return order;
};

/** Goods are sent from when the shop accepted until nothing of them is to come. */
const sendable: ReadonlySet<Order['state']> = new Set(['accepted', 'delivered', 'partly_received', 'disputed']);
/** Whether somebody still waits for goods of it. */
export const isAwaited = (order: Order | undefined): boolean => order !== undefined && sendable.has(order.state);

/** Refuses to send what is fetched, or what nobody waits for. @throws Problem */
export const requireSendable = ({ state, delivery }: Order): void => {
  if (delivery?.way === 'pick-up')
    throw new Problem('delivery_not_offered', 'Pesanan ini diambil sendiri oleh pembeli. Tidak ada yang diantar.');
  if (!sendable.has(state))
    throw new Problem('order_moved_on', 'Kurir dikirim setelah pesanan diterima toko, sebelum pesanan selesai.');
};
