import * as z from 'zod';
import { SavedViews } from '../../domain/people/saved-views.ts';
import { CityCode } from '../../domain/places/region.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const Kept = z.object({ ...SavedViews.shape, version: z.int() });

/** Views of the Dasbor that colleagues keep for each other. */
export const savedViews = {
  'GET /cities/{city}/saved-views': {
    operation: 'read-saved-views',
    summary: 'Views of the Dasbor that an office shares',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: Kept,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/saved-views': {
    operation: 'set-saved-views',
    summary: 'Add, rename and remove shared views: all of them at once, over the version that was seen',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: SavedViews,
    response: Kept,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch', 'changed_meanwhile'],
  },
} as const satisfies Routes;
