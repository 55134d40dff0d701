import type { MarketEvent } from '../../events/contract.ts';
import type { Category } from '../../shared/domain/basics/category.ts';

/** Pages of goods that are made together: a shop's, with all it sells, for each shows the others; or all of a city. */
export type GoodsName =
  | { readonly page: 'shop'; readonly merchantId: string }
  | { readonly page: 'shops-of-city'; readonly cityCode: string };

/** Pages of goods and shops that show what an event tells of. */
export const goodsShowing = ({ type, detail }: MarketEvent): GoodsName[] => {
  switch (type) {
    case 'ProductChanged':
    case 'ShelfTurned':
    case 'ReviewChanged':
    case 'PaymentWaysChanged':
    case 'DeliveryTermsChanged':
    case 'MerchantVerified':
    case 'MerchantSuspended':
    case 'MerchantChanged':
    case 'ShopEdited':
    // A change makes one event, the weightiest: what a page shows may have changed with these as well.
    case 'OwnerEvidenceChanged':
    case 'ProposalMoved':
    case 'StoryChanged':
      return [{ page: 'shop', merchantId: detail.merchantId }];
    case 'CityChanged':
      return [{ page: 'shops-of-city', cityCode: detail.cityCode }];
    case 'PagesDue':
      return detail.shops
        ? detail.shops.map((merchantId) => ({ page: 'shop' as const, merchantId }))
        : [{ page: 'shops-of-city', cityCode: detail.cityCode }];
    default:
      return [];
  }
};

type OfCity = { readonly cityCode: string };
/** A list of a city, or a family of files over all its goods. */
export type ListName =
  /** The front door, and how many shops this city has on it. */
  | ({ readonly page: 'cities' } & OfCity)
  | ({ readonly page: 'home' | 'seldom' | 'method' | 'sitemap' | 'search' } & OfCity)
  | ({ readonly page: 'category'; readonly category: Category } & OfCity)
  | ({ readonly page: 'district'; readonly district: string } & OfCity)
  | ({ readonly page: 'centre'; readonly slug: string } & OfCity)
  | ({ readonly page: 'equity'; readonly month: string } & OfCity);

/** What an event touches before it is known which lists those are: all of a city, or those a product stands in. */
export type Touched =
  | ListName
  | ({ readonly page: 'every-list' | 'every-centre' } & OfCity)
  | { readonly page: 'lists-of-shop'; readonly merchantId: string }
  /** Of those only what shows its cards: not what is made over all goods of a city for machines. */
  | { readonly page: 'cards-of-shop'; readonly merchantId: string }
  | { readonly page: 'lists-of-product'; readonly merchantId: string; readonly productId: string };

const overAllGoods = (cityCode: string): ListName[] =>
  (['home', 'seldom', 'sitemap', 'search'] as const).map((page) => ({ page, cityCode }));

/** The lists a product stands in. */
export const listsOf = (product: { cityCode: string; category: Category; district: string }): ListName[] => {
  const { cityCode, category, district } = product;
  return [
    { page: 'category', cityCode, category },
    { page: 'district', cityCode, district },
    ...overAllGoods(cityCode),
  ];
};

/** Lists that show what an event tells of. */
export const listsShowing = ({ type, detail }: MarketEvent): Touched[] => {
  switch (type) {
    case 'ProductChanged': {
      const { formerCategory, formerDistrict, category, district, cityCode } = detail;
      const before = { cityCode, category: formerCategory ?? category, district: formerDistrict ?? district };
      return [...listsOf(detail), ...listsOf(before)];
    }
    case 'ShelfTurned':
      return [{ page: 'lists-of-product', merchantId: detail.merchantId, productId: detail.productId }];
    case 'MerchantVerified':
    case 'MerchantSuspended':
    case 'MerchantChanged':
    case 'ShopEdited':
    case 'OwnerEvidenceChanged':
    case 'ProposalMoved':
      return [
        { page: 'cities', cityCode: detail.cityCode },
        { page: 'lists-of-shop', merchantId: detail.merchantId },
      ];
    case 'StoryChanged':
      return [{ page: 'lists-of-shop', merchantId: detail.merchantId }];
    case 'ReviewChanged':
    case 'PaymentWaysChanged':
      return [{ page: 'cards-of-shop', merchantId: detail.merchantId }];
    case 'CityChanged':
      return [
        { page: 'cities', cityCode: detail.cityCode },
        { page: 'every-list', cityCode: detail.cityCode },
      ];
    case 'LedgerMade':
    case 'PolicyDecided':
      return [{ page: 'every-list', cityCode: detail.cityCode }];
    case 'PagesDue':
      return detail.shops
        ? []
        : [
            { page: 'cities', cityCode: detail.cityCode },
            { page: 'every-list', cityCode: detail.cityCode },
          ];
    case 'CentreChanged':
      return [
        { page: 'centre', cityCode: detail.cityCode, slug: detail.slug },
        ...(['home', 'sitemap'] as const).map((page) => ({ page, cityCode: detail.cityCode })),
      ];
    case 'SnapshotTaken':
      // Provinces and the country have their pages in the Dasbor.
      return /^\d{2}\.\d{2}$/.test(detail.place)
        ? [
            { page: 'equity', cityCode: detail.place, month: detail.month },
            { page: 'home', cityCode: detail.place },
            { page: 'every-centre', cityCode: detail.place },
          ]
        : [];
    default:
      return [];
  }
};
