import * as z from 'zod';
import { Instant } from '../../domain/basics/month.ts';
import { ComplaintCategory, ComplaintNumber } from '../../domain/complaints/complaint.ts';
import { CityCode } from '../../domain/places/region.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });

/** A request as Open311 (GeoReport v2) tells it; what is secret is in no answer of it. */
const OpenRequest = z
  .object({
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    status_notes: z.string().nullable(),
    service_name: z.string(),
    service_code: z.string(),
    description: z.string().describe('Without numbers and addresses of persons'),
    agency_responsible: z.string().nullable(),
    service_notice: z.string().nullable(),
    requested_datetime: Instant,
    updated_datetime: Instant,
    expected_datetime: Instant.nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'Open311Request' });
const OpenService = z
  .object({
    ...{ service_code: z.string(), service_name: z.string(), description: z.string(), metadata: z.boolean() },
    ...{ type: z.literal('realtime'), keywords: z.string(), group: z.string() },
  })
  .meta({ id: 'Open311Service' });

/** A time as the standard writes it (W3C), with or without parts of a second, in any zone. */
const MomentAsked = z.iso
  .datetime({ offset: true, error: 'Tulis waktu seperti 2026-11-24T00:00:00Z.' })
  .transform((written) => new Date(written).toISOString());

/** Complaints as other cities' tools ask for them and send them: GeoReport v2. */
export const open311 = {
  'GET /open311/{city}/services': {
    operation: 'open311-services',
    summary: 'Open311: what can be asked for',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.array(OpenService),
    problems: ['city_not_found'],
    cacheSeconds: 60,
  },
  'GET /open311/{city}/services/{code}': {
    operation: 'open311-service',
    summary: 'Open311: what a service asks for besides; ours ask for nothing else',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ code: z.string().max(40) }),
    response: z.array(z.object({ service_code: z.string(), attributes: z.array(z.never()) })),
    problems: ['city_not_found', 'service_not_found'],
    cacheSeconds: 60,
  },
  'GET /open311/{city}/tokens/{token}': {
    operation: 'open311-token',
    summary: 'Open311: the request of a token; a request’s own number is its token',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ token: ComplaintNumber }),
    response: z.array(z.object({ service_request_id: z.string(), token: z.string() })),
    problems: ['city_not_found', 'complaint_not_found'],
  },
  'GET /open311/{city}/requests': {
    operation: 'open311-requests',
    summary:
      'Open311: requests of at most 90 days that are not secret, open or closed, newest first; a thousand at most',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.object({
      status: z.enum(['open', 'closed']).default('open'),
      service_code: ComplaintCategory.optional(),
      start_date: MomentAsked.optional().describe('Requested at or after; 90 days before the end when absent'),
      end_date: MomentAsked.optional().describe('Requested before; now when absent'),
    }),
    response: z.array(OpenRequest),
    problems: ['city_not_found', 'invalid_request'],
    cacheSeconds: 60,
  },
  'GET /open311/{city}/requests/{number}': {
    operation: 'open311-request',
    summary: 'Open311: one request',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ number: ComplaintNumber }),
    response: z.array(OpenRequest),
    problems: ['city_not_found', 'complaint_not_found'],
  },
  'POST /open311/{city}/requests': {
    operation: 'open311-send-request',
    summary: 'Open311: sends a request as a form; answers its number and, as its notice, the secret',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    binary: ['application/x-www-form-urlencoded'],
    mostBytes: 20_000,
    response: z.array(z.object({ service_request_id: z.string(), service_notice: z.string(), account_id: z.null() })),
    status: 201,
    problems: ['city_not_found', 'invalid_request', 'limit_reached', 'body_too_large', 'unsupported_media_type'],
    rate: 5,
  },
} as const satisfies Routes;
