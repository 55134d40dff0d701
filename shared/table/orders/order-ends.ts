import * as z from 'zod';
import { get } from '../engine/reads.ts';
import type { Table } from '../engine/table.ts';

/** Whose an order was, and how it ended; read apart, because all of an order is a large schema. */
const OrderEnd = z.object({
  agencyId: z.string().nullable(),
  merchantId: z.string(),
  ownerId: z.string(),
  state: z.string(),
  history: z.array(z.object({ side: z.string().optional() })),
});

export const getOrderEnd = (table: Table, orderId: string) =>
  get(table, { schema: OrderEnd }, { pk: `ORDER#${orderId}`, sk: 'ORDER' });
