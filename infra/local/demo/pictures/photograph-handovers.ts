import type { Key, Output } from '../../../../shared/contract.ts';
import { agenciesOfCity } from '../../../../shared/table/agencies.ts';
import { everyEntry } from '../../../../shared/table/engine/pages.ts';
import type { Table } from '../../../../shared/table/engine/table.ts';
import { photosOfOrder } from '../../../../shared/table/orders/order-photos.ts';
import { getOrders, ordersOfAgency } from '../../../../shared/table/orders/orders.ts';
import type { Asked } from '../event.ts';

/** So many of an office's newest orders show what came: enough to see how, and drawn in seconds. */
const EACH = 3;
const LOOKED = 30;

export type Ask = <K extends Key>(key: K, person: string, asked: Asked<K>) => Promise<Output<K>>;
type Camera = {
  readonly table: Table;
  readonly ask: Ask;
  /** A drawn picture of a good as a photo, or undefined where nobody has drawn it. */
  readonly photoOf: (good: string, seed: string) => Promise<Uint8Array | undefined>;
};

/** Offices photograph what they received, and file the page of it; an order that has its picture is left alone. */
export const photographHandovers = async (cityCode: string, { table, ask, photoOf }: Camera): Promise<void> => {
  for (const { agencyId } of await everyEntry((after) => agenciesOfCity(table, cityCode, { limit: 100, after }))) {
    const { items } = await ordersOfAgency(table, agencyId, { limit: LOOKED });
    const received = items.filter(({ state }) => state === 'received').slice(0, EACH);
    for (const order of await getOrders(
      table,
      received.map(({ orderId }) => orderId),
    )) {
      const [line] = order?.lines ?? [];
      if (!order || !line || (await photosOfOrder(table, order.orderId, 'handover')).length > 0) continue;
      const bytes = await photoOf(line.name, order.orderId);
      if (!bytes) continue;
      const { orderId, buyer } = order;
      await ask('POST /orders/{orderId}/photos/{purpose}', buyer, { params: { orderId, purpose: 'handover' }, bytes });
      await ask('POST /orders/{orderId}/papers/{kind}', buyer, { params: { orderId, kind: 'foto' } });
    }
  }
};
