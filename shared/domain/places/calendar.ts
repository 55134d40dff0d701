import type { Instant } from '../basics/month.ts';

/* iCalendar as RFC 5545 has it, for telephones and office programmes. */

/** One thing in somebody's calendar; of two with one `uid` the later version counts. */
export type CalendarEvent = {
  readonly uid: string;
  readonly version: number;
  readonly changedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly place: string;
  readonly description?: string;
  readonly cancelled?: boolean;
};

/** The longest line, in bytes without its end (§3.1). */
const LINE_BYTES = 75;
const encoder = new TextEncoder();

/** Backslashes, semicolons and commas stand for themselves, line breaks as \n (§3.3.11). */
const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
/** In UTC: Indonesia has no daylight saving, so no zone has to travel along. */
const stamp = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, '');

/** A line cut into pieces of at most 75 bytes, each after the first begun with a space; no letter is cut in two. */
const folded = (line: string): string => {
  const pieces: string[] = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      pieces.push('');
      bytes = 1;
    }
    pieces[pieces.length - 1] += letter;
    bytes += size;
  }
  return pieces.join('\r\n ');
};

const eventLines = (one: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${one.uid}@pasar-rata`,
  `DTSTAMP:${stamp(one.changedAt)}`,
  `SEQUENCE:${one.version - 1}`,
  `DTSTART:${stamp(one.startsAt)}`,
  `DTEND:${stamp(one.endsAt)}`,
  `SUMMARY:${text(one.summary)}`,
  `LOCATION:${text(one.place)}`,
  ...(one.description === undefined ? [] : [`DESCRIPTION:${text(one.description)}`]),
  `STATUS:${one.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/** A calendar under a name, as a file. */
export const calendarText = (name: string, events: readonly CalendarEvent[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pasar Rata//ID',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
