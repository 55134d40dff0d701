import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { DistrictCode } from '../places/region.ts';

/** The most cash on delivery a shop may offer: what a courier carries safely, and a newcomer can lose. */
const COD_MAX_RUPIAH = 5_000_000;

/** Which ways a shop takes. An office always pays through its treasurer, to the shop's account. */
export const PaymentWays = z
  .strictObject({
    cod: z
      .strictObject({
        maxRupiah: Rupiah.min(1).max(COD_MAX_RUPIAH).describe('Most one order may cost to be paid in cash'),
        districts: z
          .array(DistrictCode)
          .max(80)
          .describe('Where cash is taken; empty means wherever the shop delivers'),
      })
      .nullable(),
    qris: z.string().max(600).nullable().describe('The payload of the shop’s static QRIS, checked whole'),
    transfer: z.boolean().describe('To the account of the shop’s registration'),
  })
  .meta({ id: 'PaymentWays' });
export type PaymentWays = z.infer<typeof PaymentWays>;

/** As an owner sends them: their QRIS is not shown again to be sent back, so it stays unless another is named. */
export const NewPaymentWays = PaymentWays.extend({
  qris: PaymentWays.shape.qris
    .optional()
    .describe('The payload of the shop’s static QRIS, checked whole; left out it stays, null removes it'),
}).meta({ id: 'NewPaymentWays' });

export const NO_WAYS: PaymentWays = { cod: null, qris: null, transfer: false };

/** The ways as everybody may see them: to whom a QRIS pays, but neither its payload nor an account number. */
export const ShownWays = PaymentWays.omit({ qris: true })
  .extend({ qris: z.object({ name: z.string(), nmid: z.string() }).nullable(), version: z.int() })
  .meta({ id: 'ShownWays' });
export type ShownWays = z.infer<typeof ShownWays>;
