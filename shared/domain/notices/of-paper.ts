import type { Order } from '../orders/order.ts';
import type { Paper } from '../papers/paper.ts';
import { paperKinds } from '../papers/paper-kinds.ts';
import type { Subject } from './next-notice.ts';

/** A paper that an office issued says to the shop that it can be printed and signed. It never changes. */
export const paperSubject = (paper: Paper, { merchantId, cityCode, merchantName }: Order): Subject => ({
  id: `paper ${paper.code}`,
  cityCode,
  version: 1,
  messages: [
    {
      side: 'merchant',
      audience: { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] },
      topic: 'paper-issued',
      at: paper.issuedAt,
      by: paper.issuedBy,
      link: `/pesanan/${paper.orderId}`,
      facts: { name: paper.content.office.name, place: merchantName, goods: paperKinds[paper.kind].name },
    },
  ],
});
