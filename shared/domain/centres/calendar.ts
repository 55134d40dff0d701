import { type Day, type Instant, type Zone, zones } from '../basics/month.ts';
import type { Centre } from './centre.ts';
import type { MarketDay } from './market-day.ts';

const HOUR_MS = 3_600_000;
/** The longest line, in bytes without its end (RFC 5545 §3.1). */
const LINE_BYTES = 75;

/** Backslashes, semicolons and commas stand for themselves, line breaks as \n (§3.3.11). */
const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line cut into pieces of at most 75 bytes, each after the first begun with a space; no letter is cut in two. */
const folded = (line: string): string => {
  const pieces: string[] = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LINE_BYTES) {
      pieces.push('');
      bytes = 1;
    }
    pieces[pieces.length - 1] += letter;
    bytes += size;
  }
  return pieces.join('\r\n ');
};

const stamp = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, '');
/** A time on a city's wall, in UTC: Indonesia has no daylight saving, so no zone has to travel along. */
const utc = (day: Day, time: string, zone: Zone): string =>
  stamp(new Date(Date.parse(`${day}T${time}:00.000Z`) - zones[zone] * HOUR_MS).toISOString());

type Event = Pick<
  MarketDay,
  'cityCode' | 'slug' | 'day' | 'name' | 'opensAt' | 'closesAt' | 'cancelled' | 'changedAt' | 'version'
>;
const eventLines = (one: Event, { name, address }: Centre, zone: Zone): string[] => [
  'BEGIN:VEVENT',
  `UID:${one.cityCode}-${one.slug}-${one.day}@pasar-rata`,
  `DTSTAMP:${stamp(one.changedAt)}`,
  `SEQUENCE:${one.version - 1}`,
  `DTSTART:${utc(one.day, one.opensAt, zone)}`,
  `DTEND:${utc(one.day, one.closesAt, zone)}`,
  `SUMMARY:${text(one.name)}`,
  `LOCATION:${text(`${name}, ${address}`)}`,
  `STATUS:${one.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/** Market days of a centre as a calendar that telephones and office programmes read (RFC 5545). */
export const calendarOf = (centre: Centre, days: readonly Event[], zone: Zone): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pasar Rata//Sentra//ID', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${text(centre.name)}`,
    ...days.flatMap((one) => eventLines(one, centre, zone)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
