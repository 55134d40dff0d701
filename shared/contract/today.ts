import * as z from 'zod';
import { Day, Instant, Month, Zone } from '../domain/basics/month-schema.ts';
import { Phase } from '../domain/equity/snapshot/snapshot.ts';
import { PartnerId } from '../domain/partners/partner.ts';
import { CityCode, ProvinceCode } from '../domain/places/region.ts';
import type { Routes } from './route/route.ts';

/** What a city is asked to decide, by the list it stands in. */
export const Queue = z
  .enum([
    'applications',
    'returned-applications',
    'unclaimed-shops',
    'disputes',
    'appeals',
    'reviews',
    'goods',
    'follow-ups',
    'turnover-reports',
    'owner-questions',
    'integrity-questions',
    'purchase-proofs',
    'complaints',
    'visit-tasks',
    'awaited-visits',
    'agreements',
    'draws',
  ])
  .meta({ id: 'Queue' });
export type Queue = z.infer<typeof Queue>;

/** One of what waits: how people call it, and since when. */
const Waiting = z
  .object({
    id: z.string().describe('Of the merchant, the order, the appeal, the review, the question or the series'),
    name: z.string(),
    since: Instant,
    due: Instant.nullable().describe('Until when it must be decided; null where nothing follows by itself'),
  })
  .meta({ id: 'Waiting' });
export type Waiting = z.infer<typeof Waiting>;

const Queued = z
  .object({
    queue: Queue,
    count: z.int().describe('At most 50: beyond that nobody counts, and the list itself is longer'),
    more: z.boolean().describe('There are more than were counted'),
    first: z.array(Waiting).describe('At most five, what is due or came first before'),
  })
  .meta({ id: 'Queued' });
export type Queued = z.infer<typeof Queued>;

const Counted = z.object({ month: Month, merchants: z.int(), unsold: z.int() });

export const Today = z
  .object({
    city: CityCode,
    at: Instant,
    soFar: Counted.describe('The running month'),
    closed: Counted.extend({ phase: Phase }).nullable().describe('The last closed month'),
    before: Counted.nullable().describe('The month before that, if it was closed'),
    reportsUntil: Instant.nullable().describe(
      'Until then shops report the last month, and its figures may still change',
    ),
    queues: z.array(Queued).describe('Only those in which something waits'),
  })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof Today>;

export const ProvinceToday = z
  .object({
    province: ProvinceCode,
    zone: Zone,
    at: Instant,
    agreements: z.array(Waiting).describe('Of which somebody is to be reminded by now; the id is the partner’s'),
    feeds: z
      .object({
        month: Month,
        dueOn: Day,
        silent: z.array(z.object({ partnerId: PartnerId, brand: z.string(), city: CityCode })),
      })
      .describe('The last month that was due, and which partner of the province said nothing of a city it works in'),
    missing: z
      .object({ month: Month, cities: z.array(CityCode) })
      .nullable()
      .describe('Cities that the province’s last month was put together without; null before there is one'),
  })
  .meta({ id: 'ProvinceToday' });

/** What waits for those who work for a city, or for a province. */
export const today = {
  'GET /cities/{city}/today': {
    operation: 'read-today',
    summary: 'What waits for a city: how much and the first of each list; and how the month goes beside the last one',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    response: Today,
    problems: ['city_not_found', 'not_allowed'],
  },
  'GET /provinces/{province}/today': {
    operation: 'read-province-today',
    summary: 'What waits for a province: agreements that end, partners whose month did not come, cities not closed',
    access: 'signed-in',
    who: ['province-admin', 'operator'],
    params: z.object({ province: ProvinceCode }),
    response: ProvinceToday,
    problems: ['not_allowed', 'region_not_found'],
  },
} as const satisfies Routes;
