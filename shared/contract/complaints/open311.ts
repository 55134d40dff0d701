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
  'GET /open311/{city}/requests': {
    operation: 'open311-requests',
    summary: 'Open311: the newest requests that are not secret, open or closed',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.object({ status: z.enum(['open', 'closed']).default('open'), service_code: ComplaintCategory.optional() }),
    response: z.array(OpenRequest),
    problems: ['city_not_found'],
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
