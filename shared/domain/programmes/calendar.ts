import type { Instant, Zone } from '../basics/month.ts';
import { type Series, spanOf } from './series.ts';

/* iCalendar as RFC 5545 has it: lines of at most 75 bytes, ended by CR LF, text with its marks escaped. */

const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

const LINE_BYTES = 75;
const encoder = new TextEncoder();
/** A long line goes on in the next after a space, never inside a letter. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let [current, bytes] = ['', 0];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      lines.push(current);
      [current, bytes] = [' ', 1];
    }
    current += letter;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
};

type Shown = Pick<Series, 'seriesId' | 'title' | 'about' | 'sessions' | 'version' | 'createdAt'>;
/** The meetings of a series, for anybody's calendar; a changed one replaces what was taken over before. */
export const calendarOf = (series: Shown, zone: Zone, now: Instant): string => {
  const many = series.sessions.length > 1;
  const events = series.sessions.flatMap((session, at) => {
    const { startsAt, endsAt } = spanOf(session, zone);
    return [
      'BEGIN:VEVENT',
      `UID:${series.seriesId}-${at + 1}@pasar-rata`,
      `SEQUENCE:${series.version}`,
      ...[`DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`],
      `SUMMARY:${escaped(many ? `${series.title} (${at + 1} dari ${series.sessions.length})` : series.title)}`,
      `LOCATION:${escaped(session.place)}`,
      `DESCRIPTION:${escaped(series.about)}`,
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pasar Rata//Pelatihan//ID', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
