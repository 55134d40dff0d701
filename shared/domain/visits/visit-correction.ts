import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { NewVisitRecord } from './visit-record.ts';

/** What an officer may put right afterwards: what they wrote, never where and when they were and what they saw. */
export const corrigible = {
  production: true,
  marketing: true,
  obstacles: true,
  problems: true,
  needs: true,
  agreed: true,
  again: true,
} as const;
export const NewCorrection = NewVisitRecord.pick(corrigible)
  .extend({ reason: Line(200).describe('Why: read by the shop') })
  .meta({ id: 'NewVisitCorrection' });
export type NewCorrection = z.infer<typeof NewCorrection>;

/** What a record said before it was corrected. */
export const VisitCorrection = z
  .object({ at: Instant, by: Person, reason: z.string(), before: NewVisitRecord.pick(corrigible) })
  .meta({ id: 'VisitCorrection' });
