import type { Cell, Figure, Spread } from '../snapshot/cell.ts';
import { LEAST_SELLERS, MOST_TOP_TWO } from './sensitive-sums.ts';

const FEW: Figure = { value: null, reason: 'small_cell' };

/** Fewer sellers than two groups of ten have no shape that would not be theirs one by one. */
const LEAST_FOR_SHAPE = 2 * LEAST_SELLERS;
/** A tenth of fewer merchants is fewer than ten of them; two fifths, likewise. */
const LEAST_FOR_TOP_TENTH = 100;
const LEAST_FOR_BOTTOM_FORTY = 25;
const STEPS = 20;

/** What decides how much of a spread may be told. */
type Counted = Pick<Cell, 'merchants' | 'sold' | 'topTwoShare'>;

/** May the sum over the largest sellers be known, so many of them with such a share? Two of them must not be most of it. */
const isSafeTop = (sellers: number, share: number, { sold, topTwoShare }: Counted): boolean =>
  sellers >= LEAST_SELLERS && sold - sellers >= LEAST_SELLERS && (topTwoShare ?? 0) < MOST_TOP_TWO * share;

/**
 * Which of the 21 points of a public curve are its own: ten sellers or more between each two of them, where anybody
 * sold, and no two sellers most of what lies above the last.
 */
export const ownPoints = (lorenz: readonly number[], cell: Counted): number[] => {
  const { merchants, sold } = cell;
  // Sellers up to a point, the last of them in part; those who sold nothing come first.
  const sellersAt = (at: number) => Math.max(0, (merchants * at) / STEPS - (merchants - sold));
  const points = [0];
  for (let at = 1; at < STEPS; at += 1) {
    const since = sellersAt(at) - sellersAt(points.at(-1) ?? 0);
    if (sellersAt(at) === 0 || (since >= LEAST_SELLERS && isSafeTop(sold - sellersAt(at), 1 - (lorenz[at] ?? 1), cell)))
      points.push(at);
  }
  return [...points, STEPS];
};

/** Three decimals, and no fraction behind them: of some dozen sellers exact figures are equations for each. */
const inThousandths = (value: number): number => Math.round(value * 1000) / 1000;
const rounded = ({ value, reason }: Figure): Figure =>
  value === null ? { value, ...(reason ? { reason } : {}) } : { value: inThousandths(value) };
/** Two digits say what a usual seller sells, and not what somebody sold. */
const inTwoDigits = ({ value, reason }: Figure): Figure =>
  value === null ? { value, ...(reason ? { reason } : {}) } : { value: Number(value.toPrecision(2)) };

/** The curve through its own points; the others lie straight between those. */
const straightened = (lorenz: readonly number[], points: readonly number[]): number[] =>
  lorenz.map((_, at) => {
    const next = points.find((point) => point >= at) ?? STEPS;
    const before = points.findLast((point) => point <= at) ?? 0;
    const [from, to] = [lorenz[before] ?? 0, lorenz[next] ?? 1];
    return inThousandths(next === before ? from : from + ((to - from) * (at - before)) / (next - before));
  });

/** Is a curve a coarser one, which cannot say what the tenth part has? */
export const isCoarse = ({ lorenz, topTenPercentShare }: Spread): boolean =>
  lorenz.length === 0 || topTenPercentShare.reason === 'small_cell';

const shownIf = (figure: Figure, isSafe: boolean): Figure => (figure.value === null || isSafe ? rounded(figure) : FEW);

/**
 * How uneven sellers are, as everybody may see it. A share of some is told where ten sellers or more have it, and ten
 * or more are left: of eleven sellers, S less what ten have is the eleventh's.
 */
export const publicSpread = (spread: Spread, cell: Counted): Spread => {
  const { merchants, sold } = cell;
  const hasShape = sold === 0 || sold >= LEAST_FOR_SHAPE;
  const points = ownPoints(spread.lorenz, cell);
  const tenth =
    merchants >= LEAST_FOR_TOP_TENTH &&
    isSafeTop(Math.min(sold, Math.floor(merchants / 10)), spread.topTenPercentShare.value ?? 0, cell);
  const sellersInForty = Math.max(0, (merchants * 2) / 5 - (merchants - sold));
  const forty = merchants >= LEAST_FOR_BOTTOM_FORTY && (sellersInForty === 0 || sellersInForty >= LEAST_SELLERS);
  return {
    gini: rounded(spread.gini),
    giniOffering: rounded(spread.giniOffering),
    giniSellers: shownIf(spread.giniSellers, hasShape),
    giniFloor: rounded(spread.giniFloor),
    hoover: shownIf(spread.hoover, hasShape),
    theil: shownIf(spread.theil, hasShape),
    topTenPercentShare: shownIf(spread.topTenPercentShare, hasShape && tenth),
    bottomFortyPercentShare: shownIf(spread.bottomFortyPercentShare, hasShape && forty),
    topTenMerchantsShare: shownIf(
      spread.topTenMerchantsShare,
      hasShape && isSafeTop(LEAST_SELLERS, spread.topTenMerchantsShare.value ?? 0, cell),
    ),
    palma: shownIf(spread.palma, hasShape && tenth && forty),
    p25: inTwoDigits(spread.p25),
    median: inTwoDigits(spread.median),
    p75: inTwoDigits(spread.p75),
    lorenz: hasShape ? straightened(spread.lorenz, points) : [],
    ...(hasShape && points.length <= STEPS && spread.lorenz.length > 0 ? { ownPoints: points } : {}),
  };
};
