import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { Instant } from '../../basics/month-schema.ts';
import { ProductId } from '../../catalogue/new-product.ts';
import { DecisionId } from './choice.ts';

const Own = z.object({
  productId: ProductId,
  name: z.string(),
  category: Category,
  decisionId: DecisionId,
  rank: z.int().nullable().describe('Its rank in the list of its category; null below the line'),
  owners: z.int().describe('Owners above the line'),
  above: z.boolean(),
  behind: z.boolean().describe('Whether another offer of the owner stands first'),
  reasons: z.array(z.looseObject({ reason: z.string() })),
  priceRupiah: Rupiah,
  medianRupiah: z.number().nullable(),
  lineRupiah: z.number().nullable(),
  unitRupiah: z.int(),
  step: z.int().describe('How many rungs V passed'),
  stepFromRupiah: Rupiah.nullable().describe('From which V on this owner stands on the step this month; null as V'),
  stepToRupiah: Rupiah.nullable().describe('The V from which on it stands higher; null as V'),
  sentence: z.string(),
});

/** "Mengapa saya di urutan ini": the owner's numbers, and what the gate said of each product. */
export const OwnRanking = z
  .object({
    merchantId: z.string(),
    ownerId: z.string(),
    shops: z.int().describe('Shops counted as this owner’s'),
    ledgerVersion: z.string(),
    ledgerAt: z.string().nullable(),
    policyVersion: z.int(),
    windowDays: z.int(),
    recentSalesRupiah: Rupiah.nullable().describe(
      'V: platform orders of the window, over all shops and categories; null where a shop of somebody else is counted along. While a visit is awaited 500 billion are added for the commitment',
    ),
    visit: z
      .object({ since: Instant, due: Instant, tried: z.boolean() })
      .nullable()
      .describe('Since when a visit of the city is awaited, and when it should have come; null where none is'),
    opening: z
      .string()
      .nullable()
      .describe('SHA-256 of this, a space and V is the commitment beside every rank of the owner; null as V'),
    exposure: z.int().describe('X: how much it was shown, in millionths of one impression at rank 1'),
    rating: z.number().describe('As the gate counts it, with the belief about an unknown owner'),
    ratingCount: z.int(),
    orders: z
      .array(
        z.object({
          orderId: z.string(),
          at: Instant,
          state: z.enum(['accepted', 'cancelled', 'refused']),
          valueRupiah: Rupiah,
          countedRupiah: Rupiah.describe('What it counts as in V, before the rating weighs it'),
        }),
      )
      .describe('This shop’s orders in the ledger, newest first'),
    products: z.array(Own),
    sentence: z.string(),
  })
  .meta({ id: 'OwnRanking' });
export type OwnRanking = z.infer<typeof OwnRanking>;
