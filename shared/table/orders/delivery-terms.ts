import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { DeliveryTerms } from '../../domain/deliveries/terms.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { type Freshness, get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const TermsRecord = z.object({
  ...DeliveryTerms.shape,
  merchantId: MerchantId,
  changedAt: Instant,
  version: z.int(),
});
export type TermsRecord = z.infer<typeof TermsRecord>;

// | entity        | pk          | sk             |
// | DeliveryTerms | MERCHANT#id | DELIVERY-TERMS |
const key = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'DELIVERY-TERMS' });
const terms = entity({
  type: 'DeliveryTerms',
  schema: TermsRecord,
  key: ({ merchantId }: Pick<TermsRecord, 'merchantId'>) => key(merchantId),
});

export const getTerms = (table: Table, merchantId: string, freshness?: Freshness) =>
  get(table, terms, key(merchantId), freshness);
export const termsOf = (merchantId: string): Read<TermsRecord> => readOf(terms, key(merchantId));
export const saveTerms = (record: TermsRecord): Write => save(terms, record);
