import * as z from 'zod';
import { Instant } from '../../domain/basics/month.ts';
import { Provider } from '../../domain/payments/notices/notice.ts';
import { PaymentWays } from '../../domain/payments/ways.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { type Freshness, get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, save, type Write } from '../engine/writes.ts';

export const WaysRecord = z.object({
  ...PaymentWays.shape,
  merchantId: MerchantId,
  changedAt: Instant,
  version: z.int(),
});
export type WaysRecord = z.infer<typeof WaysRecord>;

/** What a shop has from its provider, sealed to the shop. */
const ProviderRecord = z.object({ merchantId: MerchantId, provider: Provider, sealed: z.string(), changedAt: Instant });
export type ProviderRecord = z.infer<typeof ProviderRecord>;

// | entity          | pk          | sk                |
// | PaymentWays     | MERCHANT#id | PAYMENT-WAYS      |
// | PaymentProvider | MERCHANT#id | PROVIDER#midtrans |
const waysKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'PAYMENT-WAYS' });
const ways = entity({
  type: 'PaymentWays',
  schema: WaysRecord,
  key: ({ merchantId }: Pick<WaysRecord, 'merchantId'>) => waysKey(merchantId),
});
const providerKey = (merchantId: string, provider: Provider) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `PROVIDER#${provider}`,
});
const providers = entity({
  type: 'PaymentProvider',
  schema: ProviderRecord,
  key: ({ merchantId, provider }: Pick<ProviderRecord, 'merchantId' | 'provider'>) => providerKey(merchantId, provider),
});

export const getWays = (table: Table, merchantId: string, freshness?: Freshness) =>
  get(table, ways, waysKey(merchantId), freshness);
/** The same, read with everything else that a cart is decided from. */
export const waysOf = (merchantId: string): Read<WaysRecord> => readOf(ways, waysKey(merchantId));
export const saveWays = (record: WaysRecord): Write => save(ways, record);

export const getProvider = (table: Table, merchantId: string, provider: Provider) =>
  get(table, providers, providerKey(merchantId, provider));
/** The last secret given holds; whoever gives it gives it whole. */
export const putProvider = (record: ProviderRecord): Write => put(providers, record);
