import * as z from 'zod';
import { Day } from '../../domain/basics/month-schema.ts';
import { DeliveryTerms, ShownTerms } from '../../domain/deliveries/terms.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import type { Routes } from '../route/route.ts';

const OfMerchant = z.object({ merchantId: MerchantId });
const Goods = z
  .string()
  .max(760)
  .regex(
    /^prd_[0-9a-z]{26}\.\d{1,6}(,prd_[0-9a-z]{26}\.\d{1,6}){0,19}$/,
    'Tulis paling banyak 20 barang seperti prd_….3, dipisahkan koma.',
  )
  .describe('Goods and how many of each: `prd_….3,prd_….10`');

/** What a shop says of bringing its goods, which every order is charged by. */
export const deliveryTerms = {
  'GET /merchants/{merchantId}/delivery-terms': {
    operation: 'read-delivery-terms',
    summary: 'How a shop hands its goods over, and what it asks for bringing them',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant,
    response: ShownTerms,
    problems: ['merchant_not_found'],
    cacheSeconds: 30,
  },
  'GET /merchants/{merchantId}/delivery-days': {
    operation: 'list-delivery-days',
    summary: 'Days on which a shop can deliver so many of its goods together, within three weeks',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant,
    query: z.strictObject({ goods: Goods, from: Day.optional().describe('Left out, from today') }),
    response: z.object({ days: z.array(Day) }),
    problems: ['merchant_not_found', 'date_not_possible'],
    cacheSeconds: 30,
  },
  'PUT /merchants/{merchantId}/delivery-terms': {
    operation: 'set-delivery-terms',
    summary: 'The shop says what bringing costs, where it does not go, and where goods are picked up',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant,
    body: DeliveryTerms,
    response: ShownTerms,
    problems: [
      'merchant_not_found',
      'delivery_not_offered',
      'amount_over_policy',
      'region_not_found',
      'version_mismatch',
    ],
  },
} as const satisfies Routes;
