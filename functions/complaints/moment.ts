import type { Instant } from '../../shared/domain/basics/month.ts';
import type { Complaint } from '../../shared/domain/complaints/complaint.ts';
import { isLate, stateAt } from '../../shared/domain/complaints/due.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { holidaysOf } from '../../shared/domain/places/holidays.ts';
import { everyHoliday } from '../../shared/rules/holidays.ts';

type Timed = Pick<Complaint, 'state' | 'answer' | 'dueAt'>;
/** A complaint as it stands now: its clock is told when it is read, so none has to run. */
export const asOf = <T extends Timed>(complaint: T, now: Instant): T & { late: boolean } => {
  const state = stateAt(complaint, now);
  const over = state !== complaint.state;
  return { ...complaint, state, dueAt: over ? null : complaint.dueAt, late: isLate(complaint, now) };
};

/** When and where a move is made: the city's clock, with its days off. */
export const momentOf = <By extends string | null>({ zone, holidays: own }: City, at: Instant, by: By) => ({
  at,
  zone,
  by,
  holidays: new Set(holidaysOf(everyHoliday, own).map(({ day }) => day)),
});
