import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { PaymentWays } from '../../domain/payments/ways.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { type Freshness, get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

export const WaysRecord = z.object({
  ...PaymentWays.shape,
  merchantId: MerchantId,
  changedAt: Instant,
  version: z.int(),
});
export type WaysRecord = z.infer<typeof WaysRecord>;

// | entity      | pk          | sk           |
// | PaymentWays | MERCHANT#id | PAYMENT-WAYS |
const waysKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'PAYMENT-WAYS' });
const ways = entity({
  type: 'PaymentWays',
  schema: WaysRecord,
  key: ({ merchantId }: Pick<WaysRecord, 'merchantId'>) => waysKey(merchantId),
});

export const getWays = (table: Table, merchantId: string, freshness?: Freshness) =>
  get(table, ways, waysKey(merchantId), freshness);
/** The same, read with everything else that a cart is decided from. */
export const waysOf = (merchantId: string): Read<WaysRecord> => readOf(ways, waysKey(merchantId));
export const saveWays = (record: WaysRecord): Write => save(ways, record);
