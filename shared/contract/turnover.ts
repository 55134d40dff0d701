import * as z from 'zod';
import { Month } from '../domain/basics/month.ts';
import { Reason } from '../domain/orders/order.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { NewTurnover, Reopening, TurnoverMonth, TurnoverRevision } from '../domain/turnover/turnover.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

const OfMonth = z.object({ merchantId: MerchantId, month: Month });

/** The monthly turnover report, already filled in with what the platform knows. */
export const turnover = {
  'GET /merchants/{merchantId}/turnover/{month}': {
    operation: 'read-turnover',
    summary: "A shop's month, pre-filled from received orders",
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMonth,
    response: TurnoverMonth,
    problems: ['merchant_not_found', 'month_invalid'],
  },
  'PUT /merchants/{merchantId}/turnover/{month}': {
    operation: 'save-turnover',
    summary: 'Report sales outside the platform; every save is a revision',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMonth,
    body: NewTurnover,
    response: TurnoverMonth,
    problems: ['limit_reached', 'merchant_not_found', 'month_invalid', 'report_locked', 'version_mismatch'],
  },
  'GET /merchants/{merchantId}/turnover/{month}/revisions': {
    operation: 'list-turnover-revisions',
    summary: 'Every saved revision of a month, newest first',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMonth,
    query: z.strictObject(Paging),
    response: Paged(TurnoverRevision),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/turnover/{month}/reopen': {
    operation: 'reopen-turnover',
    summary: 'The city lets a shop correct a month after its deadline, with a reason',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMonth,
    body: Reason,
    response: Reopening,
    problems: ['merchant_not_found', 'month_invalid', 'own_shop'],
  },
} as const satisfies Routes;
