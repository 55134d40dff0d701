import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Instant, Month } from '../../basics/month-schema.ts';
import { DistrictCode } from '../../places/region.ts';
import { MerchantId } from '../../register/merchant.ts';
import { GapEvidence } from './gap-evidence.ts';
import { Missed } from './missed.ts';
import { supportCauses } from './support.ts';

const GapShop = z.object({ merchantId: z.string(), name: z.string(), district: z.string(), category: z.string() });

/** What is found of one owner who did not sell: why, what to do next, and what was missed. */
export const GapFinding = z.object({
  ownerId: z.string(),
  shops: z.array(GapShop),
  monthsUnsold: z.int(),
  cause: z.enum(supportCauses),
  fix: z.enum(['listing', 'price', 'photo', 'capacity']).nullable(),
  action: z.string(),
  fairShareRupiah: z.int().describe('A fair share of the demand met in these months'),
  missed: Missed.nullable().describe('What like shops sold in these months; null where too few are alike'),
  evidence: GapEvidence,
});
export type GapFinding = z.infer<typeof GapFinding>;

/** A finding with where the shops are. For the city only: it names people. */
export const GapLine = GapFinding.extend({
  shops: z.array(GapShop.extend({ address: z.string() })),
}).meta({ id: 'GapLine' });
export type GapLine = z.infer<typeof GapLine>;

/** What narrows the list. */
export const GapFilter = z.strictObject({
  district: DistrictCode.optional(),
  category: Category.optional(),
  cause: z.enum(supportCauses).optional(),
  unsoldSince: Month.optional().describe('Owners who sold nothing in this month, nor in any after it'),
  merchant: MerchantId.optional().describe('The owner of this shop alone'),
});
export type GapFilter = { readonly [Name in keyof z.infer<typeof GapFilter>]: z.infer<typeof GapFilter>[Name] };

export const GapSummary = z
  .object({
    owners: z.int(),
    byCause: z.record(z.enum(supportCauses), z.int()),
    neverShown: z.int().describe('Passed and never shown: the market’s own fault, must be 0'),
    fairShareRupiah: z.int(),
    ledgerVersion: z.string(),
    madeAt: Instant.describe('When the list was made: of a city of many shops, up to an hour before it is read'),
    basis: z.string().describe('Which demand was looked at, and how'),
  })
  .meta({ id: 'GapSummary' });
export type GapSummary = z.infer<typeof GapSummary>;
