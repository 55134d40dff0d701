import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { Phone } from '../basics/typed/phone.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { Schedule } from './schedule.ts';
import { CentreSlug } from './slug.ts';

/** The words of HSDS 3.0 for whether a service is there (https://docs.openreferral.org, service.status). */
export const CentreStatus = z
  .enum(['active', 'inactive', 'defunct', 'temporarily closed'])
  .meta({ id: 'CentreStatus' });

/** A place where small businesses sell side by side: its stalls, when it is open, what a stall costs and what holds there. */
export const NewCentre = z
  .strictObject({
    name: Name(80),
    description: Paragraph(1000),
    address: Line(110),
    district: DistrictCode,
    status: CentreStatus.default('active'),
    schedules: z.array(Schedule).min(1).max(7).describe('When it is open, weekdays with the same hours together'),
    stalls: z.int().min(1).max(500),
    rentRupiah: Rupiah.max(10_000_000).describe('What one stall costs for one day; nothing where it is free'),
    rules: z.array(Line(200)).max(20),
    pickUp: z.boolean().describe('Whether shops may hand over their orders there'),
    phone: Phone.nullable().default(null).describe('Of who looks after it'),
  })
  .meta({ id: 'NewCentre' });
export type NewCentre = z.infer<typeof NewCentre>;

export const Centre = z
  .object({
    ...NewCentre.shape,
    status: CentreStatus,
    phone: z.string().nullable(),
    cityCode: CityCode,
    slug: CentreSlug,
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Centre' });
export type Centre = z.infer<typeof Centre>;

/** So many a city has; a list of them is read whole. */
export const MOST_CENTRES = 60;
