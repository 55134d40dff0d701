import * as z from 'zod';
import { ClockTime } from '../basics/clock-time.ts';
import { dayEnd, onWall, type Zone } from '../basics/month.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { ProgrammeLink } from './link.ts';

/** Seats, people in the queue and meetings of one series: so many that every list of it is read whole. */
export const MOST_SEATS = 100;
export const MOST_ENROLLED = 300;
const MOST_SESSIONS = 20;
const MOST_MATERIALS = 20;

/** `srs_…`. */
export const SeriesId = z
  .string()
  .regex(/^srs_[0-9a-hjkmnp-tv-z]{26}$/, 'Buka program ini lagi dari tautannya.')
  .meta({ id: 'SeriesId' });

/** One meeting: its day, from when to when on the city's clock, and where. */
export const TrainingSession = z
  .strictObject({ day: Day, from: ClockTime, to: ClockTime, place: Line(200) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Jam selesai harus sesudah jam mulai.' })
  .meta({ id: 'TrainingSession' });
export type TrainingSession = z.infer<typeof TrainingSession>;

export const SeriesKind = z.enum(['training', 'mentoring']).meta({ id: 'SeriesKind' });

const startsAs = ({ day, from }: TrainingSession): string => `${day} ${from}`;
export const NewSeries = z
  .strictObject({
    kind: SeriesKind,
    title: Name(100),
    about: Paragraph(1000),
    mentor: Person.describe('The account of the mentor, who holds that role in the city'),
    mentorName: Name(80),
    seats: z.int().min(1).max(MOST_SEATS),
    enrolUntil: Day.describe('Whoever enrols through this day is in the draw'),
    sessions: z.array(TrainingSession).min(1).max(MOST_SESSIONS),
    materials: z.array(ProgrammeLink).max(MOST_MATERIALS).default([]),
  })
  .refine(
    ({ sessions }) => sessions.every((one, at) => at === 0 || startsAs(sessions[at - 1] ?? one) < startsAs(one)),
    {
      path: ['sessions'],
      message: 'Urutkan pertemuan dari yang paling awal, masing-masing pada waktu lain.',
    },
  )
  .refine(({ sessions, enrolUntil }) => enrolUntil < (sessions[0]?.day ?? ''), {
    path: ['enrolUntil'],
    message: 'Pendaftaran harus ditutup sebelum hari pertemuan pertama.',
  })
  .meta({ id: 'NewSeries' });
export type NewSeries = z.infer<typeof NewSeries>;

/** A training or mentoring of a city: who gives it, when, where, for how many, and how its seats were drawn. */
export const Series = z
  .object({
    ...NewSeries.shape,
    seriesId: SeriesId,
    cityCode: CityCode,
    startsAt: Instant.describe('Of the first meeting'),
    endsAt: Instant.describe('Of the last'),
    lotMark: z
      .string()
      .describe('SHA-256 of the seed of its lot, from the day it is announced: the seed cannot be chosen later'),
    lot: z
      .object({ seed: z.string(), rule: z.int(), at: Instant })
      .nullable()
      .describe('Null until the seats are drawn'),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Series' });
export type Series = z.infer<typeof Series>;

/** What a list of series shows. */
export const SeriesCard = Series.pick({
  seriesId: true,
  cityCode: true,
  kind: true,
  title: true,
  mentorName: true,
  seats: true,
  enrolUntil: true,
  startsAt: true,
  endsAt: true,
  lot: true,
}).meta({ id: 'SeriesCard' });
export type SeriesCard = z.infer<typeof SeriesCard>;

/** From when to when a meeting is, as instants. */
export const spanOf = (
  { day, from, to }: TrainingSession,
  zone: Zone,
): { readonly startsAt: Instant; readonly endsAt: Instant } => ({
  startsAt: onWall(day, from, zone),
  endsAt: onWall(day, to, zone),
});

/** From the beginning of the first meeting to the end of the last. */
export const wholeSpan = (sessions: readonly TrainingSession[], zone: Zone) => {
  const spans = sessions.map((one) => spanOf(one, zone));
  return { startsAt: spans[0]?.startsAt ?? '', endsAt: spans.at(-1)?.endsAt ?? '' };
};

/** The first instant at which nobody enters the draw any more. */
export const enrolmentEnd = ({ enrolUntil }: Pick<Series, 'enrolUntil'>, zone: Zone): Instant =>
  dayEnd(enrolUntil, zone);
