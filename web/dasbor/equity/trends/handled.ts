import type { Output } from '../../../../shared/contract.ts';
import type { Month } from '../../../../shared/domain/basics/month.ts';

export type FollowUp = Output<'GET /cities/{city}/follow-ups'>['items'][number];

/** What became of the shops an officer took up, so many months later. */
export type After = { readonly months: number; readonly known: number; readonly sold: number };

/** One, two and three months after: of those for whom the month has begun, how many sold in it. */
export const afterwards = (handled: readonly Pick<FollowUp, 'soldAfter'>[]): After[] =>
  [1, 2, 3].flatMap((months) => {
    const known = handled.flatMap(({ soldAfter }) => soldAfter.slice(months - 1, months));
    return known.length === 0 ? [] : [{ months, known: known.length, sold: known.filter(({ sold }) => sold).length }];
  });

/** How many shops of each district were taken up from one month to another, both included. */
export const handledIn = (
  handled: readonly Pick<FollowUp, 'month' | 'district'>[],
  from: Month,
  to: Month,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { month, district } of handled)
    if (month >= from && month <= to) counts.set(district, (counts.get(district) ?? 0) + 1);
  return counts;
};
