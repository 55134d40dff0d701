import * as z from 'zod';
import { Day } from '../basics/month-schema.ts';
import { MerchantId } from '../register/merchant.ts';
import { ProductId } from './new-product.ts';
import type { Stock } from './stock.ts';

export const StockCount = z
  .strictObject({
    amount: z.int().min(0).max(1_000_000).describe('Pieces on the shelf now, or pieces a day from now on'),
  })
  .meta({ id: 'StockCount' });

const counts = {
  counted: z.int().describe('Pieces there are'),
  promised: z.int().describe('Of them promised to buyers and not sent yet'),
  free: z.int().describe('Left to order'),
  short: z.int().describe('Promised beyond what there is: fulfil or call off orders'),
} as const;

/** What a count of the shelf, or a new daily capacity, leads to. */
export const CountedStock = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    ...counts,
    days: z
      .array(z.object({ day: Day, ...counts }))
      .describe('Of a daily capacity: days from today on that have orders; the figures above are a day without any'),
  })
  .meta({ id: 'CountedStock' });

export const countsOf = ({ given, taken, free }: Pick<Stock, 'given' | 'taken' | 'free'>) => ({
  counted: given,
  promised: taken,
  free: Math.max(0, free),
  short: Math.max(0, -free),
});
