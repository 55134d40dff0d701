/** What a buyer asks for. `place` is a Kemendagri code (district or village). */
export type RankingRequest = {
  /** Null for a list over all categories. */
  category: string | null;
  quantity: number;
  place: string;
  /** In how many equal lots the order may be delivered; absent or 1 for an order to one owner. */
  lots?: number;
  /** Words searched for. */
  text?: string;
  /** A district whose shops alone are listed. */
  shopsIn?: string;
};

/**
 * What prices of like goods an offer is compared with, rupiah for one unit: the month's reference, found from prices paid
 * (`paid`), or what owners ask today. With fewer than three owners of like goods
 * in the city the same goods in the province speak, then their own past; `few` is none of these: no verdict.
 */
export type PriceEvidence = {
  medianRupiah: number;
  /** Owners behind the median, each with the lowest price. */
  owners: number;
  source: 'paid' | 'like' | 'province' | 'past' | 'few';
};

/**
 * One offer of one shop for the goods asked for. Goods need not be alike: prices are compared by `like`.
 * Offer ids are unique; `ownerId` is the owner's cluster (owner-cluster.ts), never the account.
 */
export type Offer = {
  offerId: string;
  shopId: string;
  ownerId: string;
  verified: boolean;
  open: boolean;
  /** Kemendagri codes of the areas delivered to; `35.73` includes every district and village of that city. */
  deliversTo: readonly string[];
  capacityUnits: number;
  priceRupiah: number;
  ratingSum: number;
  ratingCount: number;
  /** The official ceiling of its goods, for one unit (ceiling.ts). */
  ceilingRupiah?: number;
  /** What its price is compared with; left out, with all offers of the call that leave it out. */
  like?: PriceEvidence;
  /** How near it is to the words searched for: 0 stands first. Left out where nothing was searched. */
  tier?: number;
  /** The fewest units one order of it may have. */
  minUnits?: number;
  /** False when it cannot be delivered on the day asked for. */
  onDay?: boolean;
};

/**
 * What the ledger says of one owner. V is a safe integer of rupiah: one amount is at most Rp 10¹² (RUPIAH_MAX), so
 * 9,007 of the largest possible orders in 90 days still fit, and sorting stays in Number.
 */
export type OwnerFigures = {
  /** The step of V where V itself is not known: in a replay from what is published. V is then only an order among equals. */
  step?: number;
  /** Where this owner steps up between two rungs (`offsetOf`); 0 where the ledger has no key for it. */
  offset?: number;
  /** V: platform orders accepted and not cancelled in the window, over all shops of the owner. */
  recentSalesRupiah: number;
  /** X in millionths of one impression at rank 1 (exposure.ts). */
  exposure: number;
};

/** The state of all owners at one version, the version printed on the page. An owner not in it has sold nothing. */
export type Ledger = { version: string; owners: ReadonlyMap<string, OwnerFigures> };

/** An amount that is not a whole, safe, non-negative number of rupiah (or of exposure units). */
export class AmountNotWhole extends Error {
  constructor(what: string, value: unknown) {
    super(`${what} is not a whole non-negative safe number: ${String(value)}`);
    this.name = 'AmountNotWhole';
  }
}

/** A total as the ledger keeps it (BigInt or Number) as the safe Number that ranking uses. @throws AmountNotWhole */
export const safeRupiah = (value: bigint | number, what = 'amount'): number => {
  const amount = Number(value);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new AmountNotWhole(what, value);
  return amount;
};

/** The fewest units one supplier may be asked for: the whole quantity, or one share when the order is split. */
export const shareUnits = (request: RankingRequest): number => Math.ceil(request.quantity / (request.lots ?? 1));

/** Whether an area code covers a place: the same code or one of its parents. */
export const covers = (area: string, place: string): boolean =>
  place === area || (place.startsWith(area) && place[area.length] === '.');
