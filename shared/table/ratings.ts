import { MerchantRating } from '../domain/reviews/merchant-rating.ts';
import { type Freshness, get, type Read, readOf } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { save, type Write } from './engine/writes.ts';

// | entity         | pk          | sk     |
// | MerchantRating | MERCHANT#id | RATING |
const ratingKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'RATING' });
const ratings = entity({
  type: 'MerchantRating',
  schema: MerchantRating,
  key: ({ merchantId }: Pick<MerchantRating, 'merchantId'>) => ratingKey(merchantId),
});

export const getRating = (table: Table, merchantId: string, freshness?: Freshness) =>
  get(table, ratings, ratingKey(merchantId), freshness);
/** The same, read with what else a card says of its shop. */
export const ratingOf = (merchantId: string): Read<MerchantRating> => readOf(ratings, ratingKey(merchantId));
export const saveRating = (rating: MerchantRating): Write => save(ratings, rating);
