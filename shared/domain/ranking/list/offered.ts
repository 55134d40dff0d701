import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { type Day, weekdayOf } from '../../basics/month.ts';
import { firstDeliveryDay } from '../../catalogue/delivery-days.ts';
import { goodsOf } from '../../catalogue/goods.ts';
import { Product, ProductCard } from '../../catalogue/product.ts';
import { lineOfSought, soughtIn, tierOfName } from '../../search/search-text.ts';
import type { Offer, RankingRequest } from '../rule/request.ts';
import type { Decision } from './decision-record.ts';

/** What a list shows of a product, with the terms that decide whether an order can be met. */
export const OfferedProduct = ProductCard.extend(
  Product.pick({ deliversTo: true, minQuantity: true, closedDays: true, perDay: true }).shape,
);
export type OfferedProduct = z.infer<typeof OfferedProduct>;

/**
 * A product on offer with all that does not depend on what is asked: whose it is, how it is rated, what its price is
 * compared with. Lists of one moment, whatever they ask, are made of the same rows, so these are kept once.
 */
export const Offered = z.object({
  product: OfferedProduct,
  ownerId: z.string(),
  verified: z.boolean(),
  open: z.boolean(),
  ratingSum: z.int(),
  ratingCount: z.int(),
  ceilingRupiah: z.int().optional(),
  like: z.object({
    medianRupiah: z.number(),
    owners: z.int(),
    source: z.enum(['paid', 'like', 'province', 'past', 'few']),
  }),
});
export type Offered = z.infer<typeof Offered>;

/** What a buyer asks of a list. */
export const ListRequest = z.object({
  category: Category.optional(),
  quantity: z.int().optional().describe('Left out on a page that asks for none: then nobody offers too few'),
  district: z.string().optional(),
  deliverOn: z.string().optional(),
  similarTo: z.string().optional(),
  text: z.string().optional(),
  lots: z.int().optional().describe('In how many lots it may be delivered; more than one for a split'),
});
export type ListRequest = z.infer<typeof ListRequest>;

/** With a category a district is where to deliver; without, and in a search, where the shop is. */
const shopsAlone = ({ category, text, district }: ListRequest): string | undefined =>
  category === undefined || text !== undefined ? district : undefined;

/** A request as a record holds it, where an optional word may be spelled out as absent. */
export const requestIn = ({ request }: Pick<Decision, 'request'>): RankingRequest => {
  const { category, quantity, place, lots, text, shopsIn } = request;
  return {
    category,
    quantity,
    place,
    ...(lots === undefined ? {} : { lots }),
    ...(text === undefined ? {} : { text }),
    ...(shopsIn === undefined ? {} : { shopsIn }),
  };
};

export const requestOf = (wish: ListRequest, cityCode: string): RankingRequest => {
  const shopsIn = shopsAlone(wish);
  return {
    category: wish.category ?? null,
    quantity: wish.quantity ?? 1,
    place: shopsIn === undefined ? (wish.district ?? cityCode) : cityCode,
    ...(wish.lots === undefined ? {} : { lots: wish.lots }),
    ...(wish.text === undefined ? {} : { text: lineOfSought(soughtIn(wish.text)) }),
    ...(shopsIn === undefined ? {} : { shopsIn }),
  };
};

/**
 * What of the pieces left decides a list: where fewer are left than asked for. To a split all of it matters up to what is asked, because
 * a share may be of any size. So a list stays the same decision while shops sell from full shelves.
 */
export const decisiveFree = (free: ReadonlyMap<string, number>, { quantity = 1, lots = 1 }: ListRequest) =>
  lots > 1
    ? new Map([...free].map(([productId, left]): [string, number] => [productId, Math.min(left, quantity)]))
    : new Map([...free].filter(([, left]) => left < quantity));

/**
 * The offers among some rows that answer a wish. `free` holds what is left of a shelf, or of the asked day, by product,
 * where that decides (`decisiveFree`). A pure function, so that a past list is made again from its rows.
 */
export const offersOf = (
  rows: readonly Offered[],
  wish: ListRequest,
  {
    today,
    cityCode,
    free,
    tiers,
  }: {
    today: Day;
    cityCode: string;
    free: ReadonlyMap<string, number>;
    /** How near each row is to the words sought, where an index has told; else it is looked up by name. */
    tiers?: ArrayLike<number> | undefined;
  },
): Offer[] => {
  const sought = wish.text === undefined ? undefined : soughtIn(wish.text);
  const shopsIn = shopsAlone(wish);
  const model =
    wish.similarTo === undefined ? undefined : rows.find(({ product }) => product.productId === wish.similarTo);
  const kind = model && goodsOf(model.product);
  const day = wish.deliverOn;
  const offers: Offer[] = [];
  for (const [at, { product, like, ceilingRupiah, ...row }] of rows.entries()) {
    if (shopsIn !== undefined && product.district !== shopsIn) continue;
    if (kind !== undefined && goodsOf(product) !== kind) continue;
    const tier = tiers ? tiers[at] : sought && tierOfName(product.name, sought);
    if (sought && tier === undefined) continue;
    const { productId: offerId, merchantId: shopId, priceRupiah, deliversTo, minQuantity, closedDays } = product;
    const anywhere = shopsIn !== undefined || wish.district === undefined || deliversTo.length === 0;
    offers.push({
      offerId,
      shopId,
      ...row,
      priceRupiah,
      like,
      deliversTo: anywhere ? [cityCode] : deliversTo,
      capacityUnits: free.get(offerId) ?? product.perDay ?? wish.quantity ?? 1,
      minUnits: wish.quantity === undefined ? 1 : minQuantity,
      onDay: day === undefined || (day >= firstDeliveryDay(product, today) && !closedDays.includes(weekdayOf(day))),
      ...(ceilingRupiah === undefined ? {} : { ceilingRupiah }),
      ...(tier === undefined ? {} : { tier }),
    });
  }
  return offers;
};
