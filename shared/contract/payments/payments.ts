import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { Rupiah } from '../../domain/basics/money.ts';
import { Instant } from '../../domain/basics/month-schema.ts';
import { OrderId, Reason } from '../../domain/orders/order.ts';
import { PaymentView } from '../../domain/payments/how-to-pay.ts';
import { PaymentCard } from '../../domain/payments/payment.ts';
import { clockOrders } from '../../domain/payments/payment-clock.ts';
import { PaymentState } from '../../domain/payments/payment-states.ts';
import { People, Person } from '../../domain/people/caller.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { OfficePaging, Paged, Paging } from '../route/paging.ts';
import type { Kind, Routes } from '../route/route.ts';
import { paymentMoves } from './moves.ts';
import { paymentWays } from './ways.ts';

const OfOrder = z.object({ orderId: OrderId });
const OfMerchant = z.object({ merchantId: MerchantId });
const OfCity = z.object({ city: CityCode });

const buyers = ['buyer', 'approver', 'treasurer'] as const satisfies readonly Kind[];
const sellers = ['owner', 'staff'] as const satisfies readonly Kind[];

const OfficeClock = z
  .object({
    agencyId: AgencyId,
    name: z.string(),
    waiting: z.int(),
    medianDays: z.int().nullable(),
    oldestDays: z.int().nullable(),
    oldestWorkingDays: z.int().nullable().describe('Of these, days on which offices of the city work'),
  })
  .meta({ id: 'OfficeClock' });

/** A refused delivery as the city reads it: who bought, and what else they refused, is not told. */
const CodRefusal = z
  .object({
    orderId: OrderId,
    merchantId: MerchantId,
    merchantName: z.string(),
    totalRupiah: Rupiah,
    placedAt: Instant,
    at: Instant.describe('When the shop told it'),
    reason: z.string().nullable().describe('What the shop wrote'),
    struck: z
      .object({
        at: Instant,
        by: Person.nullable().describe('Null where the shop was paid after all'),
        reason: z.string(),
      })
      .nullable()
      .describe('Why it no longer counts against the buyer'),
    people: People,
    own: z.boolean().describe('The delivery was to who asks: another officer judges it'),
  })
  .meta({ id: 'CodRefusal' });

/** Money goes from buyer to shop; what both say of it is kept here. */
export const payments = {
  ...paymentWays,
  ...paymentMoves,
  'GET /orders/{orderId}/payment': {
    operation: 'read-payment',
    summary: 'What is known of an order’s money, and how to pay it',
    access: 'signed-in',
    who: [...buyers, ...sellers],
    params: OfOrder,
    response: PaymentView,
    problems: ['payment_not_found'],
  },
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
    query: z.strictObject({
      order: z.enum(clockOrders).default('oldest'),
      agency: AgencyId.optional().describe('Of this office alone'),
      ...OfficePaging,
    }),
    response: Paged(OfficeClock).extend({
      officeCount: z.int(),
      owingCount: z.int(),
    }),
    problems: ['city_not_found', 'malformed_cursor', 'being_prepared'],
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
  'GET /cities/{city}/cash-on-delivery/{orderId}': {
    operation: 'read-cod-refusal',
    summary: 'One refused delivery by its order’s number: what the shop said, whether it counts; nothing of the buyer',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity.extend({ orderId: OrderId }),
    response: CodRefusal,
    problems: ['not_allowed', 'payment_not_found'],
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
