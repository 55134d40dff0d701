import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Provider } from '../../domain/payments/notices/notice.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** What a shop has from its provider, sealed to the shop. */
const ProviderRecord = z.object({ merchantId: MerchantId, provider: Provider, sealed: z.string(), changedAt: Instant });
export type ProviderRecord = z.infer<typeof ProviderRecord>;

// | entity          | pk          | sk                |
// | PaymentProvider | MERCHANT#id | PROVIDER#midtrans |
const providerKey = (merchantId: string, provider: Provider) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `PROVIDER#${provider}`,
});
const providers = entity({
  type: 'PaymentProvider',
  schema: ProviderRecord,
  key: ({ merchantId, provider }: Pick<ProviderRecord, 'merchantId' | 'provider'>) => providerKey(merchantId, provider),
});

export const getProvider = (table: Table, merchantId: string, provider: Provider) =>
  get(table, providers, providerKey(merchantId, provider));
/** The last secret given holds; whoever gives it gives it whole. */
export const putProvider = (record: ProviderRecord): Write => put(providers, record);
