import * as z from 'zod';
import { Rupiah } from '../../domain/basics/money.ts';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Line, PastedKey } from '../../domain/basics/text.ts';
import {
  Attempt,
  Bringer,
  CourierPartner,
  Delivery,
  DeliveryCard,
  DeliveryState,
  NewProof,
} from '../../domain/deliveries/delivery.ts';
import { ShownTerms } from '../../domain/deliveries/terms.ts';
import { OrderId, Reason } from '../../domain/orders/order.ts';
import { ShownWays } from '../../domain/payments/ways.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Kind, Routes } from '../route/route.ts';

const OfOrder = z.object({ orderId: OrderId });
const OfDelivery = OfOrder.extend({ attempt: Attempt });
const OfMerchant = z.object({ merchantId: MerchantId });
const OfPartner = OfMerchant.extend({ partner: CourierPartner });
const sellers = ['owner', 'staff'] as const satisfies readonly Kind[];

/** A delivery as a party of its order sees it; what the courier costs is between the shop and the partner. */
const DeliveryView = Delivery.omit({ requestedBy: true, decidedBy: true }).meta({ id: 'DeliveryView' });
const key = PastedKey.optional();
const CourierKeysInput = z
  .strictObject({
    clientId: key.describe('Grab, Gojek'),
    clientSecret: key.describe('Grab'),
    webhookSecret: key.describe('Grab: what it sends in Authorization'),
    passKey: key.describe('Gojek'),
    callbackToken: key.describe('Gojek: what it sends in X-Callback-Token'),
    apiKey: key.describe('Lalamove'),
    apiSecret: key.describe('Lalamove'),
  })
  .meta({ id: 'CourierKeys' });
const asking = ['order_not_found', 'not_allowed', 'delivery_not_offered', 'order_moved_on'] as const;
const partnering = ['courier_keys_missing', 'partner_refused', 'partner_unreachable'] as const;

/** Goods on their way: a shop's own courier, or a ride company's. What a courier says is evidence and signs nothing. */
export const deliveries = {
  'GET /me/merchants/{merchantId}/selling-terms': {
    operation: 'read-own-selling-terms',
    summary:
      'How a shop hands over and is paid, for its own people: also before it is verified, when nobody else sees it',
    access: 'signed-in',
    who: sellers,
    params: OfMerchant,
    response: z.object({ delivery: ShownTerms, payment: ShownWays }),
    problems: ['merchant_not_found'],
  },
  'GET /orders/{orderId}/deliveries': {
    operation: 'list-deliveries',
    summary:
      'How an order is brought, attempt by attempt, for its parties; to the buying side the code a courier asks for',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer', ...sellers],
    params: OfOrder,
    response: z.object({
      items: z.array(DeliveryView),
      pin: z.string().nullable().describe('Of the buying side alone'),
      partners: z.array(CourierPartner).describe('Whose couriers the shop can order; of the shop alone'),
      cashRupiah: Rupiah.nullable().describe('What the courier holds for the shop; of the shop alone'),
    }),
    problems: ['order_not_found'],
  },
  'GET /orders/{orderId}/delivery-quotes/{partner}': {
    operation: 'quote-delivery',
    summary: 'What a partner asks for bringing an order, and until when that holds',
    access: 'signed-in',
    who: sellers,
    params: OfOrder.extend({ partner: CourierPartner }),
    response: z.object({ partner: CourierPartner, feeRupiah: Rupiah, expiresAt: Instant, quote: z.string() }),
    problems: [...asking, ...partnering],
  },
  'POST /orders/{orderId}/deliveries': {
    operation: 'request-delivery',
    summary: 'The shop sends its own courier, or orders a partner’s by a quote; asked again it is the same one',
    access: 'signed-in',
    who: sellers,
    params: OfOrder,
    body: z
      .strictObject({ by: Bringer, quote: z.string().max(1000).optional().describe('As the quote gave it') })
      .meta({ id: 'NewDelivery' }),
    response: DeliveryView,
    problems: [...asking, ...partnering, 'delivery_moved_on', 'price_changed', 'limit_reached', 'changed_meanwhile'],
  },
  'POST /orders/{orderId}/deliveries/{attempt}/say': {
    operation: 'say-delivery',
    summary: 'The shop says how far its own courier is, with what shows that goods changed hands',
    access: 'signed-in',
    who: sellers,
    params: OfDelivery,
    body: z
      .strictObject({ state: DeliveryState, proof: NewProof.optional(), reason: Line(300).optional() })
      .meta({ id: 'DeliveryWord' }),
    response: DeliveryView,
    problems: [
      'order_not_found',
      'delivery_not_found',
      'delivery_moved_on',
      'pin_not_valid',
      'photo_not_found',
      'proof_repeated',
      'limit_reached',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
  'POST /orders/{orderId}/deliveries/{attempt}/cancel': {
    operation: 'cancel-delivery',
    summary: 'The shop calls a courier off, as long as who brings it lets it',
    access: 'signed-in',
    who: sellers,
    params: OfDelivery,
    body: Reason,
    response: DeliveryView,
    problems: ['order_not_found', 'delivery_not_found', 'delivery_moved_on', ...partnering, 'changed_meanwhile'],
  },
  'GET /merchants/{merchantId}/deliveries': {
    operation: 'list-shop-deliveries',
    summary: 'A shop’s deliveries under way, oldest first; or over, newest first, with what couriers still hold',
    access: 'signed-in',
    who: sellers,
    params: OfMerchant,
    query: z.strictObject({ which: z.enum(['open', 'over']).default('open'), ...Paging }),
    response: Paged(
      DeliveryCard.extend({
        cashRupiah: Rupiah.nullable().describe('In the courier’s hands'),
        isAwaited: z.boolean().describe('Goods of its order are still to come'),
      }).meta({ id: 'ShopDelivery' }),
    ),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/courier-partners': {
    operation: 'list-courier-partners',
    summary: 'Whose couriers a shop can order',
    access: 'signed-in',
    who: sellers,
    params: OfMerchant,
    response: z.object({ partners: z.array(CourierPartner) }),
    problems: ['merchant_not_found'],
  },
  'PUT /merchants/{merchantId}/courier-partners/{partner}': {
    operation: 'set-courier-partner',
    summary: 'The owner gives the keys of the shop’s account with a partner; they are sealed and never shown again',
    access: 'signed-in',
    who: ['owner'],
    params: OfPartner,
    body: CourierKeysInput,
    response: z.object({
      partner: CourierPartner,
      address: z.string().describe('Where the partner sends its notices'),
    }),
    problems: ['merchant_not_found'],
  },
  'POST /merchants/{merchantId}/delivery-notices/{partner}': {
    operation: 'receive-delivery-notice',
    summary:
      'A notice of the shop’s partner, verified over its bytes; delivered again, or in another order, it ends the same',
    access: 'public',
    who: ['anybody'],
    params: OfPartner,
    binary: ['application/json'],
    mostBytes: 50_000,
    response: z.object({ taken: z.literal(true) }),
    problems: [
      'merchant_not_found',
      'delivery_not_found',
      'notice_not_genuine',
      'malformed_json',
      'body_too_large',
      'unsupported_media_type',
      'changed_meanwhile',
    ],
    rate: 50,
  },
} as const satisfies Routes;
