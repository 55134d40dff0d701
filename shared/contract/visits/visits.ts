import * as z from 'zod';
import { CityCode } from '../../domain/places/region.ts';
import { AwaitedVisit } from '../../domain/visits/awaited.ts';
import { NewVisit, VisitId } from '../../domain/visits/new-visit.ts';
import { MeasuredPlace } from '../../domain/visits/place.ts';
import { VisitTask } from '../../domain/visits/task.ts';
import { Visit, VisitCard } from '../../domain/visits/visit.ts';
import { NewCorrection } from '../../domain/visits/visit-correction.ts';
import { NewVisitRecord } from '../../domain/visits/visit-record.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { VisitPicture } from './picture.ts';
import { visitTasks } from './tasks.ts';

const OfCity = z.object({ city: CityCode });
const OfVisit = z.object({ visitId: VisitId });

/** What whoever goes there needs of the shop, and no more. */
const VisitedShop = z
  .object({
    address: z.string(),
    phone: z.string().nullable().describe('For who goes there; null for who only reads'),
    place: MeasuredPlace.nullable().describe('As it was measured on a visit before'),
  })
  .meta({ id: 'VisitedShop' });

/** A visit with the hash of its record as it came: a phone lets go of its own where it is the same. */
const RecordedVisit = Visit.extend({
  hash: z.string().describe('SHA-256 in hex of the record as canonical JSON (RFC 8785), its texts as they are kept'),
}).meta({ id: 'RecordedVisit' });

/** Visits to makers: planned from the list of whom to visit, made with a phone that may have no line, written down once. */
export const visits = {
  ...visitTasks,
  'POST /cities/{city}/visits': {
    operation: 'plan-visit',
    summary: 'Plan a visit to a shop, which whoever goes there then looks after; the same plan again is the same visit',
    access: 'signed-in',
    who: ['city-admin', 'district-officer'],
    params: OfCity,
    body: NewVisit,
    response: Visit,
    problems: [
      'city_not_found',
      'not_allowed',
      'merchant_not_found',
      'membership_not_found',
      'own_shop',
      'date_not_possible',
      'limit_reached',
      'follow_up_taken',
      'visit_moved_on',
      'changed_meanwhile',
    ],
  },
  'GET /cities/{city}/visits': {
    operation: 'list-visits',
    summary: 'The visits of a city, by day',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity,
    query: z.strictObject({ state: Visit.shape.state.default('planned'), ...Paging }),
    response: Paged(VisitCard),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/awaited-visits': {
    operation: 'list-awaited-visits',
    summary: 'Owners who stand behind all others until the city has visited them, who waits for longest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity,
    query: z.strictObject(Paging),
    response: Paged(AwaitedVisit),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /me/visits': {
    operation: 'list-my-visits',
    summary: 'The visits somebody is to make or made, each with what it needs, to be taken along without a line',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject({ state: Visit.shape.state.default('planned'), ...Paging }),
    response: Paged(VisitCard.extend({ shop: VisitedShop })),
    problems: ['malformed_cursor'],
  },
  'GET /visits/{visitId}': {
    operation: 'read-visit',
    summary: 'A visit with what was found, for the city’s people and for who makes it',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer', 'field-officer'],
    params: OfVisit,
    response: Visit.extend({
      shop: VisitedShop,
      tasks: z.array(VisitTask.omit({ photoId: true })).describe('What became of each need'),
      pictures: z.array(VisitPicture).describe('Those that came; others of the record are still on the phone'),
    }),
    problems: ['visit_not_found'],
  },
  'POST /visits/{visitId}/cancel': {
    operation: 'cancel-visit',
    summary: 'A visit is not to be made; who went there all the same may still send what they found',
    access: 'signed-in',
    who: ['city-admin', 'district-officer'],
    params: OfVisit,
    response: Visit,
    problems: ['visit_not_found', 'visit_moved_on', 'version_mismatch', 'changed_meanwhile'],
  },
  'POST /visits/{visitId}/corrections': {
    operation: 'correct-visit',
    summary:
      'Its visitor puts right what they wrote: what stood there stays beside it, tasks follow, the shop reads both',
    access: 'signed-in',
    who: ['city-admin', 'district-officer', 'field-officer'],
    params: OfVisit,
    body: NewCorrection,
    response: Visit,
    problems: ['visit_not_found', 'visit_moved_on', 'limit_reached', 'version_mismatch', 'changed_meanwhile'],
  },
  'POST /visits/{visitId}/record': {
    operation: 'record-visit',
    summary: 'What its visitor found, sent once under the id the phone gave it, whenever there is a line',
    access: 'signed-in',
    who: ['city-admin', 'district-officer', 'field-officer'],
    params: OfVisit,
    body: NewVisitRecord,
    response: RecordedVisit,
    idempotent: true,
    problems: [
      'idempotency_key_required',
      'visit_not_found',
      'visit_moved_on',
      'own_shop',
      'key_reused',
      'changed_meanwhile',
    ],
  },
} as const satisfies Routes;
