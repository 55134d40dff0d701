import * as z from 'zod';
import { ActKind, AuditEntry } from '../domain/audit/act.ts';
import { Day, Instant } from '../domain/basics/month-schema.ts';
import { People, Person } from '../domain/people/caller.ts';
import { CityCode, ProvinceCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

const OfCity = z.object({ city: CityCode });
const ChainCheck = z
  .object({
    acts: z.int().describe('In the chain'),
    checked: z.int().describe('So many from the first on were looked at; a long chain takes several calls'),
    checkedTo: Instant.nullable().describe('When the last of them was made'),
    flaw: z
      .object({ seq: z.int(), flaw: z.enum(['missing', 'changed', 'moved', 'cut', 'rewritten']) })
      .nullable()
      .describe('The first act that does not stand as it was written'),
  })
  .meta({ id: 'ChainCheck' });

const ShopAct = AuditEntry.pick({ chain: true, seq: true, at: true, act: true, details: true })
  .describe('Who did it, and about whom else, is not told')
  .meta({ id: 'ShopAct' });

/** Who did what by virtue of an office: on record with the act itself, chained so that nothing can be taken out. */
export const audit = {
  'GET /cities/{city}/audit': {
    operation: 'list-acts',
    summary: 'What was decided in a city, by whom, newest first; by one person, of one kind, up to the end of a day',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({
      by: Person.optional(),
      act: ActKind.optional(),
      day: Day.optional().describe('In the city’s zone'),
      ...Paging,
    }),
    response: Paged(AuditEntry).extend({
      names: z.record(z.string(), z.string()).describe('Of the city’s shops and offices on this page, by their ids'),
      people: People,
    }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/audit/check': {
    operation: 'check-acts',
    summary: 'Whether a city’s chain of acts is whole, and up to which act',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ChainCheck,
    problems: ['city_not_found', 'not_allowed'],
  },
  'GET /merchants/{merchantId}/audit': {
    operation: 'list-shop-acts',
    summary: 'What was decided about a shop, newest first',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: z.object({ merchantId: MerchantId }),
    query: z.strictObject(Paging),
    response: Paged(ShopAct),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /provinces/{province}/audit': {
    operation: 'list-province-acts',
    summary: 'Who was given and lost an office in a province, newest first',
    access: 'signed-in',
    who: ['province-admin', 'operator'],
    params: z.object({ province: ProvinceCode }),
    query: z.strictObject(Paging),
    response: Paged(AuditEntry).extend({ people: People }),
    problems: ['not_allowed', 'malformed_cursor'],
  },
  'GET /country/audit': {
    operation: 'list-country-acts',
    summary: 'Who was given and lost an office of the whole market, newest first',
    access: 'signed-in',
    who: ['operator'],
    query: z.strictObject(Paging),
    response: Paged(AuditEntry).extend({ people: People }),
    problems: ['not_allowed', 'malformed_cursor'],
  },
  'GET /me/audit': {
    operation: 'list-my-acts',
    summary: 'What I decided, or what was decided about me, newest first',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject({ side: z.enum(['by-me', 'about-me']).default('by-me'), ...Paging }),
    response: Paged(AuditEntry),
    problems: ['malformed_cursor'],
  },
} as const satisfies Routes;
