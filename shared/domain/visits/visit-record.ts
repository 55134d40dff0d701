import * as z from 'zod';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Paragraph } from '../basics/text.ts';
import { MeasuredPlace } from './place.ts';
import { MOST_NEEDS, MOST_VISIT_PHOTOS, PhotoHash, STORY_LENGTH } from './visit-limits.ts';
import { type Met, metWords, type Need, needWords, type Obstacle, obstacleWords } from './words.ts';

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
