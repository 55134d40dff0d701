import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { Dispute } from '../../domain/orders/dispute.ts';
import { DisputeCase } from '../../domain/orders/dispute-case.ts';
import { NewDay, NewOrder, Order, OrderCard, OrderId, Reason, Receipt } from '../../domain/orders/order.ts';
import { OrderState } from '../../domain/orders/order-states.ts';
import { OpenedCart } from '../../domain/orders/placing/saved-cart.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { movesOf } from '../route/move.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { deliveryTerms } from './delivery-terms.ts';
import { savedCarts } from './saved-carts.ts';

const OfOrder = z.object({ orderId: OrderId });

const move = movesOf(OfOrder, Order, [
  'order_not_found',
  'order_moved_on',
  'not_allowed',
  'own_order',
  'version_mismatch',
  'merchant_closed',
  'product_barred',
  'date_not_possible',
]);

/** From cart to handover. */
export const orders = {
  ...savedCarts,
  ...deliveryTerms,
  'POST /orders': {
    operation: 'place-order',
    summary: 'Place a cart: one order per shop, all or none',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewOrder,
    response: z.object({ orders: z.array(Order) }),
    status: 201,
    idempotent: true,
    problems: [
      'city_not_found',
      'merchant_not_found',
      'merchant_closed',
      'own_order',
      'agency_not_found',
      'product_withdrawn',
      'price_changed',
      'stock_too_little',
      'capacity_too_little',
      'budget_too_little',
      'budget_line_not_found',
      'amount_over_policy',
      'too_many_open_orders',
      'erasure_asked',
      'date_not_possible',
      'not_delivered_there',
      'delivery_not_offered',
      'quantity_not_possible',
      'region_not_found',
      'key_reused',
      'choice_not_valid',
      'reason_required',
      'allocation_not_found',
      'allocation_used',
      'way_not_offered',
      'cod_closed',
    ],
  },
  'GET /orders/{orderId}': {
    operation: 'read-order',
    summary: 'An order, for its parties only',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer', 'owner', 'staff'],
    params: OfOrder,
    response: Order,
    problems: ['order_not_found'],
  },
  'POST /orders/{orderId}/approve': move('approve-order', "The agency's approver lets the order go to the shop", [
    'approver',
  ]),
  'POST /orders/{orderId}/reject': move('reject-order', "The agency's approver refuses with a reason", ['approver'], {
    body: Reason,
  }),
  'POST /orders/{orderId}/accept': move('accept-order', 'The shop takes the order', ['owner', 'staff']),
  'POST /orders/{orderId}/decline': move('decline-order', 'The shop cannot, with a reason', ['owner', 'staff'], {
    body: Reason,
  }),
  'POST /orders/{orderId}/deliver': move('deliver-order', 'The shop has handed the goods over for delivery', [
    'owner',
    'staff',
  ]),
  'POST /orders/{orderId}/receive': {
    ...move(
      'receive-order',
      'The buyer receives all or part (for an office: the BAST)',
      ['buyer', 'approver', 'treasurer'],
      { body: Receipt },
    ),
    idempotent: true as const,
    problems: [
      'order_not_found',
      'order_moved_on',
      'not_allowed',
      'own_order',
      'version_mismatch',
      'quantity_not_possible',
      'budget_too_little',
      'budget_line_not_found',
      'idempotency_key_required',
      'key_reused',
    ],
  },
  'POST /orders/{orderId}/cancel': move(
    'cancel-order',
    'Either side calls the order off, with a reason',
    ['buyer', 'approver', 'treasurer', 'owner', 'staff'],
    { body: Reason },
  ),
  'POST /orders/{orderId}/dispute': move(
    'dispute-order',
    'The buyer says what is wrong with the delivery',
    ['buyer', 'approver', 'treasurer'],
    { body: Reason },
  ),
  'POST /orders/{orderId}/reschedule': {
    ...move(
      'reschedule-order',
      'The buyer chooses another day for an order that waits; one approved already, its approver',
      ['buyer', 'approver', 'treasurer'],
      { body: NewDay },
    ),
    problems: [
      'order_not_found',
      'order_moved_on',
      'not_allowed',
      'own_order',
      'version_mismatch',
      'merchant_closed',
      'product_withdrawn',
      'date_not_possible',
      'capacity_too_little',
      'not_delivered_there',
      'quantity_not_possible',
      'budget_too_little',
      'budget_line_not_found',
    ],
  },
  'GET /orders/{orderId}/again': {
    operation: 'repeat-order',
    summary: 'The goods of an order as they can be ordered today, for who bought them',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer'],
    params: OfOrder,
    response: OpenedCart,
    problems: ['order_not_found'],
  },
  'GET /me/orders': {
    operation: 'list-my-orders',
    summary: 'My own orders, newest first',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject(Paging),
    response: Paged(OrderCard),
    problems: ['malformed_cursor'],
  },
  'GET /merchants/{merchantId}/orders': {
    operation: 'list-merchant-orders',
    summary: "A shop's orders, by state when one is given",
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    query: z.strictObject({ state: OrderState.optional(), ...Paging }),
    response: Paged(OrderCard),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/disputes': {
    operation: 'list-disputes',
    summary: 'Orders of a city that are disputed, for its people, oldest deadline first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: z.strictObject(Paging),
    response: Paged(Dispute),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/disputes/{orderId}': {
    operation: 'read-dispute',
    summary: 'What a ruling stands on, of an order that is or was disputed; no name, phone or address of a person',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode, orderId: OrderId }),
    response: DisputeCase,
    problems: ['city_not_found', 'not_allowed', 'order_not_found'],
  },
  'GET /agencies/{agencyId}/orders': {
    operation: 'list-agency-orders',
    summary: "An office's orders, newest first",
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer'],
    params: z.object({ agencyId: AgencyId }),
    query: z.strictObject({
      unfinished: z.literal('true').optional().describe('Only those not over yet, as the end of the year asks'),
      ...Paging,
    }),
    response: Paged(
      OrderCard.extend({
        daysOpen: z.int().nullable().describe('Days since it was placed; null when it is over'),
        orderedBy: z.string().nullable().describe('The name on the seat of who placed it; null where none is written'),
      }),
    ),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
} as const satisfies Routes;
