import type { Category } from '../basics/category.ts';
import type { Day, Instant, Month } from '../basics/month.ts';
import type { Point } from '../places/meters.ts';
import type { RuleCode } from './rule-code.ts';

/** What the rules know of an accepted order: neither a name nor a phone or an address of anybody. */
export type Purchase = {
  readonly orderId: string;
  /** A keyed hash, as in the ledger; an office is one buyer, whoever of its people acts. */
  readonly buyer: string;
  readonly agencyId: string | null;
  readonly merchantId: string;
  /** The owner as lists count owners: a cluster of shops. */
  readonly ownerId: string;
  readonly category: Category;
  readonly at: Instant;
  readonly day: Day;
  readonly month: Month;
  /** Orders of one cart, or of one split, are one package. */
  readonly packageId: string;
  readonly goodsRupiah: number;
  readonly feeRupiah: number;
  readonly lines: readonly PurchaseLine[];
  /** Owners above the line in the list it was chosen from; null when it came from none. */
  readonly passing: number | null;
  /** What the market knows on both sides of it. */
  readonly sides: readonly ('applicant' | 'phone' | 'noted')[];
};
export type PurchaseLine = {
  /** Kind of goods: what is like what. */
  readonly goods: string;
  readonly name: string;
  readonly unit: string;
  readonly priceRupiah: number;
  readonly quantity: number;
  /** Since when the product is offered; null when it is not known. */
  readonly offeredAt: Instant | null;
};

/** What may show that two shops have one owner. Hashes and ids, compared and never shown. */
export type ShopLinks = {
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly evidence: readonly string[];
};

/** What one merchant reported beside the platform, this month and the two before; null where it reported nothing. */
export type Reported = {
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly category: Category;
  readonly rupiah: readonly [now: number, before: number | null, earlier: number | null];
};

/** A visit of an officer that met somebody, by the record that came of it: where they were, and what they took pictures of. */
export type VisitMade = {
  readonly visitor: string;
  readonly visitorName: string;
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly district: string;
  /** Planned for, and come in on, by the city's clock. */
  readonly day: Day;
  readonly receivedOn: Day;
  readonly place: (Point & { readonly accuracyMeters: number }) | null;
  /** Hashes of pictures. */
  readonly photos: readonly string[];
};

/** Everything a month is looked at by. Purchases of offices and visits go back two months more; purchases of people are the month's. */
export type MonthFacts = {
  readonly month: Month;
  readonly purchases: readonly Purchase[];
  /** By kind of goods, one price of each owner. */
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly shops: ReadonlyMap<string, ShopLinks>;
  readonly offices: ReadonlyMap<string, string>;
  /** Accepted orders that a buyer cancelled in the last quarter. */
  readonly cancelled: readonly { readonly buyer: string; readonly orderIds: readonly string[] }[];
  readonly reports: readonly Reported[];
  readonly visits: readonly VisitMade[];
};

/** So many months, this one with them, are looked at together: thin months say little by themselves. */
export const WINDOW_MONTHS = 3;

/** What a rule found, before it is a question: whom it is about, what stands behind it, and how far from usual it is. */
export type Finding = {
  readonly rule: RuleCode;
  /** Names the subject among all subjects of the rule in a city: the same every month. */
  readonly subject: string;
  readonly agencyId: string | null;
  readonly merchantIds: readonly string[];
  readonly orderIds: readonly string[];
  /** Officers whose doing it asks about. */
  readonly officers?: readonly string[];
  readonly question: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Larger is further from usual; only compared within a rule. */
  readonly weight: number;
};

export const shopName = ({ shops }: MonthFacts, merchantId: string): string =>
  shops.get(merchantId)?.name ?? 'usaha yang tidak terdaftar lagi';
export const officeName = ({ offices }: MonthFacts, agencyId: string): string =>
  offices.get(agencyId) ?? 'dinas yang tidak terdaftar lagi';

/** Purchases of offices, by office. */
export const byOffice = ({ purchases }: MonthFacts): ReadonlyMap<string, readonly Purchase[]> => {
  const found = Map.groupBy(purchases, ({ agencyId }) => agencyId);
  found.delete(null);
  return found as Map<string, Purchase[]>;
};

/** Whether anything of it is of the month that is looked at: what was asked before is not asked again without news. */
export const hasNews = ({ month }: MonthFacts, purchases: readonly Purchase[]): boolean =>
  purchases.some((purchase) => purchase.month === month);

export const packagesIn = (purchases: readonly Purchase[]): number =>
  new Set(purchases.map(({ packageId }) => packageId)).size;
export const idsOf = (purchases: readonly Purchase[]): string[] => purchases.map(({ orderId }) => orderId);
export const sumOf = (purchases: readonly Purchase[]): number =>
  purchases.reduce((sum, { goodsRupiah }) => sum + goodsRupiah, 0);
