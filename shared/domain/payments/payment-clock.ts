import { addDays, DAY_MS, type Day, dayOf, type Zone } from '../basics/month.ts';
import { workingDaysBetween } from '../places/holidays.ts';
import type { Payment } from './payment.ts';
import type { PaymentState } from './payment-states.ts';

type Clocked = Pick<Payment, 'state' | 'handedOverAt' | 'paidOn' | 'dueRupiah'>;

/** States in which the shop has its money, or is owed none. A treasurer's record alone stops no clock. */
const settledStates: readonly PaymentState[] = ['confirmed', 'return_owed', 'returned', 'void'];

const daysFrom = (from: Day, to: Day): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/**
 * Calendar days in the city's zone that a shop has waited, or waited, for the money of goods it handed over: 0 is the same
 * day. Null before the handover, and where nothing is to be paid. Of a paid one they end on the day that the paper names.
 */
export const daysWaiting = ({ state, handedOverAt, paidOn }: Clocked, today: Day, zone: Zone): number | null => {
  if (handedOverAt === null || state === 'void') return null;
  const from = dayOf(handedOverAt, zone);
  return daysFrom(from, settledStates.includes(state) ? (paidOn ?? today) : today);
};

/** Whether a shop still waits for this money, as lists part them. */
export const isOpenPayment = ({ state }: Pick<Payment, 'state'>): boolean => !settledStates.includes(state);

/** How an office pays: what waits, and how long. `medianDays` is the lower middle, a number of days that really occurred. */
export type PaymentClock = {
  readonly waiting: number;
  readonly waitingRupiah: number;
  readonly medianDays: number | null;
  readonly oldestDays: number | null;
  /** The same wait in days on which an office works. */
  readonly oldestWorkingDays: number | null;
};

/** The clock of an office, of all its payments that are not yet confirmed and whose goods were handed over. */
export const paymentClock = (
  payments: readonly Clocked[],
  today: Day,
  zone: Zone,
  holidays: ReadonlySet<Day> = new Set(),
): PaymentClock => {
  const open = payments.filter(({ state, handedOverAt }) => handedOverAt !== null && !settledStates.includes(state));
  const days = open.map((payment) => daysWaiting(payment, today, zone) ?? 0).sort((a, b) => a - b);
  const oldest = days.at(-1);
  return {
    waiting: open.length,
    waitingRupiah: open.reduce((sum, { dueRupiah }) => sum + dueRupiah, 0),
    medianDays: days[Math.floor((days.length - 1) / 2)] ?? null,
    oldestDays: oldest ?? null,
    oldestWorkingDays: oldest === undefined ? null : workingDaysBetween(addDays(today, -oldest), today, holidays),
  };
};
