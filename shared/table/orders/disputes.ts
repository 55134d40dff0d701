import { Dispute, disputeOf } from '../../domain/orders/dispute.ts';
import type { Order } from '../../domain/orders/order.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, remove, type Write } from '../engine/writes.ts';

// | entity  | pk         | sk                      |
// | Dispute | CITY#35.73 | DISPUTE#<due>#<orderId> |
const disputes = entity({
  type: 'Dispute',
  schema: Dispute,
  key: ({ cityCode, dueAt, orderId }: Pick<Dispute, 'cityCode' | 'dueAt' | 'orderId'>) => ({
    pk: `CITY#${cityCode}`,
    sk: `DISPUTE#${dueAt}#${orderId}`,
  }),
});

/** Orders of a city that are disputed, oldest deadline first. */
export const disputesOfCity = (table: Table, cityCode: string, request: Omit<PageRequest, 'pk' | 'prefix'>) =>
  list(table, Dispute, undefined, { pk: `CITY#${cityCode}`, prefix: 'DISPUTE#', ...request });

/** What a move changes of the city's list: an order comes into dispute, gets another deadline, or is in none any more. */
export const disputeWrites = (before: Order, after: Order): Write[] => {
  const [had, has] = [disputeOf(before), disputeOf(after)];
  if (had?.dueAt === has?.dueAt) return [];
  return [...(had ? [remove('Dispute', disputes.key(had))] : []), ...(has ? [put(disputes, has)] : [])];
};
