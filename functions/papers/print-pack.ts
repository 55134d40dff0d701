import type { Download } from '../../shared/contract/route/download.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { holds } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getOrders, ordersPlacedAt } from '../../shared/table/orders/orders.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { bundleOf, paperReaders, papersOf } from './issued-papers.ts';
import { expectOfficeOrder } from './paper-facts.ts';

type OfficeOrder = Order & { readonly agencyId: string };

/** What was ordered at once, over all its shops, this order among it. */
const packageWith = async ({ table }: World, order: OfficeOrder): Promise<readonly { orderId: string }[]> => {
  const { items } = await ordersPlacedAt(table, order.agencyId, order.placedAt);
  const found = await getOrders(
    table,
    items.map(({ orderId }) => orderId),
  );
  return found.flatMap((one) =>
    one?.buyer === order.buyer && one.packageId === order.packageId ? [{ orderId: one.orderId }] : [],
  );
};

export const printPack = endpoint(
  'GET /orders/{orderId}/papers/pdf',
  async ({ params, query, caller }, world): Promise<Download> => {
    const order = await expectOfficeOrder(world, params.orderId, caller);
    // The shop has its own papers; what other shops of the package wrote is the office's.
    if (query.of === 'package' && !holds(caller, `agency:${order.agencyId}`, paperReaders))
      throw new Problem('not_allowed', 'Berkas seluruh paket dicetak oleh dinas.');
    const orders = query.of === 'package' ? await packageWith(world, order) : [order];
    const papers = (await papersOf(world, orders)).flat();
    if (papers.length === 0)
      throw new Problem('paper_not_found', 'Belum ada surat yang terbit. Terbitkan dulu di halaman pesanannya.');
    const title = `Berkas ${order.agency?.purpose ?? ''}, ${order.agency?.name ?? ''}`;
    return {
      name: `berkas-${order.orderId}.pdf`,
      type: 'application/pdf',
      bytes: await bundleOf(world, papers, title),
    };
  },
);
