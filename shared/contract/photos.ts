import * as z from 'zod';
import { Instant } from '../domain/basics/month-schema.ts';
import { OrderId } from '../domain/orders/order.ts';
import { OrderPhoto, OrderPhotoId, PhotoPurpose } from '../domain/orders/order-photos.ts';
import { PhotoAddress } from '../domain/photos/photo.ts';
import { photoTypes } from '../domain/photos/sizes.ts';
import { CityCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { VisitId } from '../domain/visits/new-visit.ts';
import { TaskId } from '../domain/visits/task.ts';
import { PhotoHash } from '../domain/visits/visit-limits.ts';
import { Download } from './route/download.ts';
import type { Kind, Routes } from './route/route.ts';

const parties = ['buyer', 'approver', 'treasurer', 'owner', 'staff'] as const satisfies readonly Kind[];

/**
 * Photos: cleaned and named by their content. Those of products and reviews are served apart from the API, to anybody;
 * those of handovers and payments only to the parties of the order, by links that end soon.
 */
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
    problems: ['limit_reached', 'merchant_not_found', 'body_too_large', 'unsupported_media_type'],
    rate: 20,
  },
  'POST /cities/{city}/logo': {
    operation: 'set-logo',
    summary:
      'A city’s sign (JPEG, PNG or WebP, at most 2 MB), drawn anew on white: at the head of its pages and letters',
    access: 'signed-in',
    who: ['city-admin'],
    params: z.object({ city: CityCode }),
    binary: photoTypes,
    response: z.object({ logo: PhotoAddress }),
    status: 201,
    problems: [
      'limit_reached',
      'city_not_found',
      'not_allowed',
      'version_mismatch',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 10,
  },
  'POST /orders/{orderId}/photos/{purpose}': {
    operation: 'add-order-photo',
    summary:
      'A party adds a picture to an order: of the goods at the handover, of the proof of payment, or for a review (public)',
    access: 'signed-in',
    who: parties,
    params: z.object({ orderId: OrderId, purpose: PhotoPurpose }),
    binary: photoTypes,
    response: OrderPhoto.pick({ photoId: true, purpose: true }).extend({
      photo: z.string().optional().describe('Address of a review’s picture, to put into the review'),
    }),
    status: 201,
    problems: [
      'limit_reached',
      'order_not_found',
      'not_allowed',
      'order_moved_on',
      'photo_limit',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 20,
  },
  'POST /me/purchase-proof-photos': {
    operation: 'add-proof-photo',
    summary:
      'A civil servant’s picture of a receipt from a shop that is not on the market; each picture proves once in a city',
    access: 'signed-in',
    who: ['signed-in'],
    binary: photoTypes,
    response: z.object({ photoId: OrderPhotoId }),
    status: 201,
    problems: [
      'civil_servant_not_found',
      'proof_repeated',
      'limit_reached',
      'changed_meanwhile',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 10,
  },
  'POST /visits/{visitId}/photos/{hash}': {
    operation: 'add-visit-photo',
    summary:
      'A picture that the record of a visit names, by the hash of its bytes; the answer repeats the hash of what came, and then alone the phone lets go of it',
    access: 'signed-in',
    who: ['city-admin', 'district-officer', 'field-officer'],
    params: z.object({ visitId: VisitId, hash: PhotoHash }),
    binary: photoTypes,
    response: z.object({ hash: PhotoHash }),
    status: 201,
    problems: ['visit_not_found', 'visit_moved_on', 'photo_differs', 'body_too_large', 'unsupported_media_type'],
    rate: 20,
  },
  'POST /merchants/{merchantId}/tasks/{taskId}/photo': {
    operation: 'add-task-photo',
    summary: 'A picture of what was done for a maker, for the proof that is said next',
    access: 'signed-in',
    who: ['city-admin', 'approver', 'buyer'],
    params: z.object({ merchantId: MerchantId, taskId: TaskId }),
    binary: photoTypes,
    response: z.object({ photoId: OrderPhotoId }),
    status: 201,
    problems: [
      'visit_not_found',
      'visit_moved_on',
      'limit_reached',
      'changed_meanwhile',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 20,
  },
  'GET /orders/{orderId}/photos': {
    operation: 'list-order-photos',
    summary: 'The private pictures of an order, for its parties only, each behind a link of ten minutes',
    access: 'signed-in',
    who: parties,
    params: z.object({ orderId: OrderId }),
    response: z.object({
      items: z.array(
        OrderPhoto.pick({ purpose: true, side: true, at: true })
          .extend({
            photoId: OrderPhotoId,
            link: z.string().describe('Below the API’s own address; opens the picture to whoever has it'),
            small: z.string(),
          })
          .meta({ id: 'PrivatePhoto' }),
      ),
      until: Instant.describe('When the links end'),
    }),
    problems: ['order_not_found'],
  },
  'GET /private-photos/{token}': {
    operation: 'open-private-photo',
    summary: 'A private picture by a link that one of its parties was given',
    access: 'public',
    who: ['anybody'],
    params: z.object({ token: z.string().max(600) }),
    produces: ['image/jpeg'],
    response: Download,
    problems: ['link_not_valid'],
    cacheSeconds: 300,
    cachedBy: 'browser',
  },
} as const satisfies Routes;
