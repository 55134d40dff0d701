import * as z from 'zod';
import { Category } from '../domain/basics/category.ts';
import { FollowUp, FollowUpCard, NewOfficer, NewStep, SoldAfter } from '../domain/follow-ups/follow-up.ts';
import { Person } from '../domain/people/caller.ts';
import { CityCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfShop = OfCity.extend({ merchantId: MerchantId });

/** What whoever goes there needs of the shop, and no more. */
const ShopToVisit = z
  .object({
    merchantId: MerchantId,
    name: z.string(),
    address: z.string(),
    district: z.string(),
    category: Category,
    phone: z.string().nullable().describe('For who acts for the city; null for who only reads'),
  })
  .meta({ id: 'ShopToVisit' });

/** Who of the city looks after which shop that does not sell, and what came of it. */
export const followUps = {
  'GET /cities/{city}/follow-ups': {
    operation: 'list-follow-ups',
    summary: 'What the city or one officer looks after, with whether each shop sold in the months after',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity,
    query: z.strictObject({ span: z.enum(['open', 'over']).default('open'), officer: Person.optional(), ...Paging }),
    response: Paged(FollowUpCard.extend({ soldAfter: SoldAfter })),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/follow-ups/{merchantId}': {
    operation: 'read-follow-up',
    summary: 'One shop to visit, and how far the city is with it',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfShop,
    response: z.object({ shop: ShopToVisit, followUp: FollowUp.nullable(), soldAfter: SoldAfter }),
    problems: ['city_not_found', 'not_allowed', 'merchant_not_found'],
  },
  'PUT /cities/{city}/follow-ups/{merchantId}/officer': {
    operation: 'assign-officer',
    summary:
      'An officer takes a shop, or an admin gives it to a colleague; who has it already keeps it, unless If-Match says they were seen',
    access: 'signed-in',
    who: ['city-admin', 'district-officer'],
    params: OfShop,
    body: NewOfficer,
    response: FollowUp,
    problems: [
      'city_not_found',
      'not_allowed',
      'merchant_not_found',
      'membership_not_found',
      'follow_up_taken',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
  'POST /cities/{city}/follow-ups/{merchantId}/steps': {
    operation: 'record-follow-up-step',
    summary: 'The officer who has a shop says how far they are, and what was found',
    access: 'signed-in',
    who: ['city-admin', 'district-officer'],
    params: OfShop,
    body: NewStep,
    response: FollowUp,
    problems: [
      'city_not_found',
      'not_allowed',
      'merchant_not_found',
      'follow_up_not_found',
      'follow_up_taken',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
} as const satisfies Routes;
