import type { Instant } from '../basics/month.ts';
import { covers, type Offer } from '../ranking/rule/request.ts';

/** A category, and who asks in it. */
type Category = { readonly offers: readonly Offer[] };
type Scene = {
  readonly category: Category;
  readonly request: {
    readonly at: Instant;
    readonly quantity: number;
    readonly buyer?: { readonly name: number; readonly loyal: boolean };
  };
};

/** Buyers who go back to whom they know, past every list. */
export type Loyalty = {
  /** The loyal buyer's order with the supplier it knows; false when there is none, or it cannot. */
  readonly goesBack: (scene: Scene, place: string, deliver: (offer: Offer) => boolean) => boolean;
  /** Whom a buyer bought from last. */
  readonly remember: (scene: Scene, offerId: string) => void;
};

/** How long a buyer remembers whom it bought from. */
const KNOWN_MS = 90 * 86_400_000;

export const loyalty = (): Loyalty => {
  const known = new WeakMap<Category, Map<number, { readonly offerId: string; readonly at: Instant }>>();
  return {
    goesBack: ({ category, request: { at, buyer, quantity } }, place, deliver) => {
      const last = buyer?.loyal ? known.get(category)?.get(buyer.name) : undefined;
      if (!last || Date.parse(at) - Date.parse(last.at) > KNOWN_MS) return false;
      const offer = category.offers.find(({ offerId }) => offerId === last.offerId);
      return (
        offer !== undefined &&
        offer.capacityUnits >= quantity &&
        offer.deliversTo.some((area) => covers(area, place)) &&
        deliver(offer)
      );
    },
    remember: ({ category, request: { at, buyer } }, offerId) => {
      if (!buyer) return;
      const here = known.get(category) ?? new Map();
      known.set(category, here.set(buyer.name, { offerId, at }));
    },
  };
};
