import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { ReportKind } from './goods-report.ts';
import { ProductId } from './new-product.ts';

export const CaseState = z.enum(['open', 'kept', 'withdrawn']).meta({ id: 'GoodsCaseState' });
export type CaseState = z.infer<typeof CaseState>;

/** One product that people pointed the city to, or that the city took up itself. Who reported is in no answer. */
export const GoodsCase = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string(),
    merchantName: z.string(),
    state: CaseState,
    reports: z.int().describe('People who reported it, ever'),
    kinds: z.record(z.string(), z.int()).describe('How many for which reason'),
    texts: z.array(z.object({ kind: ReportKind, text: z.string(), at: Instant })).describe('The latest, newest first'),
    bans: z
      .array(z.object({ goods: z.string(), reason: z.string(), at: Instant }))
      .default([])
      .describe('Rules its name falls under that came after it was on sale, oldest first'),
    openedAt: Instant,
    decisions: z
      .array(z.object({ state: CaseState, reason: z.string(), by: z.string(), at: Instant }))
      .describe('What the city decided, oldest first'),
    version: z.int(),
  })
  .meta({ id: 'GoodsCase' });
export type GoodsCase = z.infer<typeof GoodsCase>;
