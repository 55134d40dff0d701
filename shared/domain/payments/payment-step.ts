import { Problem } from '../../problem.ts';
import type { Instant, Zone } from '../basics/month.ts';
import type { Caller } from '../people/caller.ts';
import { partiesOfPayment, requirePaymentMove } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentMove } from './payment-states.ts';

/** When, where and by whom a decision is made. */
export type Moment = { readonly caller: Caller; readonly at: Instant; readonly zone: Zone };

export const requireStep = (payment: Payment, move: PaymentMove, { caller }: Moment) =>
  requirePaymentMove(payment, move, partiesOfPayment(payment, caller));

export const step = ({ caller, at }: Moment, reason?: string) => ({
  by: caller.person,
  at,
  ...(reason === undefined ? {} : { reason }),
});

export const wrongWay = (sentence: string): Problem =>
  new Problem('way_not_offered', sentence, [{ pointer: '/way', detail: 'Periksa cara bayar pesanan ini.' }]);

/** Who pays and the shop may say no to each other so often; then they talk, or the city does. */
const MOST_TIMES = 10;
export const requireFewer = ({ history }: Payment, said: 'claimed' | 'recorded' | 'returned'): void => {
  if (history.filter(({ state }) => state === said).length < MOST_TIMES) return;
  throw new Problem(
    'limit_reached',
    `Pembayaran ini sudah ${MOST_TIMES} kali dikabarkan dan dibantah. Hubungi toko, atau minta bantuan kota.`,
  );
};

/** Nobody confirms what they themselves told or recorded: a second pair of eyes looks at the account. */
export const requireOtherHand = ({ history }: Payment, { caller }: Moment): void => {
  const said = history.some(({ state, by }) => (state === 'claimed' || state === 'recorded') && by === caller.person);
  if (said)
    throw new Problem('own_payment', 'Pembayaran yang Anda catat sendiri dikonfirmasi oleh orang lain di toko.');
};
