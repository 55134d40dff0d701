import * as z from 'zod';
import { Month } from '../../domain/basics/month-schema.ts';
import { Statement } from '../../domain/payments/statement.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Download } from '../route/download.ts';
import type { Routes } from '../route/route.ts';

const OfMonth = z.object({ merchantId: MerchantId, month: Month });

export const StatementFile = z
  .enum(
    ['rekening-koran.pdf', 'rekening-koran.xlsx', 'rekening-koran.csv'],
    'Pilih rekening-koran.pdf, rekening-koran.xlsx atau rekening-koran.csv.',
  )
  .meta({ id: 'StatementFile' });
export type StatementFile = z.infer<typeof StatementFile>;

/** A shop's month on paper: what it earned and got, and what was done in its owner's place. */
export const statements = {
  'GET /merchants/{merchantId}/statements/{month}': {
    operation: 'read-statement',
    summary: 'Every order whose goods came in a month, and what became of its money; sums to the rupiah',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMonth,
    response: Statement,
    problems: ['merchant_not_found', 'month_invalid'],
    rate: 10,
  },
  'GET /merchants/{merchantId}/statements/{month}/{file}': {
    operation: 'print-statement',
    summary: 'The same to print or to calculate with; a helper who takes it is on record',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMonth.extend({ file: StatementFile }),
    produces: ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    response: Download,
    problems: ['merchant_not_found', 'month_invalid'],
    rate: 5,
  },
  'GET /merchants/{merchantId}/helper-acts/{month}/pdf': {
    operation: 'print-help-record',
    summary: 'What was done in an owner’s place in a month, as a page to print and to keep',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMonth,
    produces: ['application/pdf'],
    response: Download,
    problems: ['merchant_not_found', 'month_invalid'],
    rate: 5,
  },
} as const satisfies Routes;
