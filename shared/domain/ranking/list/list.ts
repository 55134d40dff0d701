import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { Day, Instant } from '../../basics/month.ts';
import { ProductCard, ProductId } from '../../catalogue/product.ts';
import { PolicyRule } from '../policy/policy-change.ts';
import { DecisionId } from './choice.ts';
import { Decision } from './decision-record.ts';

/** P of a list and the numbers behind it, rupiah for one unit. */
export const ListPriceLine = z
  .object({
    medianRupiah: z.number().nullable(),
    owners: z.int().describe('Owners behind the median'),
    tolerancePercent: z.int(),
    ceilingRupiah: z.int().nullable(),
    lineRupiah: z.number().nullable().describe('The most a fair price may be'),
  })
  .meta({ id: 'ListPriceLine' });

/** What a list was made from, and the sentence over it. */
export const RankingOfList = z
  .object({
    decisionId: DecisionId,
    ledgerVersion: z.string(),
    ledgerAt: z.string().nullable().describe('When this version of the ledger was last found to hold'),
    policyVersion: z.int(),
    dayKeyHash: z.string().describe('The key itself is published on the next day'),
    drawnOn: Day,
    unitRupiah: z.int(),
    sentence: z.string(),
    above: z.int(),
    below: z.int(),
    line: ListPriceLine,
  })
  .meta({ id: 'RankingOfList' });
export type RankingOfList = z.infer<typeof RankingOfList>;

/** One rank in a list and why. V in rupiah, X in millionths of one impression at rank 1. */
export const RankInList = z
  .object({
    productId: ProductId,
    ownerId: z.string(),
    rank: z.int(),
    above: z.boolean(),
    sentence: z.string(),
    decidedBy: z.enum(['first', 'recent_sales_step', 'exposure', 'price', 'recent_sales', 'draw']).nullable(),
    reasons: z.array(z.looseObject({ reason: z.string() })).describe('All that keeps it below the line, with numbers'),
    otherProductIds: z.array(ProductId).describe('The owner’s other offers that passed; the cheapest stands for all'),
    recentSalesRupiah: z.int(),
    exposure: z.int(),
    medianRupiah: z.number().nullable(),
    lineRupiah: z.number().nullable(),
  })
  .meta({ id: 'RankInList' });
export type RankInList = z.infer<typeof RankInList>;

/** A card of a fair list. `choice` goes back with the cart line, to say from which list it was chosen. */
export const FairCard = ProductCard.extend({ ranking: RankInList.optional(), choice: z.string().optional() }).meta({
  id: 'FairCard',
});
export type FairCard = z.infer<typeof FairCard>;

/** An offer with all that decided its rank: what a list is made again from. */
export const OfferEvidence = z
  .object({
    offerId: z.string(),
    shopId: z.string(),
    ownerId: z.string(),
    verified: z.boolean(),
    open: z.boolean(),
    deliversTo: z.array(z.string()),
    capacityUnits: z.int(),
    priceRupiah: Rupiah,
    ratingSum: z.int(),
    ratingCount: z.int(),
    ceilingRupiah: z.int().optional().describe('The official ceiling of its goods'),
    goods: z.array(z.string()).optional(),
    minUnits: z.int().optional(),
    onDay: z.boolean().optional(),
  })
  .meta({ id: 'OfferEvidence' });

/** A past list with everything to make it again, and the market's own second making. */
export const Redrawn = z
  .object({
    decision: Decision,
    policy: PolicyRule,
    dayKey: z.string().nullable().describe('Null until the day after: until then ties cannot be drawn by others'),
    dayKeyShownFrom: Day,
    sentence: z.string(),
    line: ListPriceLine,
    replay: z.object({ matches: z.boolean(), differences: z.array(z.string()) }),
    items: z.array(
      RankInList.extend({
        name: z.string(),
        merchantName: z.string(),
        offer: OfferEvidence,
        others: z.array(OfferEvidence).describe('The owner’s offers that the cheapest stands for'),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'RedrawnDecision' });

export const DayKey = z
  .object({
    city: z.string(),
    day: Day,
    hash: z.string().describe('SHA-256 of the key'),
    key: z.string().nullable().describe('Null until `shownFrom`'),
    shownFrom: Day,
  })
  .meta({ id: 'DayKey' });

const Own = z.object({
  productId: ProductId,
  name: z.string(),
  category: Category,
  decisionId: DecisionId,
  rank: z.int().nullable().describe('The owner’s rank in the list of its category; null below the line'),
  owners: z.int().describe('Owners above the line'),
  above: z.boolean(),
  standsFor: ProductId.nullable().describe('The owner’s cheaper offer that stands for this one'),
  reasons: z.array(z.looseObject({ reason: z.string() })),
  priceRupiah: Rupiah,
  medianRupiah: z.number().nullable(),
  lineRupiah: z.number().nullable(),
  unitRupiah: z.int(),
  step: z.int().describe('⌊V/u⌋'),
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
    recentSalesRupiah: Rupiah.describe('V: platform orders of the window, over all shops and categories'),
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
        }),
      )
      .describe('This shop’s orders in the ledger, newest first'),
    products: z.array(Own),
    sentence: z.string(),
  })
  .meta({ id: 'OwnRanking' });
export type OwnRanking = z.infer<typeof OwnRanking>;
