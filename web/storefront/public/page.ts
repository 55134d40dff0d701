import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import type { City, CityCard } from '../../kit/places.ts';
import type { Product, ProductCard } from '../load.ts';

/** A ranked list as it was drawn, or a part of it. */
export type ShownList = {
  readonly decisionId: string;
  readonly sentence: string;
  readonly from: number;
  readonly items: readonly ProductCard[];
  /** Where it goes on: another written page, or a cursor for the list by script. */
  readonly next: string | null;
};

/** How many shops it has, once they were counted. */
export type CityCount = CityCard & { readonly shops: number | undefined };
export type ShopName = { readonly merchantId: string; readonly name: string; readonly address: string };
export type ShownProduct = Omit<Product, 'left'> & { readonly available: boolean };
/** The middle of what owners of like goods ask, or were paid where the city holds prices against that; and how many they are. */
export type LikePrice = { readonly medianRupiah: number; readonly owners: number; readonly paid: boolean };
/** `next` is the address of the page where there are more. */
export type Reviews = Output<'GET /merchants/{merchantId}/reviews'>;
export type Shop = {
  readonly merchantId: string;
  readonly name: string;
  readonly district: string;
  readonly category: Category;
  readonly description?: string | undefined;
  readonly pausedUntil: string | null;
  /** Where questions go by WhatsApp, when the shop consented to that. */
  readonly phone?: string | undefined;
  readonly address: string;
  readonly cashOnDelivery: boolean;
  /** The ways its goods come and for how much, each in words. */
  readonly delivery: readonly string[];
};
/** What is told of a shop's maker, by its owner's consent. */
export type ShownStory = {
  readonly address: string;
  /** The picture that a chat shows of it. */
  readonly card: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly day: string;
  readonly byName: string;
};
/** A maker in a list of makers. */
export type Maker = {
  readonly name: string;
  readonly district: string;
  readonly address: string;
  readonly beginning: string;
  readonly photo: string | null;
};
export type CentreName = { readonly name: string; readonly address: string };
type ShownCentre = Output<'GET /cities/{city}/centres/{slug}'>;
/** A market day with who has a stall, once that is decided. */
export type CentreDay = ShownCentre['days'][number] & {
  readonly sellers: readonly { readonly merchantName: string; readonly stall: number }[];
};
export type Snapshot = Output<'GET /cities/{city}/snapshots/{month}'>;

/** Everything a public page shows, read ahead. */
export type PublicPage =
  | { readonly kind: 'cities'; readonly cities: readonly CityCount[] }
  | {
      readonly kind: 'home';
      readonly city: City;
      readonly shops: number;
      readonly list: ShownList;
      readonly staples: ShownList | null;
      readonly month: string | null;
      readonly centres: readonly CentreName[];
      /** Of those whose story is told, in the order of the list. */
      readonly makers: readonly Maker[];
    }
  | {
      readonly kind: 'category';
      readonly city: City;
      readonly category: Category;
      readonly part: number;
      readonly list: ShownList;
    }
  | {
      readonly kind: 'district';
      readonly city: City;
      readonly district: City['districts'][number];
      readonly list: ShownList;
      readonly shops: readonly ShopName[];
      readonly makers: readonly Maker[];
    }
  | {
      readonly kind: 'centre';
      readonly city: City;
      readonly centre: Omit<ShownCentre, 'days'>;
      readonly days: readonly CentreDay[];
      /** What was picked up there in the month before this one. */
      readonly sold: { readonly month: string } & Output<'GET /cities/{city}/centres/{slug}/sales'>;
    }
  | { readonly kind: 'seldom'; readonly city: City; readonly list: ShownList }
  | {
      readonly kind: 'shop';
      readonly city: City;
      readonly shop: Shop;
      readonly goods: readonly ShownProduct[];
      readonly reviews: Reviews;
      readonly story: ShownStory | null;
    }
  /** What more buyers said of it than its own page holds; `next` is the part that goes on. */
  | {
      readonly kind: 'reviews';
      readonly city: City;
      readonly shop: Shop;
      readonly part: number;
      readonly reviews: Reviews;
    }
  | {
      readonly kind: 'story';
      readonly city: City;
      readonly shop: Shop;
      readonly goods: readonly ShownProduct[];
      readonly story: ShownStory;
    }
  | {
      readonly kind: 'product';
      readonly city: City;
      readonly shop: Shop;
      readonly product: ShownProduct;
      /** Left out where too few owners sell the like. */
      readonly like?: LikePrice | undefined;
      readonly others: readonly ShownProduct[];
      readonly reviews: Reviews;
    }
  /** What was sold here once: the address stays and leads on, and says nothing of what it was or whose. */
  | {
      readonly kind: 'gone';
      readonly city: City;
      readonly what: 'product' | 'shop' | 'story';
      readonly category: Category | null;
    }
  /** An address that became another one. */
  | { readonly kind: 'moved'; readonly city: City; readonly name: string; readonly to: string }
  | { readonly kind: 'equity'; readonly city: City; readonly snapshot: Snapshot }
  | { readonly kind: 'method'; readonly city: City }
  | { readonly kind: 'missing'; readonly cities: readonly CityCount[] };
