import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { byText } from '../basics/sort.ts';
import { Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import type { SeriesDraw } from './draw.ts';
import { SeriesId } from './series.ts';

export const EnrolmentState = z.enum(['waiting', 'seated', 'withdrawn']).meta({ id: 'EnrolmentState' });
export type EnrolmentState = z.infer<typeof EnrolmentState>;

const Note = z.object({ at: Instant, by: Person, text: Paragraph(1000) });
const Attended = z.object({
  session: z.int().min(1),
  at: Instant.describe('By the clock of the phone that scanned it, never after it was sent'),
  by: Person,
});
/** So many notes are kept of one shop in one series. */
export const MOST_NOTES = 50;

/** A shop in a series, from the queue to its last meeting. */
export const Enrolment = z
  .object({
    seriesId: SeriesId,
    merchantId: MerchantId,
    cityCode: CityCode,
    ownerId: z.string(),
    name: z.string().describe('Of the shop'),
    enrolledAt: Instant,
    enrolledBy: Person,
    state: EnrolmentState,
    seatedAt: Instant.nullable(),
    attended: z.array(Attended),
    notes: z.array(Note),
    certificate: z.string().nullable().describe('The code under which it is checked'),
    certificateRevokedAt: Instant.optional().describe('When it was taken back'),
    version: z.int(),
  })
  .meta({ id: 'Enrolment' });
export type Enrolment = z.infer<typeof Enrolment>;

type Order = Pick<SeriesDraw, 'ranked' | 'at'>;

/**
 * Everybody who waits, in the order seats are given: as drawn, then who came after the draw by when they came. Who left and
 * came back did so after it: a place that was let go is not kept.
 */
export const queueOf = (enrolments: readonly Enrolment[], draw: Order | undefined): Enrolment[] => {
  const places = new Map(draw?.ranked.map(({ merchantId }, at) => [merchantId, at]));
  const placeOf = ({ merchantId, enrolledAt }: Enrolment) =>
    (draw && enrolledAt < draw.at ? places.get(merchantId) : undefined) ?? places.size;
  return enrolments
    .filter(({ state }) => state === 'waiting')
    .sort(
      (a, b) => placeOf(a) - placeOf(b) || byText(a.enrolledAt, b.enrolledAt) || byText(a.merchantId, b.merchantId),
    );
};

/** Of each owner the shop they entered first: several would be several lots for one seat. */
export const oncePerOwner = (enrolments: readonly Enrolment[]): Enrolment[] => {
  const owners = new Set<string>();
  return enrolments
    .toSorted((a, b) => byText(a.enrolledAt, b.enrolledAt) || byText(a.merchantId, b.merchantId))
    .filter(({ ownerId }) => !owners.has(ownerId) && owners.add(ownerId));
};

/** Who is next for so many seats: one for each owner, whatever shops they entered, and none for who has one. */
export const nextInLine = (enrolments: readonly Enrolment[], draw: Order, free: number): Enrolment[] => {
  const owners = new Set(enrolments.filter(({ state }) => state === 'seated').map(({ ownerId }) => ownerId));
  const next = queueOf(enrolments, draw).filter(({ ownerId }) => {
    const first = !owners.has(ownerId);
    owners.add(ownerId);
    return first;
  });
  return next.slice(0, Math.max(0, free));
};
