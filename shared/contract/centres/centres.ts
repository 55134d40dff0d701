import * as z from 'zod';
import { Category } from '../../domain/basics/category.ts';
import { Rupiah } from '../../domain/basics/money.ts';
import { Day, Month } from '../../domain/basics/month-schema.ts';
import { Centre, NewCentre } from '../../domain/centres/centre.ts';
import { MarketDayCard, NewMarketDay } from '../../domain/centres/market-day.ts';
import { Roster } from '../../domain/centres/roster-row.ts';
import { CentreSeller } from '../../domain/centres/sale.ts';
import { CentreSlug } from '../../domain/centres/slug.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Download } from '../route/download.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfCentre = OfCity.extend({ slug: CentreSlug });
const OfDay = OfCentre.extend({ day: Day });
const OfMonth = z.strictObject({ month: Month });

/** A market day with its roster, and the market's own second drawing of it. */
const ShownDay = MarketDayCard.extend({
  roster: Roster.nullable(),
  dayKey: z
    .string()
    .nullable()
    .describe('Null until the day after the key’s own: until then ties cannot be drawn by others'),
  replay: z.object({ matches: z.boolean(), differences: z.array(z.string()) }).nullable(),
}).meta({ id: 'MarketDay' });
const OwnDay = MarketDayCard.extend({
  centreName: z.string(),
  rentRupiah: Rupiah,
  asks: z.boolean().describe('Whether this shop asks for a stall'),
  stall: z.int().nullable(),
  waits: z.int().nullable().describe('How many shops wait before it and with it, where it has no stall'),
}).meta({ id: 'OwnMarketDay' });
const asking = ['merchant_not_found', 'market_day_not_found', 'roster_drawn', 'changed_meanwhile'] as const;

/** Places where small businesses sell side by side: who may stand there, when, and what was picked up there. */
export const centres = {
  'GET /cities/{city}/centres': {
    operation: 'list-centres',
    summary: 'The centres of a city, open or not; at most 60',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({ items: z.array(Centre) }),
    problems: ['city_not_found'],
    cacheSeconds: 60,
  },
  'GET /cities/{city}/centres/{slug}': {
    operation: 'read-centre',
    summary: 'One centre, and its market days from today on',
    access: 'public',
    who: ['anybody'],
    params: OfCentre,
    response: Centre.extend({ days: z.array(MarketDayCard) }).meta({ id: 'ShownCentre' }),
    problems: ['city_not_found', 'centre_not_found'],
    cacheSeconds: 30,
  },
  'PUT /cities/{city}/centres/{slug}': {
    operation: 'set-centre',
    summary:
      'The city says what a centre is: place, hours, stalls, rent, rules, and whether orders are picked up there',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCentre,
    body: NewCentre,
    response: Centre,
    problems: ['city_not_found', 'not_allowed', 'region_not_found', 'limit_reached', 'version_mismatch'],
  },
  'GET /cities/{city}/centres/{slug}/calendar': {
    operation: 'read-centre-calendar',
    summary: 'Market days of a centre, of the last 90 days and to come, as iCalendar (RFC 5545)',
    access: 'public',
    who: ['anybody'],
    params: OfCentre,
    produces: ['text/calendar'],
    response: Download,
    problems: ['city_not_found', 'centre_not_found'],
    cacheSeconds: 60,
  },
  'GET /cities/{city}/centres/{slug}/days/{day}': {
    operation: 'read-market-day',
    summary: 'A market day; once its stalls are given, who has one, who waits, and all it takes to draw it again',
    access: 'public',
    who: ['anybody'],
    params: OfDay,
    response: ShownDay,
    problems: ['city_not_found', 'centre_not_found', 'market_day_not_found'],
    cacheSeconds: 10,
  },
  'PUT /cities/{city}/centres/{slug}/days/{day}': {
    operation: 'set-market-day',
    summary:
      'The city says when a market is held, how many stalls it has and until when shops may ask; or calls it off',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfDay,
    body: NewMarketDay,
    response: MarketDayCard,
    problems: [
      'city_not_found',
      'not_allowed',
      'centre_not_found',
      'date_not_possible',
      'roster_drawn',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
  'POST /cities/{city}/centres/{slug}/days/{day}/draw': {
    operation: 'draw-roster',
    summary: 'Gives the stalls by the fair rule, once, after shops could ask; a repeat answers the same roster',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfDay,
    response: ShownDay,
    problems: [
      'city_not_found',
      'not_allowed',
      'centre_not_found',
      'market_day_not_found',
      'roster_too_early',
      'changed_meanwhile',
    ],
  },
  'PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': {
    operation: 'ask-for-stall',
    summary: 'A verified shop of the city asks for a stall on a market day',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfDay.extend({ merchantId: MerchantId }),
    response: MarketDayCard,
    problems: [...asking, 'limit_reached', 'merchant_closed'],
  },
  'DELETE /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': {
    operation: 'give-stall-up',
    summary: 'The shop no longer wants a stall; one it had goes to who waits first',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfDay.extend({ merchantId: MerchantId }),
    response: MarketDayCard,
    problems: asking,
  },
  'GET /merchants/{merchantId}/market-days': {
    operation: 'list-own-market-days',
    summary: 'Market days of a shop’s city from today on, and how the shop stands with each; at most 50',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    response: z.object({ items: z.array(OwnDay) }),
    problems: ['merchant_not_found'],
  },
  'GET /cities/{city}/centres/{slug}/sales': {
    operation: 'read-centre-sales',
    summary: 'How many owners handed goods over at a centre in a month that is over, and of which categories, in tens',
    access: 'public',
    who: ['anybody'],
    params: OfCentre,
    query: OfMonth,
    response: z.object({
      owners: z.int().nullable().describe('In whole tens; null where they were fewer than ten'),
      categories: z
        .array(z.object({ category: Category, owners: z.int() }))
        .describe('Of which ten owners or more did'),
    }),
    problems: ['city_not_found', 'centre_not_found', 'month_not_over'],
    cacheSeconds: 300,
  },
  'GET /cities/{city}/centres/{slug}/sellers': {
    operation: 'list-centre-sellers',
    summary: 'Who sold what was picked up at a centre in a month, for the city’s own people',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCentre,
    query: OfMonth,
    response: z.object({ items: z.array(CentreSeller) }),
    problems: ['city_not_found', 'not_allowed', 'centre_not_found'],
  },
} as const satisfies Routes;
