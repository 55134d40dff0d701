import * as z from 'zod';
import type { Encounter } from './support.ts';

/** What of the gate keeps an offer out, in the order of the gate. */
const reasons = [
  'not_verified',
  'closed',
  'not_delivered_there',
  'not_on_that_day',
  'fewer_than_minimum',
  'capacity_too_little',
  'price_above_ceiling',
  'price_above_fair',
  'rating_too_low',
] as const;

/** What an officer can check before they go: all of it as it is today, held against what was asked for in these months. */
export const GapEvidence = z
  .object({
    offers: z.int().describe('Goods listed today'),
    soldOut: z.int().describe('Of them, with nothing on the shelf'),
    impressions: z.number().describe('As much as so many first ranks: Σ 1/log2(1 + rank), ×⅔ a month'),
    requests: z.int().describe('Requests of the categories it offers in it was compared with'),
    passed: z.int().describe('Of them, above the line'),
    failures: z
      .array(z.object({ reason: z.enum(reasons), requests: z.int() }))
      .describe('What kept its best offer below the line, and how often'),
    price: z
      .object({ priceRupiah: z.int(), lineRupiah: z.int() })
      .nullable()
      .describe('Where a price was too high: the one nearest to passing, beside its line'),
  })
  .meta({ id: 'GapEvidence' });
export type GapEvidence = z.infer<typeof GapEvidence>;

/** Prices above their line, each beside it. */
const tooHigh = (encounters: readonly Encounter[]) =>
  encounters.flatMap(({ failures }) =>
    failures.flatMap((failure) => {
      if (failure.reason === 'price_above_fair')
        return [{ priceRupiah: failure.priceRupiah, lineRupiah: Math.floor(failure.lineRupiah) }];
      if (failure.reason === 'price_above_ceiling')
        return [{ priceRupiah: failure.priceRupiah, lineRupiah: failure.ceilingRupiah }];
      return [];
    }),
  );

type Shelf = Pick<GapEvidence, 'offers' | 'soldOut' | 'impressions'>;
export const gapEvidence = (shelf: Shelf, encounters: readonly Encounter[]): GapEvidence => {
  const counts = new Map<(typeof reasons)[number], number>();
  for (const { failures } of encounters)
    for (const { reason } of failures) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [price = null] = tooHigh(encounters).sort(
    (a, b) => a.priceRupiah / a.lineRupiah - b.priceRupiah / b.lineRupiah,
  );
  return {
    ...shelf,
    requests: encounters.length,
    passed: encounters.filter(({ failures }) => failures.length === 0).length,
    failures: reasons.flatMap((reason) => {
      const requests = counts.get(reason);
      return requests === undefined ? [] : [{ reason, requests }];
    }),
    price,
  };
};
