import * as z from 'zod';
import { ProductId } from '../../catalogue/new-product.ts';
import { ProductCard } from '../../catalogue/product.ts';
import { decidedBys } from '../rule/ranking.ts';

/**
 * One rank in a list and why. V is told in steps far apart; in rupiah it is its owner's and the city's to know.
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
    step: z
      .int()
      .describe(
        'How many rungs (10, 16, 25, 40, 63, 100 … rupiah, from the usual order on) V passed; until rule version 3, ⌊V/u⌋',
      ),
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
