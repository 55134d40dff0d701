import type { BelowOffer, RankedOffer, RankedOffers } from './ranking.ts';
import type { Offer } from './request.ts';

/** One offer of a list as it is paged: its rank, the turn it belongs to, and which of its owner's goods it is (0 first). */
export type Ranked =
  | { above: true; rank: number; offer: Offer; turn: RankedOffer; round: number }
  | ({ above: false } & BelowOffer);

/**
 * Every offer of a list, each once, in the order it is shown: the turns; then, round by round, the other goods of the
 * owners in the order of their turns; in a search tier by tier; then those below the line.
 */
export const inRounds = ({ above, below }: Pick<RankedOffers, 'above' | 'below'>): Ranked[] => {
  const rows: Ranked[] = [];
  for (let from = 0; from < above.length; ) {
    const { tier } = above[from] as RankedOffer;
    const end = above.findIndex((turn, index) => index > from && turn.tier !== tier);
    let left = above.slice(from, end < 0 ? above.length : end);
    from += left.length;
    for (let round = 0; left.length > 0; round++) {
      for (const turn of left) {
        const offer = round === 0 ? turn.offer : (turn.others[round - 1] as Offer);
        rows.push({ above: true, rank: rows.length + 1, offer, turn, round });
      }
      left = left.filter(({ others }) => others.length > round);
    }
  }
  for (const one of below) rows.push({ above: false, ...one });
  return rows;
};
