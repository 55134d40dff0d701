import * as z from 'zod';
import { DeliveryTerms, ShownTerms } from '../../domain/deliveries/terms.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import type { Routes } from '../route/route.ts';

const OfMerchant = z.object({ merchantId: MerchantId });

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
