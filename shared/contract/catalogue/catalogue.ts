import * as z from 'zod';
import { Day } from '../../domain/basics/month-schema.ts';
import { CountedStock, StockCount } from '../../domain/catalogue/counted-stock.ts';
import { lefts } from '../../domain/catalogue/left.ts';
import { NewProduct, ProductId } from '../../domain/catalogue/new-product.ts';
import { Product } from '../../domain/catalogue/product.ts';
import { ProductChange } from '../../domain/catalogue/product-change.ts';
import { City, CityChange, DistrictVillages, NewCity } from '../../domain/places/city.ts';
import { CityCode, DistrictCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { watchedGoods } from './watched-goods.ts';

const OfCity = z.object({ city: CityCode });
const OfMerchant = z.object({ merchantId: MerchantId });
const OfProduct = OfMerchant.extend({ productId: ProductId });

const CityCard = City.pick({
  cityCode: true,
  name: true,
  provinceCode: true,
  provinceName: true,
  zone: true,
  accent: true,
}).meta({
  id: 'CityCard',
});

const ShownProduct = Product.extend({
  left: z
    .enum(lefts)
    .describe(
      'gone: less than the least that is sold; few: five or fewer, or no more than that least; enough: more. Of a daily capacity, on a day without orders',
    ),
});
const OwnProduct = Product.extend({
  free: z.int().nullable().describe('Pieces nobody was promised; null for daily capacity'),
});

/** Places, products and their shelves. */
export const catalogue = {
  ...watchedGoods,
  'GET /cities': {
    operation: 'list-cities',
    summary: 'Cities on the market',
    access: 'public',
    who: ['anybody'],
    query: z.strictObject(Paging),
    response: Paged(CityCard),
    problems: ['malformed_cursor'],
    cacheSeconds: 300,
  },
  'GET /cities/{city}': {
    operation: 'read-city',
    summary: 'A city: zone, policies, districts',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: City,
    problems: ['city_not_found'],
    cacheSeconds: 300,
  },
  'GET /cities/{city}/settings': {
    operation: 'read-city-settings',
    summary: 'A city as it is this moment, for who changes it: the public answer may be minutes old',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: City,
    problems: ['city_not_found', 'not_allowed'],
  },
  'GET /cities/{city}/districts/{district}': {
    operation: 'read-district',
    summary: 'The villages of a district',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ district: DistrictCode }),
    response: DistrictVillages,
    problems: ['district_not_found'],
    cacheSeconds: 300,
  },
  'PUT /cities/{city}': {
    operation: 'found-city',
    summary: 'Found a city as a tenant, or change its settings',
    access: 'signed-in',
    who: ['operator'],
    params: OfCity,
    body: NewCity,
    response: City,
    problems: ['not_allowed', 'amount_over_policy', 'region_not_found'],
  },
  'PATCH /cities/{city}': {
    operation: 'change-city',
    summary: 'A city changes what it decides for itself: limits, days ahead, clocks, colour',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: CityChange,
    response: City,
    problems: ['city_not_found', 'not_allowed', 'amount_over_policy', 'version_mismatch'],
  },
  'GET /merchants/{merchantId}/products': {
    operation: 'list-shop-products',
    summary: 'What a shop sells, in an order that anybody can make again: one owner, so nobody is ranked',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(Product).extend({
      drawnOn: Day.describe('By price; equals as the key of this day draws their ids'),
      dayKeyHash: z.string().describe('The key itself is published on the next day'),
    }),
    problems: ['merchant_not_found', 'malformed_cursor'],
    cacheSeconds: 30,
  },
  'GET /me/merchants/{merchantId}/products': {
    operation: 'list-own-products',
    summary: "All goods of one's own shop, also withdrawn ones and while the shop waits or is suspended",
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(Product),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /me/merchants/{merchantId}/products/{productId}': {
    operation: 'read-own-product',
    summary: "One of one's own goods, in the catalogue or not",
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfProduct,
    response: OwnProduct,
    problems: ['product_not_found', 'merchant_not_found'],
  },
  'POST /merchants/{merchantId}/products': {
    operation: 'add-product',
    summary: 'Offer a product',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant,
    body: NewProduct,
    response: Product,
    status: 201,
    idempotent: true,
    problems: [
      'merchant_not_found',
      'region_not_found',
      'photo_not_found',
      'product_limit',
      'category_not_possible',
      'content_required',
      'goods_not_allowed',
      'key_reused',
    ],
  },
  'GET /merchants/{merchantId}/products/{productId}': {
    operation: 'read-product',
    summary: 'One product',
    access: 'public',
    who: ['anybody'],
    params: OfProduct,
    response: ShownProduct,
    problems: ['product_not_found', 'merchant_not_found'],
    cacheSeconds: 10,
  },
  'PATCH /merchants/{merchantId}/products/{productId}': {
    operation: 'change-product',
    summary: 'Change or withdraw a product',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfProduct,
    body: ProductChange,
    response: Product,
    problems: [
      'product_not_found',
      'merchant_not_found',
      'region_not_found',
      'photo_not_found',
      'product_limit',
      'category_not_possible',
      'content_required',
      'goods_not_allowed',
      'product_barred',
      'version_mismatch',
    ],
  },
  'PUT /merchants/{merchantId}/products/{productId}/stock': {
    operation: 'count-stock',
    summary: 'Say how many pieces are on the shelf now, or can be made a day',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfProduct,
    body: StockCount,
    response: CountedStock,
    problems: ['product_not_found', 'merchant_not_found'],
  },
} as const satisfies Routes;
