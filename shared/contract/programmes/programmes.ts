import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Paragraph, ungrouped } from '../../domain/basics/text.ts';
import { CityCode } from '../../domain/places/region.ts';
import { ProgrammeEffect } from '../../domain/programmes/effect/programme-effect.ts';
import { Enrolment } from '../../domain/programmes/enrolment.ts';
import { NewSeries, Series, SeriesCard, SeriesId, TrainingSession } from '../../domain/programmes/series.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Download } from '../route/download.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { certificates } from './certificates.ts';

const OfCity = z.object({ city: CityCode });
const OfSeries = z.object({ seriesId: SeriesId });
const OfEnrolment = OfSeries.extend({ merchantId: MerchantId });
const Need = z.literal([1, 2, 3]).describe('3 is the greatest: docs/programmes.md');

/** What anybody may know of a series: not the mentor's account. */
const ShownSeries = Series.omit({ mentor: true })
  .extend({ free: z.int().describe('Seats nobody has') })
  .meta({ id: 'ShownSeries' });

const place = z.int().nullable().describe('Of who waits: 1 is next; null for who does not, and before the draw');
const OwnEnrolment = z
  .object({
    series: ShownSeries,
    ...Enrolment.pick({ state: true, enrolledAt: true, seatedAt: true, certificate: true, certificateRevokedAt: true })
      .shape,
    place,
    need: Need.nullable(),
    ticket: z.string().nullable().describe('Its own lot'),
    meetings: z.array(
      TrainingSession.safeExtend({
        startsAt: Instant,
        code: z.string().nullable().describe('What its phone shows the mentor; null without a seat'),
        attended: z.boolean(),
      }),
    ),
    notes: z.array(z.object({ at: Instant, text: z.string() })).describe('What the mentor wrote to this shop'),
  })
  .meta({ id: 'OwnEnrolment' });

const Participant = Enrolment.omit({ cityCode: true, ownerId: true, seriesId: true })
  .extend({
    place,
    need: Need.nullable(),
    phone: z.string().nullable().describe('For who invites and mentors; null for who only reads'),
    codes: z.array(z.string()).describe('One for each meeting of who has a seat, for the scanning phone alone'),
  })
  .meta({ id: 'Participant' });
const Participants = z
  .object({ series: Series.extend({ free: z.int() }), items: z.array(Participant) })
  .meta({ id: 'Participants' });

const Mark = z
  .strictObject({
    session: z.int().min(1).max(20),
    code: z
      .string()
      .max(20)
      .overwrite((typed) => ungrouped(typed).toLowerCase())
      .regex(/^[0-9a-z]{8}$/, 'Tulis kode hadir seperti di HP peserta: 8 huruf dan angka.'),
    at: Instant.describe('When it was scanned, by the clock of the phone'),
  })
  .meta({ id: 'AttendanceMark' });

const leads = ['series_not_found', 'changed_meanwhile'] as const;

/** What a city does besides selling: training and mentoring, whose seats go by need and lot, and who came. */
export const programmes = {
  'GET /cities/{city}/series': {
    operation: 'list-series',
    summary: 'Training and mentoring of a city, the latest first',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject(Paging),
    response: Paged(SeriesCard),
    problems: ['city_not_found', 'malformed_cursor'],
  },
  'POST /cities/{city}/series': {
    operation: 'announce-series',
    summary: 'A city announces a series; the mark of its lot is public from then on',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewSeries,
    response: Series,
    status: 201,
    idempotent: true,
    problems: [
      'city_not_found',
      'not_allowed',
      'membership_not_found',
      'programme_closed',
      'limit_reached',
      'key_reused',
      'changed_meanwhile',
    ],
  },
  'GET /me/series': {
    operation: 'list-own-series',
    summary: 'What somebody mentors, the latest first',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject(Paging),
    response: Paged(SeriesCard),
    problems: ['malformed_cursor'],
  },
  'GET /series/{seriesId}': {
    operation: 'read-series',
    summary: 'A series: when, where, by whom, for how many, and once drawn the seed of its lot',
    access: 'public',
    who: ['anybody'],
    params: OfSeries,
    response: ShownSeries,
    problems: ['series_not_found'],
  },
  'PUT /series/{seriesId}': {
    operation: 'change-series',
    summary: 'Change a series; what has begun stays, and no seat that is taken goes',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfSeries,
    body: NewSeries,
    response: Series,
    problems: [
      ...leads,
      'membership_not_found',
      'programme_moved_on',
      'programme_closed',
      'seats_taken',
      'version_mismatch',
    ],
  },
  'GET /series/{seriesId}/calendar': {
    operation: 'read-series-calendar',
    summary: 'Its meetings as iCalendar',
    access: 'public',
    who: ['anybody'],
    params: OfSeries,
    produces: ['text/calendar'],
    response: Download,
    problems: ['series_not_found'],
  },
  'GET /series/{seriesId}/enrolments': {
    operation: 'list-participants',
    summary: 'Who has a seat and who waits, with who came and the mentor’s notes: for its city and its mentor',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'mentor'],
    params: OfSeries,
    response: Participants,
    problems: ['series_not_found'],
  },
  'GET /series/{seriesId}/effect': {
    operation: 'read-programme-effect',
    summary:
      'What it changed one, three and six months after: by who waited by lot, else among shops alike, else nothing is said',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'mentor'],
    params: OfSeries,
    response: z.object({ effects: z.array(ProgrammeEffect).describe('Empty before the draw') }),
    problems: ['series_not_found'],
  },
  'POST /series/{seriesId}/enrolments': {
    operation: 'enrol-shop',
    summary: 'A shop enters the queue, by itself or through an officer; who is in it stays where they are',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin'],
    params: OfSeries,
    body: z.strictObject({ merchantId: MerchantId }).meta({ id: 'NewEnrolment' }),
    response: z.object({ state: Enrolment.shape.state, enrolledAt: Instant }),
    problems: [...leads, 'merchant_not_found', 'programme_closed', 'limit_reached'],
  },
  'POST /series/{seriesId}/enrolments/{merchantId}/withdraw': {
    operation: 'withdraw-shop',
    summary: 'A shop leaves queue or seat; its seat is free for who is next',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin'],
    params: OfEnrolment,
    response: z.object({ state: Enrolment.shape.state }),
    problems: [...leads, 'enrolment_not_found', 'merchant_not_found', 'programme_closed'],
  },
  'POST /series/{seriesId}/draw': {
    operation: 'give-seats',
    summary: 'Draws the queue once, by need and inside it by lot, and gives every free seat to who is next',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfSeries,
    response: z.object({ seated: z.int().describe('By this request'), free: z.int(), waiting: z.int() }),
    problems: [...leads, 'programme_not_ready'],
  },
  'POST /series/{seriesId}/attendance': {
    operation: 'mark-present',
    summary:
      'One participant was there: the code of their phone, scanned by the mentor and sent whenever there is a line',
    access: 'signed-in',
    who: ['city-admin', 'mentor'],
    params: OfSeries,
    body: Mark,
    response: z.object({ merchantId: MerchantId, name: z.string(), session: z.int() }),
    problems: [...leads, 'own_shop', 'attendance_not_possible'],
  },
  'POST /series/{seriesId}/enrolments/{merchantId}/notes': {
    operation: 'note-progress',
    summary: 'The mentor writes to a participant what to do next; the shop reads it',
    access: 'signed-in',
    who: ['city-admin', 'mentor'],
    params: OfEnrolment,
    body: z.strictObject({ text: Paragraph(1000) }).meta({ id: 'NewProgressNote' }),
    response: z.object({ notes: Enrolment.shape.notes }),
    problems: [...leads, 'enrolment_not_found', 'limit_reached'],
  },
  'GET /merchants/{merchantId}/enrolments': {
    operation: 'list-own-enrolments',
    summary: 'A shop’s training: its place in each queue, its seats with the codes its phone shows, and notes to it',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    query: z.strictObject(Paging),
    response: Paged(OwnEnrolment),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  ...certificates,
} as const satisfies Routes;
