import { DAY_MS, type Instant, later } from '../basics/month.ts';
import type { Payment } from './payment.ts';
import type { PaymentState } from './payment-states.ts';

/** What waits for the shop's word holds a buyer up so long from its last step, and no longer. */
const PATIENT_DAYS = 30;
/**
 * What the shop says was not paid, so long from the first word of it, whatever the shop goes on saying: it can take it to the
 * city, and what is erased stays in its books.
 */
const DISPUTED_DAYS = 60;
/** What was simply never paid. */
const OWED_DAYS = 365;

const waits: readonly PaymentState[] = ['claimed', 'return_owed'];
const denied: readonly PaymentState[] = ['not_found', 'refused'];
/** The first word of a dispute: the buyer says they paid, or the shop that they would not. */
const opening: readonly PaymentState[] = ['claimed', 'refused'];

/**
 * Why the money of an order keeps its buyer: they owe it, the shop says so and they do not, or the shop has not answered.
 * Undefined when it does not; none of it does for ever, because nobody's erasure may hang on what another will not do.
 */
export const moneyBetween = (
  { state, history, dueRupiah }: Pick<Payment, 'state' | 'history' | 'dueRupiah'>,
  now: Instant,
): 'owed' | 'denied' | 'waits' | undefined => {
  const within = (since: Instant | undefined, days: number) => later(since ?? now, days * DAY_MS) > now;
  const last = history.at(-1)?.at;
  if (waits.includes(state)) return within(last, PATIENT_DAYS) ? 'waits' : undefined;
  if (dueRupiah === 0) return undefined;
  if (denied.includes(state)) {
    const first = history.find((step) => opening.includes(step.state))?.at;
    return within(first ?? last, DISPUTED_DAYS) ? 'denied' : undefined;
  }
  return state === 'unpaid' && within(last, OWED_DAYS) ? 'owed' : undefined;
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
