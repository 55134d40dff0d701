import { addMonths, DAY_MS, type Instant, later } from '../../basics/month.ts';

/** The first month of a simulated year. */
export const FIRST_MONTH = '2026-01';

/** When a day of the simulated year is; its months are those of the calendar. */
export const instantOf = (month: number, day: number): Instant =>
  later(`${addMonths(FIRST_MONTH, month)}-01T03:00:00.000Z`, day * DAY_MS);

export const officeOf = (index: number): string => `office-${index}`;
