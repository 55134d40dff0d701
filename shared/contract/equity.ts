import * as z from 'zod';
import { Category } from '../domain/basics/category.ts';
import { RupiahTotal } from '../domain/basics/money.ts';
import { Month } from '../domain/basics/month-schema.ts';
import { Figure } from '../domain/equity/snapshot/cell.ts';
import { Phase, Snapshot, SnapshotCard } from '../domain/equity/snapshot/snapshot.ts';
import { StandingHistory } from '../domain/equity/standing/history.ts';
import { VisitRow } from '../domain/equity/standing/standing.ts';
import { CityCode, DistrictCode, ProvinceCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Kind, Routes } from './route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfCityMonth = OfCity.extend({ month: Month });
const OfProvince = z.object({ province: ProvinceCode });

const OfRevision = z.strictObject({ revision: z.coerce.number().int().min(1).max(9999).optional() });
const StandingsWanted = z.strictObject({
  order: z.enum(['least', 'most']).default('least'),
  district: DistrictCode.optional(),
  category: Category.optional(),
  ...Paging,
});

const snapshots = <P extends z.ZodObject>(operation: string, of: string, params: P) =>
  ({
    operation,
    summary: `Snapshots of ${of}, newest first`,
    access: 'public',
    who: ['anybody'],
    params,
    query: z.strictObject(Paging),
    response: Paged(SnapshotCard),
    problems: ['malformed_cursor'],
    cacheSeconds: 60,
  }) as const;

const snapshot = <P extends z.ZodObject>(operation: string, of: string, params: P) =>
  ({
    operation,
    summary: `The month of ${of}; small cells hidden`,
    access: 'public',
    who: ['anybody'],
    params,
    query: OfRevision,
    response: Snapshot,
    problems: ['snapshot_not_found', 'month_invalid'],
    cacheSeconds: 60,
  }) as const;

/** The month so far: an interval that surely holds the Gini index, made of bins that add up. */
const Live = z
  .object({
    place: z.string(),
    month: Month,
    cities: z.int(),
    merchants: z.int(),
    unsold: z.int().describe('Sold nothing so far'),
    turnoverRupiah: RupiahTotal.describe('So far'),
    gini: z.object({ low: Figure, high: Figure, estimate: Figure }),
    sentence: z.string(),
  })
  .meta({ id: 'Live' });

const live = <W extends readonly Kind[], P extends z.ZodObject>(operation: string, of: string, who: W, params: P) =>
  ({
    operation,
    summary: `The month of ${of} so far, followed sale by sale`,
    access: 'signed-in',
    who,
    params,
    response: Live,
    problems: ['city_not_found', 'not_allowed', 'month_invalid'],
  }) as const;

/** Who sells and who does not: standings, the monthly close, and its snapshots. */
export const equity = {
  'GET /cities/{city}/standings/{month}': {
    operation: 'list-standings',
    summary: 'Every active merchant of a month, least or most sold first, the unsold included',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCityMonth,
    query: StandingsWanted,
    response: Paged(VisitRow),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/standings/{month}/histories': {
    operation: 'list-standing-histories',
    summary: 'The same merchants, each with the twelve months that end with this one',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCityMonth,
    query: StandingsWanted,
    response: Paged(StandingHistory),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/merchants/{merchantId}/standings/{month}': {
    operation: 'read-standing-history',
    summary: 'The twelve months of one merchant that end with a month',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCityMonth.extend({ merchantId: MerchantId }),
    response: StandingHistory,
    problems: ['city_not_found', 'not_allowed', 'merchant_not_found'],
  },
  'POST /cities/{city}/months/{month}/close': {
    operation: 'close-month',
    summary: 'Ask for the month to be closed now; the result is its snapshot',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCityMonth,
    response: z.object({ city: CityCode, month: Month, phase: Phase, requestedAt: z.string() }),
    status: 202,
    problems: ['city_not_found', 'not_allowed', 'month_not_over', 'month_invalid'],
  },
  'GET /cities/{city}/months/{month}': {
    operation: 'read-city-month',
    summary: 'The latest snapshot with every cell, or one that is named, for the city itself',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCityMonth,
    query: OfRevision.extend({
      offices: z
        .enum(['all', 'none'])
        .default('all')
        .describe('none: without what each office bought, which grows with them; the hash is of the whole'),
    }),
    response: Snapshot,
    problems: ['city_not_found', 'not_allowed', 'snapshot_not_found'],
  },
  'GET /cities/{city}/snapshots': snapshots('list-city-snapshots', 'a city', OfCity),
  'GET /cities/{city}/snapshots/{month}': snapshot('read-city-snapshot', 'a city', OfCityMonth),
  'GET /provinces/{province}/snapshots': snapshots('list-province-snapshots', 'a province', OfProvince),
  'GET /provinces/{province}/snapshots/{month}': snapshot(
    'read-province-snapshot',
    'a province',
    OfProvince.extend({ month: Month }),
  ),
  'GET /country/snapshots': snapshots('list-country-snapshots', 'the country', z.object({})),
  'GET /country/snapshots/{month}': snapshot('read-country-snapshot', 'the country', z.object({ month: Month })),
  'GET /cities/{city}/live/{month}': live(
    'read-city-live',
    'a city',
    ['city-admin', 'inspectorate'] as const,
    OfCityMonth,
  ),
  'GET /provinces/{province}/live/{month}': live(
    'read-province-live',
    'a province',
    ['province-admin', 'operator'] as const,
    OfProvince.extend({ month: Month }),
  ),
  'GET /country/live/{month}': live(
    'read-country-live',
    'the country',
    ['operator'] as const,
    z.object({ month: Month }),
  ),
} as const satisfies Routes;
