import * as z from 'zod';
import { Category } from '../domain/category.ts';

import { Quantity } from '../domain/money.ts';
import { Day } from '../domain/month.ts';
import { DecisionId } from '../domain/ordering/choice.ts';
import { ProductCard, ProductId } from '../domain/product.ts';
import { CityCode, DistrictCode } from '../domain/region.ts';
import { Decision } from '../domain/ordering/decision-record.ts';
import { Paged, Paging } from './paging.ts';
import type { Routes } from './route.ts';

const OfCity = z.object({ city: CityCode });

export const PriceLine = z
  .object({
    medianRupiah: z.number().nullable(),
    owners: z.int().describe('Owners behind the median'),
    tolerancePercent: z.int(),
    ceilingRupiah: z.int().nullable(),
    lineRupiah: z.number().nullable().describe('The most a fair price may be'),
  })
  .meta({ id: 'PriceLine' });

/** What a list was made from, and the sentence over it. */
export const OrderingOfList = z
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
    line: PriceLine,
  })
  .meta({ id: 'OrderingOfList' });
export type OrderingOfList = z.infer<typeof OrderingOfList>;

/** One place in a list and why. V in rupiah, X in millionths of one showing in first place. */
export const PlaceInList = z
  .object({
    productId: ProductId,
    ownerId: z.string(),
    place: z.int(),
    above: z.boolean(),
    sentence: z.string(),
    decidedBy: z.enum(['first', 'standing_step', 'exposure', 'price', 'standing', 'draw']).nullable(),
    reasons: z.array(z.looseObject({ reason: z.string() })).describe('All that keeps it below the line, with numbers'),
    otherProductIds: z.array(ProductId).describe('The owner’s other offers that passed; the cheapest stands for all'),
    standingRupiah: z.int(),
    exposure: z.int(),
    medianRupiah: z.number().nullable(),
    lineRupiah: z.number().nullable(),
    choice: z.string().describe('Send it back with the cart line to say from which list this was chosen'),
  })
  .meta({ id: 'PlaceInList' });
export type PlaceInList = z.infer<typeof PlaceInList>;

export const FairCard = ProductCard.extend({ ordering: PlaceInList.optional() }).meta({ id: 'FairCard' });
export type FairCard = z.infer<typeof FairCard>;

/** Fair ordering "Urut Merata": lists, why they are so, and how anybody can make them again. */
export const ordering = {
  'GET /cities/{city}/products': {
    operation: 'list-products',
    summary: "A city's catalogue; a category is ordered fairly, and says why",
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject({
      category: Category.optional(),
      district: DistrictCode.optional().describe('With a category: where to deliver; else where the shop is'),
      quantity: z.coerce.number().pipe(Quantity).optional().describe('With a category: how many'),
      deliverOn: Day.optional().describe('With a category: on which day'),
      like: ProductId.optional().describe('With a category: only the kind of goods this product is'),
      text: z.string().trim().min(2).max(60).optional().describe('Beginnings of words in the name'),
      ...Paging,
    }),
    response: Paged(FairCard).extend({ ordering: OrderingOfList.optional() }),
    problems: ['city_not_found', 'product_not_found', 'malformed_cursor'],
    cacheSeconds: 30,
  },
} as const satisfies Routes;
