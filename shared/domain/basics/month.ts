/**
 * The three civil time zones of Indonesia. None has daylight saving, so an offset is exact for every instant
 * the market knows (source: IANA tzdata, Asia/Jakarta, Asia/Makassar, Asia/Jayapura since 1988).
 */
export const zones = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
export type Zone = keyof typeof zones;

/** A calendar month in the city's own zone: `'2026-11'`. Months compare and sort as text. */
export type Month = string;

/** A calendar day in the city's own zone: `'2026-11-22'`. */
export type Day = string;

/** An instant in UTC with milliseconds, as `Date.toISOString` writes it, so instants sort as text. */
export type Instant = string;

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The instant as the local clock on the wall shows it, written as if it were UTC. */
export const wallTime = (at: Instant | Date, zone: Zone): string =>
  new Date((typeof at === 'string' ? Date.parse(at) : at.getTime()) + zones[zone] * HOUR_MS).toISOString();

/** The day of the instant that was asked last: a decision asks for the day of its one instant again and again. */
let last = { at: '', zone: '', day: '' };
export const dayOf = (at: Instant | Date, zone: Zone): Day => {
  if (typeof at !== 'string') return wallTime(at, zone).slice(0, 10);
  if (last.at !== at || last.zone !== zone) last = { at, zone, day: wallTime(at, zone).slice(0, 10) };
  return last.day;
};
/** The time on the wall: `08:05`. */
export const clockOf = (at: Instant | Date, zone: Zone): string => wallTime(at, zone).slice(11, 16);
export const monthOf = (at: Instant | Date, zone: Zone): Month => wallTime(at, zone).slice(0, 7);

const indexOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** `monthsBetween('2026-11', '2027-01')` is 2. */
export const monthsBetween = (from: Month, to: Month): number => indexOf(to) - indexOf(from);

/** `addMonths('2026-11', 2)` is `'2027-01'`. */
export const addMonths = (month: Month, count: number): Month => {
  const index = indexOf(month) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};
export const previousMonth = (month: Month): Month => addMonths(month, -1);

/** Decisions of one day add the same few figures to it again and again; a day's text takes longer to make than to find. */
const added = new Map<string, Day>();
const MOST_ADDED = 1000;

export const addDays = (day: Day, count: number): Day => {
  const asked = `${day} ${count}`;
  const known = added.get(asked);
  if (known !== undefined) return known;
  const found = new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);
  if (added.size >= MOST_ADDED) added.clear();
  added.set(asked, found);
  return found;
};

/** `daysBetween('2026-11-30', '2026-12-02')` is 2. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** `daysIn('2028-02')` is 29. */
export const daysIn = (month: Month): number => Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
/** Days from this one to the end of its month, both in it. */
export const daysLeft = (day: Day): number => daysIn(day.slice(0, 7)) - Number(day.slice(8)) + 1;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** The instant at which the clocks of a zone show a time of a day: `onWall('2026-11-12', '09:30', zone)`. */
export const onWall = (day: Day, clock: string, zone: Zone): Instant =>
  new Date(Date.parse(`${day}T${clock}:00.000Z`) - zones[zone] * HOUR_MS).toISOString();

/** The first instant of a day in its zone. */
const dayStart = (day: Day, zone: Zone): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - zones[zone] * HOUR_MS).toISOString();
/** The first instant after the day. */
export const dayEnd = (day: Day, zone: Zone): Instant => dayStart(addDays(day, 1), zone);

/** The first instant of a month in its zone. */
export const monthStart = (month: Month, zone: Zone): Instant => dayStart(`${month}-01`, zone);

/** The first instant after the month: the month is over from here on. */
export const monthEnd = (month: Month, zone: Zone): Instant => monthStart(addMonths(month, 1), zone);

/** Turnover of a month may be reported through day 10 of the next; the month closes for good on day 11. */
export const REPORTING_DAYS = 10;
export const reportingDeadline = (month: Month, zone: Zone): Instant =>
  new Date(Date.parse(monthEnd(month, zone)) + REPORTING_DAYS * DAY_MS).toISOString();

export const later = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString();
