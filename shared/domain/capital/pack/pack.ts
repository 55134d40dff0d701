import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
import { Day, Month } from '../../basics/month-schema.ts';
import { CityCode, DistrictCode } from '../../places/region.ts';
import { MerchantId } from '../../register/merchant.ts';

const PackMonth = z.object({
  month: Month,
  listed: z.boolean().describe('Was on the market; before that nothing is known of the shop'),
  received: z.int().describe('Orders whose goods were received'),
  rupiah: RupiahTotal.describe('Goods received'),
  cancelledByShop: z.int(),
  onTime: z.int(),
  late: z.int(),
});

/**
 * What a shop did on the market in some months: facts that anybody could count again, no score, no rank, no advice, and
 * nobody but the shop (POJK 19/2025 pasal 14, POJK 29/2024: who judges credit for banks needs a licence).
 */
export const PackContent = z
  .object({
    kind: z.literal('rekam-usaha'),
    edition: z.literal(1),
    shop: z.object({
      merchantId: MerchantId,
      name: z.string(),
      cityCode: CityCode,
      district: DistrictCode,
      since: Day,
    }),
    from: Month,
    to: Month,
    madeOn: Day,
    months: z.array(PackMonth).describe('Oldest first; the season is in them'),
    totals: z.object({
      received: z.int(),
      rupiah: RupiahTotal,
      cancelledByShop: z.int(),
      onTime: z.int(),
      late: z.int(),
      returned: z.int().describe('Received orders of which money went back to the buyer'),
      upheldComplaints: z.int().describe('Disputed orders that ended against the shop'),
      repeatBuyers: z.int().describe('Buyers, persons and offices, with two received orders or more'),
      offices: z.int().describe('Different offices that received goods'),
    }),
    payments: z.object({
      paid: z.int(),
      paidRupiah: RupiahTotal,
      open: z.int(),
      openRupiah: RupiahTotal,
      medianDays: z.int().nullable().describe('From the first handover to the money, the lower middle'),
      longestDays: z.int().nullable(),
    }),
    certificates: z
      .array(z.object({ title: z.string(), on: Day, code: z.string() }))
      .describe('Of trainings, each to be checked by its code'),
    sources: z.array(z.string()),
  })
  .meta({ id: 'PackContent' });
export type PackContent = z.infer<typeof PackContent>;

/** A pack as it is handed over: what it says, its fingerprint, and the market's signature over it. */
export const Pack = z
  .object({
    code: z.string().describe('Opens the check page'),
    content: PackContent,
    hash: z.string().describe('SHA-256 of the content as RFC 8785 writes it, in hex'),
    signature: z.string(),
    publicKey: z.string(),
  })
  .meta({ id: 'Pack' });
export type Pack = z.infer<typeof Pack>;
