import * as z from 'zod';
import { Rupiah } from '../../domain/basics/money.ts';
import { PaymentWay } from '../../domain/basics/payment-way.ts';
import { OrderId, Reason } from '../../domain/orders/order.ts';
import { OrderPhotoId } from '../../domain/orders/order-photos.ts';
import { PaymentView } from '../../domain/payments/how-to-pay.ts';
import { TreasuryRecord } from '../../domain/payments/treasury-record.ts';
import { movesOf } from '../route/move.ts';
import type { Kind, Routes } from '../route/route.ts';

const buyers = ['buyer', 'approver', 'treasurer'] as const satisfies readonly Kind[];
const sellers = ['owner', 'staff'] as const satisfies readonly Kind[];

const move = movesOf(z.object({ orderId: OrderId }), PaymentView, [
  'payment_not_found',
  'payment_moved_on',
  'not_allowed',
  'own_order',
  'version_mismatch',
]);

/** What buyer, shop and treasurer say of an order's money, each in their turn. */
export const paymentMoves = {
  'PUT /orders/{orderId}/payment/way': move('choose-payment-way', 'The buyer chooses how to pay', buyers, {
    body: z.strictObject({ way: PaymentWay }),
    problems: ['way_not_offered', 'cod_closed'],
  }),
  'POST /orders/{orderId}/payment/claim': move(
    'claim-payment',
    'A person says "I have paid"; it confirms nothing',
    ['signed-in'],
    {
      body: z.strictObject({ proofId: OrderPhotoId.optional().describe('A picture uploaded to this order') }),
      problems: ['limit_reached', 'way_not_offered', 'photo_not_found'],
    },
  ),
  'POST /orders/{orderId}/payment/confirm': move('confirm-payment', 'The shop has seen the money', sellers, {
    body: z.strictObject({ rupiah: Rupiah.min(1) }),
    problems: ['amount_differs', 'way_not_offered', 'payment_too_early', 'own_payment'],
  }),
  'POST /orders/{orderId}/payment/not-find': move(
    'not-find-payment',
    'The shop did not find the money, with a reason',
    sellers,
    { body: Reason, problems: ['own_payment'] },
  ),
  'POST /orders/{orderId}/payment/collect': move(
    'collect-payment',
    'Cash in the shop’s hand, at the handover',
    sellers,
    { problems: ['way_not_offered', 'payment_too_early'] },
  ),
  'POST /orders/{orderId}/payment/refuse': move(
    'refuse-payment',
    'The buyer did not take, or not pay, a delivery to be paid in cash',
    sellers,
    { body: Reason, problems: ['way_not_offered', 'payment_too_early'] },
  ),
  'POST /orders/{orderId}/payment/record': move(
    'record-payment',
    'The office’s treasurer paid: purse, paper, gross and withheld',
    ['treasurer'],
    {
      body: TreasuryRecord,
      problems: [
        'amount_differs',
        'way_not_offered',
        'payment_too_early',
        'date_not_possible',
        'photo_not_found',
        'limit_reached',
      ],
    },
  ),
  'POST /orders/{orderId}/payment/give-back': move('give-back-payment', 'The shop gave back what it owed', sellers, {
    body: Reason,
  }),
  'POST /orders/{orderId}/payment/deny': move('deny-return', 'The buyer did not get the money back', buyers, {
    body: Reason,
    problems: ['limit_reached'],
  }),
} as const satisfies Routes;
