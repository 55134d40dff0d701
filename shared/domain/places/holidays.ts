import * as z from 'zod';
import { addDays, daysBetween, weekdayOf } from '../basics/month.ts';
import { Day } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';

export const Holiday = z
  .object({
    day: Day,
    name: z.string(),
    kind: z.enum(['national', 'joint', 'city']).describe('Of the country, a joint leave, or the city’s own'),
  })
  .meta({ id: 'Holiday' });
export type Holiday = z.infer<typeof Holiday>;

const MOST_OWN = 40;
/** Days on which the city's own offices are closed besides the country's. */
export const OwnHolidays = z
  .array(z.strictObject({ day: Day, name: Line(80) }))
  .max(MOST_OWN)
  .meta({ id: 'OwnHolidays' });
export type OwnHolidays = z.infer<typeof OwnHolidays>;

/** A day stands in the city's list once: where it stands again, by the field it stands in. */
export const holidayFlaws = (days: OwnHolidays): { pointer: string; detail: string }[] =>
  days.flatMap(({ day }, index) =>
    days.findIndex((other) => other.day === day) < index
      ? [{ pointer: `/holidays/${index}/day`, detail: 'Tanggal ini sudah ada di daftar.' }]
      : [],
  );

/** The country's and the city's own days off, in order of time; a day that is both is the country's. */
export const holidaysOf = (country: readonly Holiday[], own: OwnHolidays = []): Holiday[] => {
  const known = new Set(country.map(({ day }) => day));
  const added = own.filter(({ day }) => !known.has(day)).map((one): Holiday => ({ ...one, kind: 'city' }));
  return [...country, ...added].sort((one, other) => (one.day < other.day ? -1 : 1));
};

const SATURDAY = 6;
export const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>): boolean =>
  weekdayOf(day) < SATURDAY && !holidays.has(day);

/** Working days after `from` up to and with `to`: from Friday to Monday it is one. Zero when `to` is not later. */
export const workingDaysBetween = (from: Day, to: Day, holidays: ReadonlySet<Day>): number => {
  let count = 0;
  for (let ahead = 1; ahead <= daysBetween(from, to); ahead++)
    if (isWorkingDay(addDays(from, ahead), holidays)) count++;
  return count;
};
