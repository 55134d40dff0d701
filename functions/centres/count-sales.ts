import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import type { CentreSale } from '../../shared/domain/centres/sale.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { putCentreSale } from '../../shared/table/centres/market-days.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { type Failed, gathered } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { type World, workingWorld } from '../world.ts';

const AT_ONCE = 8;

type Asked = { readonly orderId: string };
const receivedIn = ({ type, detail }: MarketEvent): Asked[] =>
  type === 'OrderReceived' ? [{ orderId: detail.orderId }] : [];

/** What was handed over of an order at its centre, a record for each month it came in; of other orders nothing. */
const salesOf = ({ delivery, lines, handovers, ...order }: Order): CentreSale[] => {
  const slug = delivery?.centre?.slug;
  if (slug === undefined) return [];
  const { cityCode, orderId, merchantId, merchantName, ownerId } = order;
  const lineOf = new Map(lines.map((line) => [line.productId, line]));
  return [...Map.groupBy(handovers, ({ month }) => month)].map(([month, own]) => {
    const byCategory: CentreSale['byCategory'] = {};
    for (const { productId, quantity } of own.flatMap((handover) => handover.lines)) {
      const line = lineOf.get(productId);
      if (line?.category) byCategory[line.category] = (byCategory[line.category] ?? 0) + quantity * line.priceRupiah;
    }
    return { cityCode, slug, month, orderId, merchantId, merchantName, ownerId, byCategory };
  });
};

/** Counts one order. */
export const countSale = async (world: World, orderId: string): Promise<void> => {
  const order = await getOrder(world.table, orderId);
  for (const sale of order ? salesOf(order) : []) await commit(world.table, [putCentreSale(sale)]);
};

const count = (world: World, asked: readonly Asked[], failed: Failed<Asked>): Promise<void> =>
  inParallel(asked, AT_ONCE, async (one) => {
    await countSale(world, one.orderId).catch((error: unknown) => failed(one, error));
  });

/** Keeps what was picked up at centres. Decides from orders as they are now: twice or late, a sale is one. */
export const countSales =
  (world: () => World) =>
  (batch: unknown): Promise<SQSBatchResponse> =>
    gathered(world(), batch, { asks: receivedIn, does: (asked, failed) => count(world(), asked, failed) });

export const handler = countSales(workingWorld());
