import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { PaymentWay } from '../basics/payment-way.ts';
import type { PayoutAccount } from '../register/bank.ts';
import { banks } from '../register/bank-names.ts';
import { Payment } from './payment.ts';
import { readShopQris } from './qris/qris.ts';
import { type WayFacts, wayRefused, waysTaken } from './way-rule.ts';
import type { PaymentWays } from './ways.ts';

/** What a buyer needs to pay in the chosen way: to whom, how much, and what to write with it. */
export const HowToPay = z
  .object({
    rupiah: Rupiah,
    qris: z
      .object({ payload: z.string(), name: z.string(), nmid: z.string(), city: z.string() })
      .optional()
      .describe('Compare the name in your app with this one before you pay'),
    transfer: z
      .object({ bank: z.string(), number: z.string(), holder: z.string(), code: z.string() })
      .optional()
      .describe('Write the code with the transfer'),
  })
  .meta({ id: 'HowToPay' });
export type HowToPay = z.infer<typeof HowToPay>;

/** A way, and why it cannot be chosen for this order; null when it can. */
export const WayChoice = z.object({ way: PaymentWay, refused: z.string().nullable() }).meta({ id: 'WayChoice' });
export type WayChoice = z.infer<typeof WayChoice>;

/** A payment as its parties see it; how to pay, and among what to choose, for the buyer while it is open. */
export const PaymentView = Payment.extend({
  howToPay: HowToPay.nullable(),
  choices: z.array(WayChoice),
}).meta({ id: 'PaymentView' });
export type PaymentView = z.infer<typeof PaymentView>;

/** Each way the shop takes, with the sentence that refuses it for this order, in the words of the refusal itself. */
export const wayChoices = (facts: WayFacts): WayChoice[] =>
  waysTaken(facts.office, facts.ways).map((way) => ({ way, refused: wayRefused(way, facts)?.sentence ?? null }));

/** How to pay what is due, from what the shop says now: a new account holds for orders that wait, too. */
export const howToPay = (
  { way, dueRupiah, code }: Pick<Payment, 'way' | 'dueRupiah' | 'code'>,
  ways: PaymentWays,
  account: PayoutAccount | undefined,
): HowToPay => {
  const pays = { rupiah: dueRupiah };
  if (way === 'qris' && ways.qris !== null) {
    const { payload, name, nmid, city } = readShopQris(ways.qris);
    return { ...pays, qris: { payload, name, nmid, city } };
  }
  if ((way === 'transfer' || way === 'treasury') && account) {
    const bank = account.bank === 'other' ? (account.bankName ?? '') : banks[account.bank];
    return { ...pays, transfer: { bank, number: account.number, holder: account.holder, code } };
  }
  return pays;
};
