import * as z from 'zod';
import { ClockTime } from '../basics/clock-time.ts';
import { type Day, weekdayOf } from '../basics/month.ts';
import { weekdays } from '../basics/wording.ts';

/** Weekdays as iCalendar and HSDS write them, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Hours of some weekdays: HSDS's schedule with `byday`, `opens_at`, `closes_at`, in the names of this API. */
export const Schedule = z
  .strictObject({
    byDay: z.array(z.enum(weekdayCodes)).min(1).max(7),
    opensAt: ClockTime,
    closesAt: ClockTime,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    error: 'Isi jam tutup sesudah jam buka.',
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

/** Whether it is open on a day at all. */
export const isOpenOn = (schedules: readonly Schedule[], day: Day): boolean => {
  const code = weekdayCodes[weekdayOf(day) - 1];
  return schedules.some(({ byDay }) => code !== undefined && byDay.includes(code));
};

const clock = (time: string): string => time.replace(':', '.');
/** `08.00–17.00` */
export const hoursWords = ({ opensAt, closesAt }: Pick<Schedule, 'opensAt' | 'closesAt'>): string =>
  `${clock(opensAt)}–${clock(closesAt)}`;

/** Days in a row as one: `Senin–Jumat, Minggu`. */
const daysWords = (byDay: Schedule['byDay']): string => {
  const at = weekdayCodes.flatMap((code, index) => (byDay.includes(code) ? [index] : []));
  const runs: [from: number, to: number][] = [];
  for (const index of at) {
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs
    .map(([from, to]) => {
      const [first, last] = [weekdays[from] ?? '', weekdays[to] ?? ''];
      return from === to ? first : to === from + 1 ? `${first}, ${last}` : `${first}–${last}`;
    })
    .join(', ');
};

/** When it is open, as people say it: `Senin–Jumat 08.00–17.00; Sabtu 08.00–12.00`. */
export const scheduleWords = (schedules: readonly Schedule[]): string =>
  schedules.map((one) => `${daysWords(one.byDay)} ${hoursWords(one)}`).join('; ');
