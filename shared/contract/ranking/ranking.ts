import * as z from 'zod';
import { Category } from '../../domain/basics/category.ts';
import { Id } from '../../domain/basics/id-schema.ts';
import { Quantity } from '../../domain/basics/money.ts';
import { Day } from '../../domain/basics/month-schema.ts';
import { ProductId } from '../../domain/catalogue/new-product.ts';
import { CityCode, DistrictCode } from '../../domain/places/region.ts';
import { Answer, Appeal, AppealState, NewAppeal } from '../../domain/ranking/list/appeal.ts';
import { DecisionId } from '../../domain/ranking/list/choice.ts';
import { OwnRanking } from '../../domain/ranking/list/own-ranking.ts';
import { DayKey } from '../../domain/ranking/list/published-day-key.ts';
import { FairCard } from '../../domain/ranking/list/rank-in-list.ts';
import { RankingOfList } from '../../domain/ranking/list/ranking-of-list.ts';
import { Redrawn } from '../../domain/ranking/list/redrawn.ts';
import { Allocation, AllocationId, NewAllocation } from '../../domain/ranking/split/allocation.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfMerchant = z.object({ merchantId: MerchantId });

/** Fair ranking "Urut Merata": lists, why they are so, and how anybody can make them again. */
export const ranking = {
  'GET /cities/{city}/products': {
    operation: 'list-products',
    summary: "A city's goods, a category, a district or a search: ranked fairly, each rank with its reason",
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject({
      category: Category.optional(),
      district: DistrictCode.optional().describe(
        'With a category and no search: where to deliver; else where the shop is',
      ),
      quantity: z.coerce.number().pipe(Quantity).optional().describe('How many'),
      deliverOn: Day.optional().describe('On which day'),
      similarTo: ProductId.optional().describe('Only the kind of goods this product is'),
      text: z.string().trim().min(2).max(60).optional().describe('Beginnings of words in the name'),
      ...Paging,
    }),
    response: Paged(FairCard).extend({ ranking: RankingOfList.optional() }),
    problems: ['city_not_found', 'date_not_possible', 'product_not_found', 'malformed_cursor'],
    cacheSeconds: 30,
    cachedBy: 'browser',
  },
  'GET /cities/{city}/search': {
    operation: 'search-city',
    summary:
      'Goods and shops of a city by what is typed: spelling forgiven, synonyms known; nearest first, then ranked fairly',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject({
      text: z.string().trim().min(2).max(60),
      category: Category.optional(),
      district: DistrictCode.optional().describe('Where the shop is'),
      ...Paging,
    }),
    response: Paged(FairCard).extend({
      ranking: RankingOfList.optional(),
      understood: z
        .string()
        .nullable()
        .describe('The words searched for, each with what was taken for it, apart by bars'),
      shops: z
        .array(z.object({ merchantId: MerchantId, name: z.string(), address: z.string() }))
        .describe('Shops that are called so, on the first page'),
    }),
    problems: ['city_not_found', 'malformed_cursor'],
    cacheSeconds: 30,
    cachedBy: 'browser',
  },
  'GET /rankings/{decisionId}': {
    operation: 'read-decision',
    summary: 'A list as it was made, made again now, and whether both are the same',
    access: 'public',
    who: ['anybody'],
    params: z.object({ decisionId: DecisionId }),
    query: z.strictObject(Paging),
    response: Redrawn,
    problems: ['decision_not_found', 'malformed_cursor'],
    cacheSeconds: 60,
  },
  'POST /rankings/{decisionId}/impressions': {
    operation: 'count-impressions',
    summary:
      'A page written ahead says which ranks of a list were looked at; counted as if the list had been asked for',
    access: 'public',
    who: ['anybody'],
    params: z.object({ decisionId: DecisionId }),
    body: z
      .strictObject({
        from: z.int().min(0).max(100_000).describe('Ranks before the first that was seen'),
        count: z.int().min(1).max(100).describe('Ranks that were seen'),
      })
      .meta({ id: 'SeenRanks' }),
    response: z.object({ seen: z.literal(true) }),
    problems: ['decision_not_found'],
  },
  'GET /cities/{city}/day-keys/{day}': {
    operation: 'read-day-key',
    summary: "A day's key for ties: its hash from the morning on, the key itself from the next day on",
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ day: Day }),
    response: DayKey,
    problems: ['city_not_found', 'date_not_possible'],
    cacheSeconds: 300,
  },
  'GET /merchants/{merchantId}/ranking': {
    operation: 'read-own-ranking',
    summary: 'Why a shop stands where it stands, with the numbers',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMerchant,
    response: OwnRanking,
    problems: ['merchant_not_found'],
  },
  'POST /merchants/{merchantId}/appeals': {
    operation: 'open-appeal',
    summary: 'A shop objects to its place; the city answers',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant,
    body: NewAppeal,
    response: Appeal,
    status: 201,
    idempotent: true,
    problems: ['limit_reached', 'merchant_not_found', 'decision_not_found', 'key_reused'],
  },
  'GET /merchants/{merchantId}/appeals': {
    operation: 'list-own-appeals',
    summary: "A shop's appeals, newest first",
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(Appeal),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/appeals': {
    operation: 'list-appeals',
    summary: 'Appeals of a city by state, oldest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({ state: AppealState.default('open'), ...Paging }),
    response: Paged(Appeal),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'POST /appeals/{appealId}/answer': {
    operation: 'answer-appeal',
    summary: 'The city answers an appeal',
    access: 'signed-in',
    who: ['city-admin'],
    params: z.object({ appealId: Id('apl') }),
    body: Answer,
    response: Appeal,
    problems: ['appeal_not_found', 'own_shop', 'version_mismatch'],
  },
  'POST /cities/{city}/allocations': {
    operation: 'propose-allocation',
    summary: 'Propose how a large agency order is split between owners, at most five',
    access: 'signed-in',
    who: ['buyer', 'approver'],
    params: OfCity,
    body: NewAllocation,
    response: Allocation,
    status: 201,
    idempotent: true,
    problems: [
      'limit_reached',
      'city_not_found',
      'agency_not_found',
      'region_not_found',
      'product_not_found',
      'date_not_possible',
      'split_not_possible',
      'order_not_found',
      'order_moved_on',
      'amount_over_policy',
      'key_reused',
    ],
  },
  'GET /allocations/{allocationId}': {
    operation: 'read-allocation',
    summary: 'A proposed split, for the office it was made for',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer'],
    params: z.object({ allocationId: AllocationId }),
    response: Allocation,
    problems: ['allocation_not_found'],
  },
} as const satisfies Routes;
