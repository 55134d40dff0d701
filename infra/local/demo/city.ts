import { type Day, dayOf, type Instant, type Month } from '../../../shared/domain/basics/month.ts';
import type { DeliveryTerms } from '../../../shared/domain/deliveries/terms.ts';
import type { PaymentWays } from '../../../shared/domain/payments/ways.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import type { DemoMarket } from './market.ts';
import type { DemoCity } from './places.ts';
import type { Offered } from './shops/goods.ts';
import type { PlannedShop } from './shops/plan-shops.ts';
import type { Span } from './span.ts';

/** An offer in the catalogue, with the price it has now. */
export type ShopProduct = Offered & { readonly productId: string; priceRupiah: number };

/** A shop of the demo as far as buyers need to know it. `open` from its verification on. */
export type Shop = PlannedShop & {
  merchantId: string;
  open: boolean;
  /** The month of its verification. */
  since: Month | null;
  readonly products: ShopProduct[];
  /** How it takes its money, once it said so. */
  ways: PaymentWays | null;
  /** What it asks for bringing goods, once it said so. */
  terms?: DeliveryTerms;
  /** Who tells the shop of its money, when it has somebody for it. */
  provider?: 'midtrans';
  /** By how much more buyers are drawn to it since it learned something. */
  lift?: number;
  /** Who helps the owner, from a day on. */
  helper?: { readonly person: string; readonly since: Day };
};

export type Office = {
  readonly agencyId: string;
  readonly name: string;
  readonly district: string;
  readonly buyer: string;
  readonly buyerName: string;
  readonly approver: string;
  readonly treasurer: string;
  readonly weight: number;
};

/** A review, for who reports, hides or takes it back later. */
export type Written = {
  readonly reviewId: string;
  readonly orderId: string;
  readonly by: string;
  readonly stars: number;
  readonly on: Day;
  readonly shop: Shop;
};

/** One city while its year is lived: who is there, and what is still to happen. */
export type Scene = {
  readonly market: DemoMarket;
  readonly plan: DemoCity;
  readonly city: City;
  readonly span: Span;
  readonly agenda: Agenda;
  readonly shops: Shop[];
  readonly offices: Office[];
  /** What buyers wrote, as it was written. */
  readonly reviews: Written[];
  /** Months whose report the city opened again, for the close that has to follow. */
  readonly corrected: { readonly on: Day; readonly month: Month }[];
};

export const sceneOf = (market: DemoMarket, plan: DemoCity, city: City, span: Span): Scene => ({
  market,
  plan,
  city,
  span,
  agenda: agendaOf(city.zone, span.until),
  shops: [],
  offices: [],
  reviews: [],
  corrected: [],
});

export const adminOf = ({ slug }: DemoCity): string => `admin-${slug}`;
/** Who goes to the shops of the city’s first kecamatan. */
export const districtOfficerOf = ({ slug }: DemoCity): string => `petugas-${slug}`;
export const inspectorateOf = ({ slug }: DemoCity): string => `inspektorat-${slug}`;
/** Who is sent to shops anywhere in the city. */
export const fieldOfficerOf = ({ slug }: DemoCity): string => `lapangan-${slug}`;
export const mentorOf = ({ slug }: DemoCity): string => `pendamping-${slug}`;
export const todayIn = ({ city }: Pick<Scene, 'city'>, at: Instant): Day => dayOf(at, city.zone);
