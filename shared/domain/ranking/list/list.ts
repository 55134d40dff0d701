import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { Day, Instant } from '../../basics/month-schema.ts';
import { ProductCard, ProductId } from '../../catalogue/product.ts';
import { PolicyRule } from '../policy/policy-change.ts';
import { decidedBys } from '../rule/ranking.ts';
import { DecisionId } from './choice.ts';
import { Decision } from './decision-record.ts';

/** P of a list and the numbers behind it, rupiah for one unit. */
const ListPriceLine = z
  .object({
    medianRupiah: z.number().nullable(),
    owners: z.int().describe('Owners behind the median'),
    tolerancePercent: z.int(),
    ceilingRupiah: z.int().nullable(),
    source: z.enum(['paid', 'like', 'province', 'past']).nullable(),
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
    owners: z.int().describe('Owners above the line: a turn each'),
    above: z.int().describe('Offers above the line'),
    below: z.int(),
    line: ListPriceLine.describe('Of goods that are all alike; else null, each rank has its own'),
  })
  .meta({ id: 'RankingOfList' });
export type RankingOfList = z.infer<typeof RankingOfList>;

/**
 * One rank in a list and why. V is told in steps of a usual order; in rupiah it is its owner's and the city's to know.
 * X in millionths of one impression at rank 1.
 */
export const RankInList = z
  .object({
    productId: ProductId,
    ownerId: z.string(),
    rank: z.int(),
    above: z.boolean(),
    sentence: z.string(),
    decidedBy: z.enum(decidedBys).nullable(),
    reasons: z.array(z.looseObject({ reason: z.string() })).describe('All that keeps it below the line, with numbers'),
    ownerRank: z.int().nullable().describe('Rank of its owner’s first offer; other goods of the owner follow later'),
    otherProductIds: z.array(ProductId).describe('The owner’s other offers that passed, behind this first one'),
    step: z.int().describe('⌊V/u⌋: how many usual orders the owner received'),
    waits: z
      .boolean()
      .default(false)
      .describe(
        'To be visited by the city first: its steps count on from 500 thousand million, after everybody else’s',
      ),
    salesOrder: z.int().describe('Among owners equal in step and X: which V comes first'),
    commitment: z.string().describe('SHA-256 of the owner’s opening and V: the owner can check it'),
    exposure: z.int(),
    medianRupiah: z.number().nullable().describe('Of like goods; null while there is nothing to compare with'),
    lineRupiah: z.number().nullable(),
    compared: z.enum(['paid', 'like', 'province', 'past']).nullable().describe('Whose prices it was compared with'),
  })
  .meta({ id: 'RankInList' });
export type RankInList = z.infer<typeof RankInList>;

/** A card of a fair list. `choiceToken` goes back with the cart line, to say from which list it was chosen. */
export const FairCard = ProductCard.extend({
  ranking: RankInList.optional(),
  choiceToken: z.string().optional(),
  rating: z
    .object({ average: z.number(), count: z.int() })
    .optional()
    .describe('What buyers said of its shop, from three reviews on'),
  cash: z
    .literal(true)
    .optional()
    .describe('May be paid in cash at the door, somewhere: its price is below the ceiling'),
}).meta({ id: 'FairCard' });
export type FairCard = z.infer<typeof FairCard>;

/** An offer with all that decided its rank: what a list is made again from. */
const OfferEvidence = z
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
    like: z.object({ medianRupiah: z.number(), owners: z.int(), source: z.string() }).optional(),
    tier: z
      .int()
      .optional()
      .describe('In a search: 0 for whole words, 1 for beginnings, 2 for other spellings and synonyms'),
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
  rank: z.int().nullable().describe('Its rank in the list of its category; null below the line'),
  owners: z.int().describe('Owners above the line'),
  above: z.boolean(),
  behind: z.boolean().describe('Whether another offer of the owner stands first'),
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
