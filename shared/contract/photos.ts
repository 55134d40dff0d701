import * as z from 'zod';
import { photoTypes } from '../domain/photos/sizes.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import type { Routes } from './route.ts';

/** Photos of products: cleaned, named by their content, served apart from the API. */
export const photos = {
  'POST /merchants/{merchantId}/photos': {
    operation: 'add-photo',
    summary:
      'Upload a product photo (JPEG, PNG or WebP, at most 2 MB); it is turned upright and drawn anew in three sizes',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    binary: photoTypes,
    response: z.object({ photo: z.string().describe('Address to put into a product') }),
    status: 201,
    problems: ['merchant_not_found', 'body_too_large', 'unsupported_media_type'],
    rate: 20,
  },
} as const satisfies Routes;
