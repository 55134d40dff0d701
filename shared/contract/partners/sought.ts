import * as z from 'zod';
import { Month } from '../../domain/basics/month-schema.ts';
import { Sought } from '../../domain/partners/sought.ts';
import { SoughtWords } from '../../domain/partners/told-words.ts';
import { CityCode, DistrictCode } from '../../domain/places/region.ts';
import { UnmetSearch } from '../../domain/search/unmet-searches.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const ReadWords = z
  .object({
    cityCode: CityCode,
    ...SoughtWords.shape,
    held: z
      .array(z.object({ term: z.string(), times: z.int() }))
      .describe('Sought ten times and more, and told nowhere until the city has read them'),
    version: z.int().describe('0 before anything was said'),
  })
  .meta({ id: 'CitySoughtWords' });

/** What people look for and nobody has, and which of their words stand in public. */
export const sought = {
  'GET /cities/{city}/sought': {
    operation: 'read-sought',
    summary:
      'What people asked partners for and nobody had, by kecamatan and category, in the newest month that was reported: ' +
      'told to shops, and never below ten',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject({ district: DistrictCode.optional() }),
    response: z
      .object({
        city: CityCode,
        month: Month.nullable(),
        items: z.array(Sought),
        own: z
          .object({ month: Month, items: z.array(UnmetSearch) })
          .describe('What was sought in this market itself in the last whole month; never added to what partners say'),
      })
      .meta({ id: 'SoughtInCity' }),
    problems: ['city_not_found'],
    cacheSeconds: 300,
  },
  'GET /cities/{city}/sought-words': {
    operation: 'read-sought-words',
    summary: 'Words that were sought and wait for the city, and what it said of others',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ReadWords,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/sought-words': {
    operation: 'set-sought-words',
    summary: 'The city lets words stand in public, and strikes others',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: SoughtWords,
    response: ReadWords,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
} as const satisfies Routes;
