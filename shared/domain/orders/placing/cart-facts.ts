import type { Instant } from '../../basics/month.ts';
import type { Product } from '../../catalogue/product.ts';
import type { Centre } from '../../centres/centre.ts';
import type { DeliveryTerms } from '../../deliveries/terms.ts';
import type { City } from '../../places/city.ts';
import type { Merchant } from '../../register/merchant.ts';
import type { NewOrder } from '../order.ts';
import type { Cart } from './cart.ts';

/** What an order says of its shop, and is refused by. */
export type Seller = Pick<
  Merchant,
  'merchantId' | 'cityCode' | 'name' | 'district' | 'ownerId' | 'status' | 'pausedUntil'
>;

/** What was read for a cart: everything the decision needs, nothing it has to fetch. */
export type CartFacts = {
  readonly order: NewOrder;
  /** Its shops and lines, normalised. */
  readonly cart: Cart;
  readonly city: City;
  readonly merchants: ReadonlyMap<string, Seller>;
  readonly products: ReadonlyMap<string, Product>;
  /** What each shop says of bringing its goods; a shop that is missing has said nothing. */
  readonly terms: ReadonlyMap<string, DeliveryTerms>;
  /** Centres of the city that goods are picked up at, by the name in their address. */
  readonly centres?: ReadonlyMap<string, Centre>;
  readonly agencyName: string | null;
  readonly buyer: string;
  readonly now: Instant;
  /** One id per shop, in order. */
  readonly orderIds: readonly string[];
};
