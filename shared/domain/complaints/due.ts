import { addDays, type Day, dayEnd, dayOf, type Instant, type Zone } from '../basics/month.ts';
import { isWorkingDay } from '../places/holidays.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintState } from './states.ts';

/** Working days each side has: as SP4N-LAPOR promises (verified in 3, answered in 5, the reporter replies in 10). */
export const workingDays = { verify: 3, answer: 5, reply: 10 } as const;

/** The end of the working day so many after an instant's own, on the wall clock of the zone. */
export const workingDaysAfter = (at: Instant, days: number, zone: Zone, holidays: ReadonlySet<Day>): Instant => {
  let day = dayOf(at, zone);
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return dayEnd(day, zone);
};

/**
 * How a complaint stands at an instant. One that was answered and not replied to in time is closed by that alone, as what its
 * office said: no clock has to run for it, so none can run late.
 */
export const stateAt = (
  { state, answer, dueAt }: Pick<Complaint, 'state' | 'answer' | 'dueAt'>,
  now: Instant,
): ComplaintState => {
  if (state !== 'answered' || dueAt === null || now < dueAt) return state;
  return answer?.outcome === 'fixed' ? 'closed-fixed' : 'closed-not-fixed';
};

/** Whether city or office let its time pass. */
export const isLate = ({ state, dueAt }: Pick<Complaint, 'state' | 'dueAt'>, now: Instant): boolean =>
  dueAt !== null && now >= dueAt && state !== 'answered';
