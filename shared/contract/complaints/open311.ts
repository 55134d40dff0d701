import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { ComplaintNumber } from '../../domain/complaints/complaint.ts';
import { ComplaintCategory } from '../../domain/complaints/new-complaint.ts';
import { CityCode } from '../../domain/places/region.ts';
import { Download } from '../route/download.ts';
import type { Routes } from '../route/route.ts';

/** The last part of an address: what is asked for, and as what. */
const Named = z.string().max(60).describe('With `.json` or `.xml` behind it; JSON where there is neither');
const OfCity = z.object({ city: CityCode });

/** A request as Open311 (GeoReport v2) tells it; what is secret is in no answer of it. */
export const OpenRequest = z
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
    lat: z.number().nullable(),
    long: z.number().nullable(),
  })
  .meta({ id: 'Open311Request' });
export type OpenRequest = z.infer<typeof OpenRequest>;
export const OpenService = z
  .object({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string(),
    metadata: z.boolean(),
    type: z.literal('realtime'),
    keywords: z.string(),
    group: z.string(),
  })
  .meta({ id: 'Open311Service' });
export type OpenService = z.infer<typeof OpenService>;
export const OpenDefinition = z.object({ service_code: z.string(), attributes: z.array(z.never()) });
export const OpenToken = z.object({ service_request_id: z.string(), token: z.string() });
export const OpenReceipt = z.object({
  service_request_id: z.string(),
  service_notice: z.string(),
  account_id: z.null(),
});

/** What went wrong, as the standard has it: `code` is the answer's status, and each flaw stands for itself. */
export const OpenErrors = z.array(z.object({ code: z.int(), description: z.string() })).meta({ id: 'Open311Errors' });
export type OpenErrors = z.infer<typeof OpenErrors>;
/** Where a tool begins (Open311 Service Discovery): what is spoken here, in which formats. */
export const OpenDiscovery = z.object({
  changeset: Instant,
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.object({
      specification: z.string(),
      url: z.string(),
      changeset: Instant,
      type: z.enum(['production', 'test']),
      formats: z.array(z.string()),
    }),
  ),
});
export type OpenDiscovery = z.infer<typeof OpenDiscovery>;

/** A time as the standard writes it (W3C), with or without parts of a second, in any zone. */
const MomentAsked = z.iso
  .datetime({ offset: true, error: 'Tulis waktu seperti 2026-11-24T00:00:00Z.' })
  .transform((written) => new Date(written).toISOString());

/** Several of a kind, with commas between them. */
const Several = <S extends z.ZodType<string, string>>(one: S, most: number) =>
  z
    .string()
    .max(1000)
    .transform((written) => written.split(',').map((part) => part.trim()))
    .pipe(z.array(one).min(1).max(most));
/** To the standard a parameter that is empty is one that was not sent. */
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((sent) => (sent === '' ? undefined : sent), schema.optional());
const asked = { produces: ['application/json', 'text/xml'], response: Download, refusal: OpenErrors } as const;

/** Complaints as other cities' tools ask for them and send them: GeoReport v2, as JSON and as XML. */
export const open311 = {
  'GET /open311/{city}/{list}': {
    operation: 'open311-list',
    summary:
      'Open311: `discovery`, where to begin; `services`, what can be asked for; or `requests` of at most 90 days that are ' +
      'not secret, newest first, a thousand at most',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ list: Named }),
    query: z.object({
      status: orEmpty(Several(z.enum(['open', 'closed']), 2)).describe('Both when absent'),
      service_code: orEmpty(Several(ComplaintCategory, 20)),
      service_request_id: orEmpty(Several(ComplaintNumber, 50)).describe('These, whatever else is asked for'),
      start_date: orEmpty(MomentAsked).describe('Requested at or after; 90 days before the end when absent'),
      end_date: orEmpty(MomentAsked).describe('Requested before; now when absent'),
    }),
    ...asked,
    json: z.union([z.array(OpenService), z.array(OpenRequest), OpenDiscovery]),
    problems: ['city_not_found', 'not_found', 'invalid_request'],
    cacheSeconds: 60,
  },
  'GET /open311/{city}/services/{code}': {
    operation: 'open311-service',
    summary: 'Open311: what a service asks for besides; ours ask for nothing else',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ code: Named }),
    ...asked,
    json: OpenDefinition,
    problems: ['city_not_found', 'service_not_found'],
    cacheSeconds: 60,
  },
  'GET /open311/{city}/tokens/{token}': {
    operation: 'open311-token',
    summary: 'Open311: the request of a token; a request’s own number is its token',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ token: Named }),
    ...asked,
    json: z.array(OpenToken),
    problems: ['city_not_found', 'complaint_not_found'],
  },
  'GET /open311/{city}/requests/{number}': {
    operation: 'open311-request',
    summary: 'Open311: one request',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ number: Named }),
    ...asked,
    json: z.array(OpenRequest),
    problems: ['city_not_found', 'complaint_not_found'],
  },
  'POST /open311/{city}/{list}': {
    operation: 'open311-send-request',
    summary: 'Open311: sends a request as a form to `requests`; answers its number and, as its notice, the secret',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ list: Named }),
    binary: ['application/x-www-form-urlencoded'],
    mostBytes: 20_000,
    ...asked,
    json: z.array(OpenReceipt),
    status: 201,
    problems: [
      'city_not_found',
      'not_found',
      'invalid_request',
      'limit_reached',
      'body_too_large',
      'unsupported_media_type',
    ],
    rate: 5,
  },
} as const satisfies Routes;
