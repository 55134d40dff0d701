import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { PaperSettings } from '../../domain/papers/paper.ts';
import { PaperDefaults } from '../../domain/papers/paper-defaults.ts';
import { CityCode } from '../../domain/places/region.ts';
import type { Routes } from '../route/route.ts';

const OfAgency = z.object({ agencyId: AgencyId });
const OfCity = z.object({ city: CityCode });
const SettingsOfOffice = z.object({
  ...PaperSettings.shape,
  city: PaperDefaults.describe('What holds where the office says nothing'),
  version: z.int(),
});

/** How papers look, are numbered and signed: a city says it once, an office where it differs. */
export const paperSettings = {
  'GET /agencies/{agencyId}/paper-settings': {
    operation: 'read-paper-settings',
    summary: 'How an office numbers and signs its papers',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer'],
    params: OfAgency,
    response: SettingsOfOffice,
    problems: ['agency_not_found'],
  },
  'PUT /agencies/{agencyId}/paper-settings': {
    operation: 'set-paper-settings',
    summary: 'The office’s approver says how its papers are numbered and signed; issued ones stay as they are',
    access: 'signed-in',
    who: ['approver'],
    params: OfAgency,
    body: PaperSettings,
    response: SettingsOfOffice,
    problems: ['agency_not_found', 'version_mismatch'],
  },
  'GET /cities/{city}/paper-defaults': {
    operation: 'read-paper-defaults',
    summary: 'What a city says once for the papers of all its offices',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: z.object({ ...PaperDefaults.shape, version: z.int() }),
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/paper-defaults': {
    operation: 'set-paper-defaults',
    summary:
      'The city says how its offices’ papers begin, are numbered and signed; an office may differ, issued ones stay',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: PaperDefaults,
    response: z.object({ ...PaperDefaults.shape, version: z.int() }),
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
} as const satisfies Routes;
