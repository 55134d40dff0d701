import type { Instant, Zone } from '../basics/month.ts';
import { calendarText } from '../places/calendar.ts';
import { type Series, spanOf } from './series.ts';

type Shown = Pick<Series, 'seriesId' | 'title' | 'about' | 'sessions' | 'version'>;
/** The meetings of a series, for anybody's calendar; a changed one replaces what was taken over before. */
export const calendarOf = ({ seriesId, title, about, sessions, version }: Shown, zone: Zone, now: Instant): string =>
  calendarText(
    title,
    sessions.map((session, at) => ({
      uid: `${seriesId}-${at + 1}`,
      version,
      changedAt: now,
      ...spanOf(session, zone),
      summary: sessions.length > 1 ? `${title} (${at + 1} dari ${sessions.length})` : title,
      place: session.place,
      description: about,
    })),
  );
