import { type Day, weekdayOf } from '../basics/month.ts';
import { weekdays } from '../basics/wording.ts';

/** Weekdays as iCalendar and HSDS write them, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Hours of some weekdays, as `Schedule` has them; here without its schema, which no page carries. */
type Hours = {
  readonly byDay: readonly (typeof weekdayCodes)[number][];
  readonly opensAt: string;
  readonly closesAt: string;
};

/** Whether it is open on a day at all. */
export const isOpenOn = (schedules: readonly Hours[], day: Day): boolean => {
  const code = weekdayCodes[weekdayOf(day) - 1];
  return schedules.some(({ byDay }) => code !== undefined && byDay.includes(code));
};

const clock = (time: string): string => time.replace(':', '.');
/** `08.00–17.00` */
export const hoursWords = ({ opensAt, closesAt }: Pick<Hours, 'opensAt' | 'closesAt'>): string =>
  `${clock(opensAt)}–${clock(closesAt)}`;

/** Days in a row as one: `Senin–Jumat, Minggu`. */
const daysWords = (byDay: Hours['byDay']): string => {
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
export const scheduleWords = (schedules: readonly Hours[]): string =>
  schedules.map((one) => `${daysWords(one.byDay)} ${hoursWords(one)}`).join('; ');
