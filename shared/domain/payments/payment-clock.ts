import * as z from 'zod';
import { addDays, DAY_MS, dayOf, type Zone } from '../basics/month.ts';
import { Day } from '../basics/month-schema.ts';
import { workingDaysBetween } from '../places/holidays.ts';
import type { Payment } from './payment.ts';
import type { PaymentState } from './payment-states.ts';

type Clocked = Pick<Payment, 'state' | 'handedOverAt' | 'paidOn'>;

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
  readonly medianDays: number | null;
  readonly oldestDays: number | null;
  /** The same wait in days on which an office works. */
  readonly oldestWorkingDays: number | null;
};

/** How many payments wait since each day on which goods were handed over. */
export const WaitingSince = z.record(Day, z.int());
export type WaitingSince = z.infer<typeof WaitingSince>;

/** What waits of an office's payments: not yet confirmed, and their goods handed over. */
export const waitingSince = (
  payments: readonly Pick<Clocked, 'state' | 'handedOverAt'>[],
  zone: Zone,
): WaitingSince => {
  const since: WaitingSince = {};
  for (const payment of payments) {
    if (payment.handedOverAt === null || !isOpenPayment(payment)) continue;
    const day = dayOf(payment.handedOverAt, zone);
    since[day] = (since[day] ?? 0) + 1;
  }
  return since;
};

/** The clock of an office on a day, from how many wait since when. */
export const clockOn = (today: Day, since: WaitingSince, holidays: ReadonlySet<Day> = new Set()): PaymentClock => {
  const oldestFirst = Object.entries(since).sort(([one], [other]) => (one < other ? -1 : 1));
  const waiting = oldestFirst.reduce((sum, [, count]) => sum + count, 0);
  const days = oldestFirst.map(([day, count]) => ({ days: daysFrom(day, today), count }));
  // The lower middle of the days is the upper middle of the order from the oldest.
  let passed = 0;
  const middle = days.find(({ count }) => {
    passed += count;
    return passed > Math.floor(waiting / 2);
  });
  const oldest = days[0]?.days;
  return {
    waiting,
    medianDays: middle?.days ?? null,
    oldestDays: oldest ?? null,
    oldestWorkingDays: oldest === undefined ? null : workingDaysBetween(addDays(today, -oldest), today, holidays),
  };
};

/** In which order offices stand: who lets its shops wait longest first, unless somebody asks for another. */
export const clockOrders = ['oldest', 'median', 'waiting', 'name'] as const;
export type ClockOrder = (typeof clockOrders)[number];
type Clock = {
  readonly name: string;
  readonly waiting: number;
  readonly medianDays: number | null;
  readonly oldestDays: number | null;
};
const figures: Readonly<Record<ClockOrder, (office: Clock) => number>> = {
  oldest: ({ oldestDays }) => oldestDays ?? -1,
  median: ({ medianDays }) => medianDays ?? -1,
  waiting: ({ waiting }) => waiting,
  name: () => 0,
};

/** Who stands alike stands by name. */
export const inClockOrder = <C extends Clock>(offices: readonly C[], order: ClockOrder): C[] =>
  offices.toSorted((a, b) => figures[order](b) - figures[order](a) || a.name.localeCompare(b.name, 'id'));
