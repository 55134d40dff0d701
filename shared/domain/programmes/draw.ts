import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { byText } from '../basics/sort.ts';
import { type Need, needOf } from './need.ts';
import { SeriesId } from './series.ts';

/** Whoever stood in the queue when the seats were drawn. */
export type Waiting = { readonly merchantId: string; readonly monthsUnsold: number };

const Drawn = z.object({ merchantId: z.string(), need: z.literal([1, 2, 3]), ticket: z.string() });
/** The order that was drawn, kept for ever: who was before whom, and by what. */
export const SeriesDraw = z.object({
  seriesId: SeriesId,
  at: Instant,
  rule: z.int(),
  seats: z.int().describe('As many as there were on the day'),
  ranked: z.array(Drawn),
});
export type SeriesDraw = z.infer<typeof SeriesDraw>;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is published of a seed before the draw. */
export const markOf = (seed: string): string => hash(seed);

/** The lot of one shop: made of the seed and its id alone, so that anybody who knows both finds the same. */
export const ticketOf = (seed: string, merchantId: string): string => hash(`${seed} ${merchantId}`).slice(0, 16);

/**
 * Greatest need first; inside equal need the smaller lot. So who got a seat and who waits, of those at whose need the
 * seats ran out, was decided by chance alone: that comparison is fair (docs/effect.md).
 */
export const drawn = (waiting: readonly Waiting[], seed: string): SeriesDraw['ranked'] =>
  waiting
    .map(({ merchantId, monthsUnsold }) => ({
      merchantId,
      need: needOf(monthsUnsold),
      ticket: ticketOf(seed, merchantId),
    }))
    .sort((a, b) => b.need - a.need || byText(a.ticket, b.ticket) || byText(a.merchantId, b.merchantId));

/** The need at which the seats ran out; null where everybody got one, or none was left for anybody of the next. */
export const needByLot = ({ ranked, seats }: Pick<SeriesDraw, 'ranked' | 'seats'>): Need | null => {
  const [last, next] = [ranked[seats - 1], ranked[seats]];
  return last && next && last.need === next.need ? last.need : null;
};
