import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { Problem } from '../../../shared/problem.ts';
import { getOrderEnd } from '../../../shared/table/orders/order-ends.ts';
import type { World } from '../../world.ts';

/**
 * The owner, by the name lists know it by, whose shop said no to an order of this office, and is not asked for it again. Only a
 * shop's own no counts: an office that calls its order off, or refuses it, could else leave out whomever it likes.
 */
export const declinedOwner = async (
  { table }: World,
  { ownerOf }: CityLedger,
  orderId: string | undefined,
  agencyId: string,
): Promise<string[]> => {
  if (orderId === undefined) return [];
  const order = await getOrderEnd(table, orderId);
  if (order?.agencyId !== agencyId)
    throw new Problem('order_not_found', 'Pesanan yang diganti tidak ditemukan.', [
      { pointer: '/replaces', detail: 'Tidak ditemukan untuk dinas ini.' },
    ]);
  const saidNo =
    order.state === 'declined' || (order.state === 'cancelled' && order.history.at(-1)?.side === 'merchant');
  if (!saidNo)
    throw new Problem('order_moved_on', 'Pengganti dicari untuk pesanan yang ditolak tokonya.', [
      { pointer: '/replaces', detail: 'Toko tidak menolak pesanan ini.' },
    ]);
  return [ownerOf.get(order.merchantId) ?? order.ownerId];
};
