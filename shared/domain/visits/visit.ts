import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { VisitId } from './new-visit.ts';
import { VisitCorrection } from './visit-correction.ts';
import { VisitRecord } from './visit-record.ts';
import { visitStateWords } from './words.ts';

const VisitState = z.enum(Object.keys(visitStateWords) as [keyof typeof visitStateWords]).meta({ id: 'VisitState' });

/** A visit of the city’s people to one shop on one day: planned, made and written down, or cancelled. */
export const Visit = z
  .object({
    visitId: VisitId,
    cityCode: CityCode,
    merchantId: MerchantId,
    name: z.string(),
    district: z.string(),
    category: Category,
    day: Day,
    visitor: Person,
    visitorName: z.string(),
    reason: z.string().nullable(),
    plannedBy: Person,
    plannedAt: Instant,
    state: VisitState,
    record: VisitRecord.nullable().describe('What was found, as it was corrected last; null until it came'),
    corrections: z.array(VisitCorrection).default([]).describe('What it said before, oldest first'),
    version: z.int(),
  })
  .meta({ id: 'Visit' });
export type Visit = z.infer<typeof Visit>;

/** What a list shows of it. */
export const VisitCard = Visit.omit({
  record: true,
  corrections: true,
  plannedBy: true,
  plannedAt: true,
  version: true,
}).meta({
  id: 'VisitCard',
});
export type VisitCard = z.infer<typeof VisitCard>;
