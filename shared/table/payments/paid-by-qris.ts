import * as z from 'zod';
import { getMany } from '../engine/reads.ts';
import type { Table } from '../engine/table.ts';

/** Of the ways a shop takes (ways.ts) the one field by which two shops may be known as one: what says whom its QRIS pays. */
// | entity      | pk          | sk           |
// | PaymentWays | MERCHANT#id | PAYMENT-WAYS |   its QRIS alone
const withQris = { type: 'PaymentWays', schema: z.object({ qris: z.string().nullable() }) };
/** A payload was checked whole when it was stored, so this is its merchant's national number (tag 51, 02). */
const NMID = /0215(ID\d{13})/;

/** Whom each shop's QRIS pays, in the order asked; undefined where a shop has none. At most 100. */
export const paidByQris = async (table: Table, merchantIds: readonly string[]): Promise<(string | undefined)[]> => {
  const keys = merchantIds.map((merchantId) => ({ pk: `MERCHANT#${merchantId}`, sk: 'PAYMENT-WAYS' }));
  const found = await getMany(table, withQris, keys, { consistent: false });
  return found.map((ways) => NMID.exec(ways?.qris ?? '')?.[1]);
};
