import * as z from 'zod';
import { AgencyId } from '../domain/agencies/agency.ts';
import { Rupiah } from '../domain/basics/money.ts';
import { Instant } from '../domain/basics/month.ts';
import { OrderId, Reason } from '../domain/orders/order.ts';
import { OrderPhotoId } from '../domain/orders/order-photos.ts';
import { PaymentView } from '../domain/payments/how-to-pay.ts';
import { Notice, ParkedWhy, Provider } from '../domain/payments/notices/notice.ts';
import { PaymentCard, TreasuryRecord } from '../domain/payments/payment.ts';
import { PaymentState } from '../domain/payments/payment-states.ts';
import { PaymentWay, PaymentWays, ShownWays } from '../domain/payments/ways.ts';
import { CityCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { Paged, Paging } from './paging.ts';
import type { Kind, Route, Routes } from './route.ts';

const OfOrder = z.object({ orderId: OrderId });
const OfMerchant = z.object({ merchantId: MerchantId });
const OfCity = z.object({ city: CityCode });

const buyers = ['buyer', 'approver', 'treasurer'] as const satisfies readonly Kind[];
const sellers = ['owner', 'staff'] as const satisfies readonly Kind[];

const move = <O extends string, B extends z.ZodType | undefined = undefined>(
  operation: O,
  summary: string,
  who: readonly Kind[],
  problems: NonNullable<Route['problems']> = [],
  body?: B,
) =>
  ({
    operation,
    summary,
    access: 'signed-in',
    who,
    params: OfOrder,
    ...(body ? { body } : {}),
    response: PaymentView,
    problems: ['payment_not_found', 'payment_moved_on', 'not_allowed', 'own_order', 'version_mismatch', ...problems],
  }) as {
    operation: O;
    summary: string;
    access: 'signed-in';
    who: readonly Kind[];
    params: typeof OfOrder;
    response: typeof PaymentView;
    problems: NonNullable<Route['problems']>;
  } & (B extends z.ZodType ? { body: B } : unknown);

/** What a provider gives a shop to tell genuine notices by. */
const ProviderSecretInput = z.strictObject({
  serverKey: z.string().min(8).max(200).optional().describe('Midtrans'),
  callbackToken: z.string().min(8).max(200).optional().describe('Xendit'),
  publicKey: z.string().max(4000).optional().describe('SNAP BI: the provider’s public key, PEM'),
  path: z.string().max(200).optional().describe('SNAP BI: the path the provider signs, when it is another'),
});

/** Money goes from buyer to shop; what both say of it is kept here. */
export const payments = {
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
    body: PaymentWays,
    response: ShownWays,
    problems: ['merchant_not_found', 'qris_not_valid', 'way_not_offered', 'region_not_found', 'version_mismatch'],
  },
  'PUT /merchants/{merchantId}/payment-providers/{provider}': {
    operation: 'set-payment-provider',
    summary: 'The owner gives what the provider’s notices are told by; it is sealed and never shown again',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant.extend({ provider: Provider }),
    body: ProviderSecretInput,
    response: z.object({ provider: Provider, address: z.string().describe('Where the provider sends its notices') }),
    problems: ['merchant_not_found'],
  },
  'POST /merchants/{merchantId}/payment-notices/{provider}': {
    operation: 'receive-payment-notice',
    summary: 'A notice of the shop’s provider, verified over its bytes; delivered again it does nothing',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant.extend({ provider: Provider }),
    binary: ['application/json'],
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
    who: sellers,
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(
      Notice.pick({
        noticeId: true,
        provider: true,
        reference: true,
        transaction: true,
        rupiah: true,
        receivedAt: true,
      })
        .extend({ why: ParkedWhy.optional() })
        .meta({ id: 'ParkedNotice' }),
    ),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /orders/{orderId}/payment': {
    operation: 'read-payment',
    summary: 'What is known of an order’s money, and how to pay it',
    access: 'signed-in',
    who: [...buyers, ...sellers],
    params: OfOrder,
    response: PaymentView,
    problems: ['payment_not_found'],
  },
  'PUT /orders/{orderId}/payment/way': move(
    'choose-payment-way',
    'The buyer chooses how to pay',
    buyers,
    ['way_not_offered', 'cod_closed'],
    z.strictObject({ way: PaymentWay }),
  ),
  'POST /orders/{orderId}/payment/tell': move(
    'tell-payment',
    'A person says "I have paid"; it confirms nothing',
    ['signed-in'],
    ['way_not_offered', 'photo_not_found'],
    z.strictObject({ proofId: OrderPhotoId.optional().describe('A picture uploaded to this order') }),
  ),
  'POST /orders/{orderId}/payment/confirm': move(
    'confirm-payment',
    'The shop has seen the money',
    sellers,
    ['amount_differs', 'way_not_offered', 'payment_too_early', 'own_payment'],
    z.strictObject({ rupiah: Rupiah.min(1) }),
  ),
  'POST /orders/{orderId}/payment/not-find': move(
    'not-find-payment',
    'The shop did not find the money, with a reason',
    sellers,
    ['own_payment'],
    Reason,
  ),
  'POST /orders/{orderId}/payment/collect': move(
    'collect-payment',
    'Cash in the shop’s hand, at the handover',
    sellers,
    ['way_not_offered', 'payment_too_early'],
  ),
  'POST /orders/{orderId}/payment/refuse': move(
    'refuse-payment',
    'The buyer did not take, or not pay, a delivery to be paid in cash',
    sellers,
    ['way_not_offered', 'payment_too_early'],
    Reason,
  ),
  'POST /orders/{orderId}/payment/record': move(
    'record-payment',
    'The office’s treasurer paid: purse, paper, gross and withheld',
    ['treasurer'],
    ['amount_differs', 'way_not_offered', 'payment_too_early', 'date_not_possible', 'photo_not_found'],
    TreasuryRecord,
  ),
  'POST /orders/{orderId}/payment/give-back': move(
    'give-back-payment',
    'The shop gave back what it owed',
    sellers,
    [],
    Reason,
  ),
  'POST /orders/{orderId}/payment/deny': move(
    'deny-return',
    'The buyer did not get the money back',
    buyers,
    [],
    Reason,
  ),
  'GET /merchants/{merchantId}/payments': {
    operation: 'list-merchant-payments',
    summary: 'A shop’s payments, by state when one is given',
    access: 'signed-in',
    who: sellers,
    params: OfMerchant,
    query: z.strictObject({ state: PaymentState.optional(), ...Paging }),
    response: Paged(PaymentCard),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /agencies/{agencyId}/payments': {
    operation: 'list-agency-payments',
    summary: 'An office’s payments: what waits, the longest handed over first; what is to come; what is settled',
    access: 'signed-in',
    who: buyers,
    params: z.object({ agencyId: AgencyId }),
    query: z.strictObject({ which: z.enum(['waiting', 'coming', 'settled']).default('waiting'), ...Paging }),
    response: Paged(PaymentCard),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/payment-clock': {
    operation: 'read-payment-clock',
    summary: 'How long each office lets its shops wait: days since the handover, in the middle and at most',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({
      offices: z.array(
        z
          .object({
            agencyId: AgencyId,
            name: z.string(),
            waiting: z.int(),
            medianDays: z.int().nullable(),
            oldestDays: z.int().nullable(),
          })
          .meta({ id: 'OfficeClock' }),
      ),
    }),
    problems: ['city_not_found'],
    cacheSeconds: 300,
  },
  'GET /cities/{city}/cash-on-delivery': {
    operation: 'read-own-cod',
    summary: 'Whether I may still pay on delivery in a city, and which deliveries count against me',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfCity,
    response: z.object({
      closedUntil: Instant.nullable(),
      refusals: z.array(z.object({ orderId: OrderId, at: Instant, struck: z.boolean() })),
    }),
    problems: ['city_not_found'],
  },
  'POST /cities/{city}/cash-on-delivery/{orderId}/strike': {
    operation: 'strike-cod-refusal',
    summary: 'The city finds a refusal unjust: it no longer counts against the buyer',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity.extend({ orderId: OrderId }),
    body: Reason,
    response: z.object({ struck: z.literal(true) }),
    problems: ['not_allowed', 'own_payment', 'payment_not_found'],
  },
} as const satisfies Routes;
