import * as z from 'zod';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { VisitId } from '../visits/new-visit.ts';
import { PhotoHash, STORY_LENGTH } from '../visits/visit-limits.ts';

/** Pictures of a story, out of those of its visit. */
export const MOST_STORY_PHOTOS = 3;

/** What an officer proposes to tell of a maker, out of a visit to them. */
export const NewStory = z
  .strictObject({
    text: Paragraph(STORY_LENGTH).describe('Who makes it, how and since when, in plain words'),
    photos: z
      .array(PhotoHash)
      .max(MOST_STORY_PHOTOS)
      .refine((all) => new Set(all).size === all.length, 'Foto yang sama cukup sekali.')
      .describe('Out of those of the visit’s record'),
  })
  .meta({ id: 'NewStory' });
export type NewStory = z.infer<typeof NewStory>;

/** A story as it was proposed: the very words and pictures that an owner consents to. */
export const StoryText = z
  .object({
    text: z.string().describe('Without numbers and addresses by which a person is known'),
    photos: z.array(PhotoHash),
    visitId: VisitId,
    day: Day.describe('Of the visit'),
    by: Person,
    byName: z.string(),
    at: Instant,
  })
  .meta({ id: 'StoryText' });
export type StoryText = z.infer<typeof StoryText>;

export const StoryStep = z.enum(['proposed', 'consented', 'declined', 'withdrawn']).meta({ id: 'StoryStep' });

/** What is told of a maker, one a shop: told to everybody only by its owner’s consent, and for as long as that stands. */
export const Story = z
  .object({
    merchantId: MerchantId,
    cityCode: CityCode,
    proposal: StoryText.nullable().describe('Waits for the owner'),
    published: StoryText.nullable().describe('What everybody reads; null without a consent that stands'),
    reason: z.string().nullable().describe('Why the owner does not want the last proposal, where they said so'),
    steps: z.array(z.object({ step: StoryStep, at: Instant, by: Person })).describe('The last twenty'),
    version: z.int(),
  })
  .meta({ id: 'Story' });
export type Story = z.infer<typeof Story>;

/** To exactly what its owner read: the version they saw, with the pictures they saw. */
export const StoryConsent = z
  .strictObject({
    version: z.int().min(1),
    photos: z
      .array(PhotoHash)
      .max(MOST_STORY_PHOTOS)
      .optional()
      .describe('Those that were seen with it; left out, all that have come by now. One that comes later is not told'),
  })
  .meta({ id: 'StoryConsent' });
export const StoryRefusal = z.strictObject({ version: z.int().min(1), reason: Line(200) }).meta({ id: 'StoryRefusal' });
