import * as z from 'zod';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { MerchantId } from '../register/merchant.ts';
import type { TaxFacts } from './tax-lines.ts';

/** What a shop says of its own taxes. Its word, not checked here; the papers of offices name taxes by it. */
export const SellerTaxes = z
  .strictObject({
    pkp: z.boolean().default(false).describe('Charges VAT (pengusaha kena pajak): its prices hold the tax'),
    certificate: z
      .strictObject({ number: Line(60), until: Day.optional() })
      .nullable()
      .default(null)
      .describe('Surat Keterangan PP 55: pays the final tax instead'),
    belowLimitYear: z
      .string()
      .regex(/^20\d{2}$/, 'Tulis tahun seperti 2026.')
      .nullable()
      .default(null)
      .describe('The year for which a person declared sales of Rp500 million at most'),
  })
  .meta({ id: 'SellerTaxes' });
export type SellerTaxes = z.infer<typeof SellerTaxes>;

export const SellerTaxRecord = z.object({
  ...SellerTaxes.shape,
  merchantId: MerchantId,
  saidAt: Instant,
  version: z.int(),
});
export type SellerTaxRecord = z.infer<typeof SellerTaxRecord>;

type Known = { readonly kind: 'person' | 'entity'; readonly npwp?: unknown };

/** What decides about the taxes of a sale on a day: the register's word on who sells, and the shop's on its taxes. */
export const sellerOn = (day: Day, { kind, npwp }: Known, said: SellerTaxes | undefined): TaxFacts['seller'] => ({
  person: kind === 'person',
  // A person's tax number is their NIK.
  npwp: npwp !== undefined || kind === 'person',
  pkp: said?.pkp ?? false,
  finalTax: said?.certificate != null && (said.certificate.until === undefined || day <= said.certificate.until),
  belowLimit: kind === 'person' && said?.belowLimitYear === day.slice(0, 4),
});
