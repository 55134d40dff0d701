import * as z from 'zod';
import { CityBans, ShownBans } from '../../domain/catalogue/banned.ts';
import { Decision } from '../../domain/catalogue/decided-case.ts';
import { CaseState, GoodsCase } from '../../domain/catalogue/goods-case.ts';
import { NewGoodsReport } from '../../domain/catalogue/goods-report.ts';
import { ProductId } from '../../domain/catalogue/new-product.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfProduct = z.object({ merchantId: MerchantId, productId: ProductId });

/** What may not be sold, what people report, and what the city decides about it. */
export const watchedGoods = {
  'GET /cities/{city}/banned-goods': {
    operation: 'read-banned-goods',
    summary: 'What may not be sold in a city: by law, and by its own rules',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: ShownBans,
    problems: ['city_not_found'],
  },
  'PUT /cities/{city}/banned-goods': {
    operation: 'set-banned-goods',
    summary:
      'What the city forbids besides; refuses goods from now on, and puts those on sale before the city as cases',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: CityBans,
    response: ShownBans,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/products/{productId}/reports': {
    operation: 'report-goods',
    summary: 'Point the city to goods; once for each person',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfProduct,
    body: NewGoodsReport,
    response: z.object({ reported: z.literal(true) }).meta({ id: 'GoodsReported' }),
    problems: ['product_not_found', 'own_shop', 'limit_reached'],
  },
  'GET /cities/{city}/goods-cases': {
    operation: 'list-goods-cases',
    summary: 'Goods that people reported or the city took up, oldest first; without who reported',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity,
    query: z.strictObject({ state: CaseState.default('open'), ...Paging }),
    response: Paged(GoodsCase),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/products/{productId}/case': {
    operation: 'read-goods-case',
    summary: 'What people reported of goods and the city decided about them; version 0 before anything was said',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfProduct,
    response: GoodsCase,
    problems: ['merchant_not_found', 'product_not_found'],
  },
  'POST /merchants/{merchantId}/products/{productId}/decide': {
    operation: 'decide-goods',
    summary: 'The city takes goods off the market with a reason, or keeps them',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfProduct,
    body: Decision,
    response: GoodsCase,
    problems: ['merchant_not_found', 'product_not_found', 'own_shop', 'version_mismatch'],
  },
} as const satisfies Routes;
