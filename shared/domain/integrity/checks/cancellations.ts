import { count } from '../../basics/wording.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';

const LEAST = 3;

/**
 * Buyers who cancel accepted orders again and again. It costs the shop no turn, since only its own cancellation does; but
 * goods were made and a day was taken. The buyer is a keyed hash: who it is, is found through the orders.
 */
export const cancellations = ({ cancelled }: MonthFacts): Finding[] =>
  cancelled.flatMap(({ buyer, orderIds }): Finding[] =>
    orderIds.length < LEAST
      ? []
      : [
          {
            rule: 'buyer-cancels',
            subject: buyer,
            agencyId: null,
            merchantIds: [],
            orderIds,
            question: `Satu pembeli membatalkan ${count(orderIds.length)} pesanan yang sudah diterima penjual. Mengapa?`,
            facts: [{ label: 'Dibatalkan dalam 90 hari', value: count(orderIds.length) }],
            weight: orderIds.length,
          },
        ],
  );
