import * as z from 'zod';
import { AuditEntry } from '../domain/audit/act.ts';
import { CityCode, ProvinceCode } from '../domain/places/region.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

/** Who did what by virtue of an office: on record with the act itself, chained so that nothing can be taken out. */
export const audit = {
  'GET /cities/{city}/audit': {
    operation: 'list-acts',
    summary: 'What was decided in a city, by whom, newest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: z.strictObject(Paging),
    response: Paged(AuditEntry),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /provinces/{province}/audit': {
    operation: 'list-province-acts',
    summary: 'Who was given and lost an office in a province, newest first',
    access: 'signed-in',
    who: ['province-admin', 'operator'],
    params: z.object({ province: ProvinceCode }),
    query: z.strictObject(Paging),
    response: Paged(AuditEntry),
    problems: ['not_allowed', 'malformed_cursor'],
  },
  'GET /country/audit': {
    operation: 'list-country-acts',
    summary: 'Who was given and lost an office of the whole market, newest first',
    access: 'signed-in',
    who: ['operator'],
    query: z.strictObject(Paging),
    response: Paged(AuditEntry),
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
