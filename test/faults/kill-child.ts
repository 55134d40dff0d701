/*
 * A process that trades until it is killed: places, accepts, delivers, receives, cancels, several at once, over the real
 * engine. It tells on its output which keys it sends, which were answered and what was received, and is started again with the
 * open ones.
 */
import { documentClient, makeWorld } from '../../functions/world.ts';
import { localClient } from '../../infra/local/engine/engine.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { marketOf } from '../market.ts';
import { randomOf } from './chance/random.ts';
import { silent } from './town/silent.ts';

export type Trade = {
  readonly endpoint: string;
  readonly table: string;
  readonly round: number;
  /** Keys whose answer was never seen. */
  readonly open: readonly string[];
  readonly goods: readonly { merchantId: string; productId: string; owner: string }[];
  readonly deliverOn: string;
};
const AT_ONCE = 6;

const trade = async ({ endpoint, table, round, open, goods, deliverOn }: Trade): Promise<void> => {
  const client = documentClient(localClient(endpoint));
  const world = makeWorld({ ...silent, client, tableName: table, secret: 'only for tests' });
  const { ask } = marketOf(world);
  const random = randomOf(round);
  const tell = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
  const place = async (key: string, product: (typeof goods)[number]): Promise<Order | undefined> => {
    tell({ sent: key });
    const { status, body } = await ask('POST /orders', 'ani', {
      headers: { 'idempotency-key': key },
      body: {
        shops: [{ merchantId: product.merchantId, lines: [{ productId: product.productId, quantity: 1 }] }],
        deliverOn,
        deliverTo: { address: 'Jl. Kawi 2', district: '35.73.02' },
        contact: { name: key, phone: '08123456789' },
      },
    });
    const orders = (body as { orders?: Order[] }).orders ?? [];
    if (status < 500) tell({ answered: key, orders: orders.map(({ orderId }) => orderId) });
    return orders[0];
  };
  const step = (name: string, person: string, order: Order, body?: object) =>
    ask(`POST /orders/{orderId}/${name}`, person, { params: { orderId: order.orderId }, ...(body ? { body } : {}) });
  const person = async (mine: number): Promise<never> => {
    for (let number = 0; ; number++) {
      const product = goods[random.int(goods.length)] as (typeof goods)[number];
      const order = await place(`key-${round}-${mine}-${number}-${goods.indexOf(product)}`, product);
      if (!order) continue;
      if (random.chance(0.4)) {
        await step('cancel', 'ani', order, { reason: 'Tidak jadi' });
        continue;
      }
      await step('accept', product.owner, order);
      await step('deliver', product.owner, order);
      const { status } = await step('receive', 'ani', order, {});
      if (status < 400) tell({ received: order.orderId });
      await world.table.pause(1);
    }
  };
  for (const key of open) await place(key, goods[Number(key.at(-1))] as (typeof goods)[number]);
  await Promise.all(Array.from({ length: AT_ONCE }, (_, mine) => person(mine)));
};

if (process.argv[2]) await trade(JSON.parse(process.argv[2]) as Trade);
