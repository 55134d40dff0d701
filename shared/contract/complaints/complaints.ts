import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Paragraph } from '../../domain/basics/text.ts';
import { Channel, Complaint, ComplaintNumber, ComplaintState } from '../../domain/complaints/complaint.ts';
import { ComplaintCard } from '../../domain/complaints/complaint-card.ts';
import { ComplaintCategory, NewComplaint, TrackingSecret } from '../../domain/complaints/new-complaint.ts';
import { ComplaintTally } from '../../domain/complaints/tally.ts';
import { TrackedComplaint } from '../../domain/complaints/tracked-complaint.ts';
import { NewAnswer, NewReply, Verdict } from '../../domain/complaints/verdict.ts';
import { CityCode } from '../../domain/places/region.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { listSheet, SheetFormat, SheetPart } from '../route/sheet.ts';
import { open311 } from './open311.ts';

const OfCity = z.object({ city: CityCode });
const OfComplaint = z.object({ number: ComplaintNumber });
const waits = z.enum(['city', 'office', 'reporter', 'over']).default('city').describe('Whom it waits for');
const SentComplaint = z
  .object({
    number: ComplaintNumber,
    secret: TrackingSecret.describe('Shown once: who has it reads and answers for the reporter'),
    state: ComplaintState,
    dueAt: Instant.nullable(),
  })
  .meta({ id: 'SentComplaint' });
const ShownRoutes = z
  .object({ cityCode: CityCode, routes: z.partialRecord(ComplaintCategory, AgencyId), version: z.int() })
  .meta({ id: 'ComplaintRoutes' });
const Found = Complaint.extend({ late: z.boolean() }).meta({ id: 'FoundComplaint' });
const moving = ['complaint_not_found', 'complaint_moved_on', 'version_mismatch', 'changed_meanwhile'] as const;

/** Complaints and wishes: from anybody to the office that can do something, with a number, clocks, and an end that is true. */
export const complaints = {
  'POST /cities/{city}/complaints': {
    operation: 'send-complaint',
    summary: 'Anybody complains, wishes or asks; answers the number and the secret by which it is followed',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    body: NewComplaint,
    response: SentComplaint,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'limit_reached', 'key_reused'],
    rate: 5,
  },
  'POST /cities/{city}/typed-complaints': {
    operation: 'type-complaint',
    summary: 'An officer types what came by phone, WhatsApp or at the desk',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewComplaint.extend({ channel: Channel.extract(['phone', 'whatsapp', 'desk']) }).meta({
      id: 'TypedComplaint',
    }),
    response: SentComplaint,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'not_allowed', 'limit_reached', 'key_reused'],
  },
  'POST /complaints/{number}/track': {
    operation: 'track-complaint',
    summary:
      'Its reporter sees how far it is; a wrong secret is as if there were none, and guessing ends at sixty a day',
    access: 'public',
    who: ['anybody'],
    params: OfComplaint,
    body: z.strictObject({ secret: TrackingSecret }).meta({ id: 'ComplaintSecret' }),
    response: TrackedComplaint,
    problems: ['complaint_not_found', 'limit_reached'],
    rate: 5,
  },
  'POST /complaints/{number}/reply': {
    operation: 'reply-to-complaint',
    summary: 'Its reporter says that it is over, with how content they are, or opens it again',
    access: 'public',
    who: ['anybody'],
    params: OfComplaint,
    body: NewReply,
    response: TrackedComplaint,
    problems: ['complaint_not_found', 'complaint_moved_on', 'limit_reached', 'changed_meanwhile'],
    rate: 5,
  },
  'GET /cities/{city}/complaints': {
    operation: 'list-complaints',
    summary: 'Complaints of a city by whom they wait for, oldest first; those that are over newest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({ waits, ...Paging }),
    response: Paged(ComplaintCard.extend({ late: z.boolean() })),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/complaints/sheet/{format}': {
    ...listSheet,
    operation: 'print-complaints',
    summary:
      'The same list as a file, 10,000 rows at most; the rest by the cursor of its `Link`. Words of secret ones are not in it',
    who: ['city-admin', 'inspectorate'],
    params: OfCity.extend({ format: SheetFormat }),
    query: z.strictObject({ waits, ...SheetPart }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /agencies/{agencyId}/complaints': {
    operation: 'list-office-complaints',
    summary: 'What an office was given to answer',
    access: 'signed-in',
    who: ['approver', 'buyer'],
    params: z.object({ agencyId: AgencyId }),
    query: z.strictObject({ waits: waits.default('office'), ...Paging }),
    response: Paged(ComplaintCard.extend({ late: z.boolean() })),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
  'GET /complaints/{number}': {
    operation: 'read-complaint',
    summary: 'One complaint with all its steps, for its city and the office it is given to',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'approver', 'buyer'],
    params: OfComplaint,
    response: Found,
    problems: ['complaint_not_found'],
  },
  'POST /complaints/{number}/verify': {
    operation: 'verify-complaint',
    summary: 'The city has looked: to which office it goes, that it is not the city’s, or that it is there already',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfComplaint,
    body: Verdict,
    response: Found,
    problems: [...moving, 'agency_not_found'],
  },
  'POST /complaints/{number}/forward': {
    operation: 'forward-complaint',
    summary: 'To another office, with the reason',
    access: 'signed-in',
    who: ['city-admin', 'approver', 'buyer'],
    params: OfComplaint,
    body: z.strictObject({ agencyId: AgencyId, reason: Paragraph(500) }).meta({ id: 'ComplaintForward' }),
    response: Found,
    problems: [...moving, 'agency_not_found', 'limit_reached'],
  },
  'POST /complaints/{number}/start': {
    operation: 'start-complaint',
    summary: 'The office has begun',
    access: 'signed-in',
    who: ['city-admin', 'approver', 'buyer'],
    params: OfComplaint,
    response: Found,
    problems: moving,
  },
  'POST /complaints/{number}/answer': {
    operation: 'answer-complaint',
    summary: 'The office says what was done, or why nothing is; of two at once the first stands',
    access: 'signed-in',
    who: ['city-admin', 'approver', 'buyer'],
    params: OfComplaint,
    body: NewAnswer,
    response: Found,
    problems: moving,
  },
  'GET /cities/{city}/complaint-routes': {
    operation: 'read-complaint-routes',
    summary: 'Which office answers for which category',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ShownRoutes,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/complaint-routes': {
    operation: 'set-complaint-routes',
    summary: 'Say which office answers for which category',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: ShownRoutes.pick({ routes: true }).strict().meta({ id: 'NewComplaintRoutes' }),
    response: ShownRoutes,
    problems: ['city_not_found', 'not_allowed', 'agency_not_found', 'version_mismatch', 'changed_meanwhile'],
  },
  'GET /cities/{city}/complaint-statistics': {
    operation: 'read-complaint-statistics',
    summary: 'What became of complaints, office by office; the mean of stars anew with every five',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({
      offices: z.array(
        ComplaintTally.omit({ stars: true, toldRated: true, toldStars: true }).extend({
          meanStars: z.number().nullable(),
        }),
      ),
    }),
    problems: ['city_not_found'],
    cacheSeconds: 60,
  },
  ...open311,
} as const satisfies Routes;
