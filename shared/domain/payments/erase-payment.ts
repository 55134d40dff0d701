import { DAY_MS, type Instant, later } from '../basics/month.ts';
import type { Payment } from './payment.ts';
import type { PaymentState } from './payment-states.ts';

/** What waits for the shop's word holds a buyer up so long from its last step, and no longer. */
const PATIENT_DAYS = 30;

/** What the buyer has to do, however long it takes: pay. */
const owed: readonly PaymentState[] = ['unpaid', 'not_found', 'refused'];
/** What the shop has to do: look for the money, or give it back. */
const waits: readonly PaymentState[] = ['claimed', 'return_owed'];

/** Why the money of an order keeps its buyer: they owe it, or the shop has not answered. Undefined when it does not. */
export const moneyBetween = (
  { state, history, dueRupiah }: Pick<Payment, 'state' | 'history' | 'dueRupiah'>,
  now: Instant,
): 'owed' | 'waits' | undefined => {
  if (owed.includes(state)) return dueRupiah > 0 ? 'owed' : undefined;
  const since = history.at(-1)?.at ?? now;
  return waits.includes(state) && later(since, PATIENT_DAYS * DAY_MS) > now ? 'waits' : undefined;
};

/** The money of an order without its person: every sum and state as it was, no proof, none of the buyer's words. */
export const erasedPayment = (
  { proofId: _, ...payment }: Payment,
  { person, name }: { readonly person: string; readonly name: string },
): Payment => ({
  ...payment,
  buyer: name,
  history: payment.history.map(({ reason, ...step }) => {
    if (step.by === person) return { ...step, by: name };
    return reason === undefined ? step : { ...step, reason };
  }),
  version: payment.version + 1,
});
