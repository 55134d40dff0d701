import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { idPattern } from '../basics/id.ts';
import { DAY_MS } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line, Paragraph } from '../basics/text.ts';
import { OrderId } from '../orders/order.ts';
import { Person } from '../people/caller.ts';
import { PhotoAddress } from '../photos/photo.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';

/** So long may a review be changed by who wrote it. */
export const EDITABLE_MS = 7 * DAY_MS;
export const MOST_REPORTS = 50;
/** Texts of one review, the first among them: each leaves a step in its trail, which must stay short enough to be written. */
export const MOST_TEXTS = 20;

/** Seen by everybody; hidden by the city with a reason; or taken back by who wrote it, which the city still sees. */
export const ReviewState = z.enum(['shown', 'hidden', 'withdrawn']).meta({ id: 'ReviewState' });
export type ReviewState = z.infer<typeof ReviewState>;

export const ReviewId = z
  .string()
  .regex(idPattern('rev'), 'Nomor ulasan tidak benar. Periksa lagi tautannya.')
  .meta({ id: 'ReviewId' });
const Stars = z.int().min(1).max(5).meta({ id: 'Stars' });

/** What a buyer says of a received order. */
export const ReviewText = z
  .strictObject({
    stars: Stars,
    text: Paragraph(1000).optional(),
    photo: PhotoAddress.optional(),
  })
  .meta({ id: 'ReviewText' });
export type ReviewText = z.infer<typeof ReviewText>;

export const Reply = z.strictObject({ text: Paragraph(600) }).meta({ id: 'Reply' });
export const ReviewReport = z.strictObject({ reason: Line(300) }).meta({ id: 'ReviewReport' });

/** One review. Its id is made of the order's, so an order has one; the id tells nobody which order it was. */
export const Review = z
  .object({
    reviewId: ReviewId,
    ...ReviewText.shape,
    orderId: OrderId,
    cityCode: CityCode,
    merchantId: MerchantId,
    ownerId: z.string(),
    by: Person,
    agencyId: AgencyId.nullable().describe('An office’s review is the office’s: any of its buyers may mend it'),
    author: z.string().describe('The office’s name, or the first letter of a person’s'),
    goods: z.string().describe('What was bought, in the words of the order'),
    state: ReviewState,
    writtenAt: Instant,
    editableUntil: Instant,
    reply: z.object({ text: z.string(), at: Instant, by: Person }).nullable(),
    reports: z.array(z.object({ by: Person, reason: z.string(), at: Instant })),
    history: z
      .array(z.object({ at: Instant, by: Person, state: ReviewState, stars: Stars, reason: z.string().optional() }))
      .describe('Every stars it ever had: what was taken back stays readable for the city'),
    version: z.int(),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof Review>;

/** What everybody may read of it: no person, no report, no trail. */
export const PublicReview = Review.pick({
  reviewId: true,
  stars: true,
  text: true,
  photo: true,
  author: true,
  goods: true,
  writtenAt: true,
})
  .extend({ reply: z.object({ text: z.string(), at: Instant }).nullable() })
  .meta({ id: 'PublicReview' });
export type PublicReview = z.infer<typeof PublicReview>;
