import * as z from 'zod';
import { Id } from '../../domain/basics/id-schema.ts';
import { PastedKey } from '../../domain/basics/text.ts';
import { Reason } from '../../domain/orders/order.ts';
import { Notice, ParkedReason, Provider } from '../../domain/payments/notices/notice.ts';
import { NewPaymentWays, ShownWays } from '../../domain/payments/ways.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';

const OfMerchant = z.object({ merchantId: MerchantId });

/** What a provider gives a shop to tell genuine notices by. */
const ProviderSecretInput = z.strictObject({
  serverKey: PastedKey.optional().describe('Midtrans'),
  callbackToken: PastedKey.optional().describe('Xendit'),
  publicKey: z.string().max(4000).optional().describe('SNAP BI: the provider’s public key, PEM'),
  path: z.string().trim().max(200).optional().describe('SNAP BI: the path the provider signs, when it is another'),
});

const ParkedNotice = Notice.pick({
  noticeId: true,
  provider: true,
  reference: true,
  transaction: true,
  rupiah: true,
  receivedAt: true,
})
  .extend({ reason: ParkedReason.optional() })
  .meta({ id: 'ParkedNotice' });

/** How a shop takes its money, and what its provider tells of it. */
export const paymentWays = {
  'GET /merchants/{merchantId}/payment-ways': {
    operation: 'read-payment-ways',
    summary: 'The ways a shop takes its money',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant,
    response: ShownWays,
    problems: ['merchant_not_found'],
    cacheSeconds: 30,
  },
  'PUT /merchants/{merchantId}/payment-ways': {
    operation: 'set-payment-ways',
    summary: 'The owner says which ways the shop takes; a QRIS is checked whole',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant,
    body: NewPaymentWays,
    response: ShownWays,
    problems: [
      'merchant_not_found',
      'not_allowed',
      'qris_not_valid',
      'way_not_offered',
      'region_not_found',
      'version_mismatch',
    ],
  },
  'PUT /merchants/{merchantId}/payment-providers/{provider}': {
    operation: 'set-payment-provider',
    summary: 'The owner gives what the provider’s notices are told by; it is sealed and never shown again',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant.extend({ provider: Provider }),
    body: ProviderSecretInput,
    response: z.object({ provider: Provider, address: z.string().describe('Where the provider sends its notices') }),
    problems: ['merchant_not_found', 'not_allowed'],
  },
  'POST /merchants/{merchantId}/payment-notices/{provider}': {
    operation: 'receive-payment-notice',
    summary: 'A notice of the shop’s provider, verified over its bytes; delivered again it does nothing',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant.extend({ provider: Provider }),
    binary: ['application/json'],
    // Providers send some kilobytes; what is longer is read by nobody who has not proved themselves.
    mostBytes: 50_000,
    response: z.record(z.string(), z.string()),
    problems: [
      'merchant_not_found',
      'notice_not_genuine',
      'malformed_json',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 50,
  },
  'GET /merchants/{merchantId}/payment-notices': {
    operation: 'list-parked-notices',
    summary: 'Notices that a person must look at, newest first',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(ParkedNotice),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/parked-notices/{noticeId}/settle': {
    operation: 'settle-parked-notice',
    summary: 'A person of the shop looked at a notice that waited, and says what became of its money',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMerchant.extend({ noticeId: Id('ntc') }),
    body: z.strictObject({ ...Reason.shape, reference: z.string().max(80).describe('As the list has it') }),
    response: ParkedNotice,
    problems: ['merchant_not_found', 'notice_not_found', 'payment_moved_on'],
  },
} as const satisfies Routes;
