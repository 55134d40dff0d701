import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { Id } from '../basics/id-schema.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { MeasuredPlace } from './place.ts';
import { type Met, metWords, type Need, needWords, type Obstacle, obstacleWords, visitStateWords } from './words.ts';

export const VisitId = Id('vst').meta({ id: 'VisitId' });
const VisitState = z.enum(Object.keys(visitStateWords) as [keyof typeof visitStateWords]).meta({ id: 'VisitState' });

/** A visit that is to be made. */
export const NewVisit = z
  .strictObject({
    merchantId: MerchantId,
    day: Day.describe('On the city’s clock, from today to sixty days on'),
    visitor: Person.describe('An admin or field officer of the city, or an officer of the shop’s district'),
    visitorName: Name(60).describe('What colleagues call them: shown to the city’s people and the shop'),
    reason: Line(200).optional().describe('Why this shop: what the list of whom to visit says'),
  })
  .meta({ id: 'NewVisit' });
export type NewVisit = z.infer<typeof NewVisit>;

/** The hash of a picture’s bytes as the phone keeps it: by it both sides know that it came whole. */
export const PhotoHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Foto ini tidak dikenal. Ambil lagi fotonya.')
  .meta({ id: 'PhotoHash' });

const MOST_VISIT_PHOTOS = 6;
const MOST_NEEDS = 5;
/** So long a story of a maker is: what a phone shows in a look or two. Letters. */
export const STORY_LENGTH = 1_200;

const unique = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;
const codes = <C extends string>(words: Readonly<Record<C, string>>) => z.enum(Object.keys(words) as [C]);

/** What an officer found in a shop, as they wrote it there: their phone’s clock, and where it says it was. */
export const NewVisitRecord = z
  .strictObject({
    openedAt: Instant.describe('By the phone’s clock, which may be wrong: the market’s is kept beside it'),
    finishedAt: Instant.describe('By the phone’s clock'),
    met: codes<Met>(metWords),
    production: Paragraph(500).nullable().describe('How they make what they sell, and how much'),
    marketing: Paragraph(500).nullable().describe('To whom and how they sell'),
    obstacles: z
      .array(codes<Obstacle>(obstacleWords))
      .max(Object.keys(obstacleWords).length)
      .refine(unique, 'Pilih tiap hambatan sekali.'),
    problems: Paragraph(500).nullable().describe('In words'),
    needs: z
      .array(z.strictObject({ kind: codes<Need>(needWords), text: Line(200) }))
      .max(MOST_NEEDS)
      .describe('Each becomes a task of an office'),
    agreed: Paragraph(400).nullable().describe('What was agreed at the end'),
    again: Day.nullable().describe('When they look again'),
    place: MeasuredPlace.nullable(),
    photos: z
      .array(PhotoHash)
      .max(MOST_VISIT_PHOTOS)
      .refine(unique, 'Foto yang sama cukup sekali.')
      .describe('They follow one by one'),
    story: Paragraph(STORY_LENGTH)
      .optional()
      .describe(
        'Proposed for the shop’s page with the first pictures; nobody reads it there before its owner consents',
      ),
    shared: z.boolean().describe('The shop’s people agree that offices which are to help read this'),
  })
  .meta({ id: 'NewVisitRecord' });
export type NewVisitRecord = z.infer<typeof NewVisitRecord>;

/** The same as kept, with the market’s own clock. */
export const VisitRecord = z
  .object({ ...NewVisitRecord.shape, receivedAt: Instant.describe('By the market’s clock') })
  .meta({ id: 'VisitRecord' });
export type VisitRecord = z.infer<typeof VisitRecord>;

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
const VisitCorrection = z
  .object({ at: Instant, by: Person, reason: z.string(), before: NewVisitRecord.pick(corrigible) })
  .meta({ id: 'VisitCorrection' });

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
