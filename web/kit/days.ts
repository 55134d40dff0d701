import { addDays, weekdayOf, type Zone, zones } from '../../shared/domain/basics/month.ts';
import { dateTime, day, weekdays } from '../../shared/domain/basics/wording.ts';

/** `Jumat, 27 November 2026` */
export const longDay = (date: string): string => `${weekdays[weekdayOf(date) - 1]}, ${day(date)}`;

type MakerDays = { readonly leadDays: number; readonly closedDays: readonly number[] };
/** The first day from `from` on that every maker can keep, ordered on `now`; undefined where there is none within two months. */
export const commonDay = (makers: readonly MakerDays[], from: string, now: string): string | undefined => {
  const lead = Math.max(0, ...makers.map(({ leadDays }) => leadDays));
  const closed = new Set(makers.flatMap(({ closedDays }) => closedDays));
  const first = addDays(now, lead);
  const days = Array.from({ length: 60 }, (_, ahead) => addDays(from > first ? from : first, ahead));
  return days.find((one) => !closed.has(weekdayOf(one)));
};

/** The last minute before a time is over: people take midnight for the night before or after. */
export const untilTime = (end: string): string => localTime(new Date(Date.parse(end) - 1).toISOString());
/** An instant on the wall clock of this device when it stands in the country, else of its west. */
export const localTime = (at: string): string => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return dateTime(at, (Object.keys(zones) as Zone[]).find((zone) => zone === own) ?? 'Asia/Jakarta');
};
