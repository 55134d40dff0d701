/** What is known of a place whose businesses are too many for a dot each: its curve goes through 21 points, unsold first. */
export type Curve = {
  readonly merchants: number;
  readonly unsold: number;
  readonly turnoverRupiah: number;
  readonly lorenz: readonly number[];
};

export const GROUPS = 20;

/** How many of the groups stand for who sold nothing: at least one where somebody did not, and never all where somebody sold. */
const zerosOf = ({ merchants, unsold }: Curve, groups: number): number => {
  const share = Math.round((groups * unsold) / merchants);
  const [least, most] = [unsold > 0 ? 1 : 0, unsold < merchants ? groups - 1 : groups];
  return Math.min(most, Math.max(least, share));
};

/** The curve at a share of the businesses: straight between its points, and nought as far as nobody sold. */
const curveAt = ({ merchants, unsold, lorenz }: Curve, share: number): number => {
  const none = unsold / merchants;
  if (share <= none) return 0;
  const steps = lorenz.length - 1;
  const above = Math.min(steps, Math.floor(share * steps) + 1);
  const from = Math.max(none, (above - 1) / steps);
  const to = above / steps;
  const [low, high] = [from === none ? 0 : (lorenz[above - 1] ?? 0), lorenz[above] ?? 1];
  return to <= from ? high : low + ((share - from) / (to - from)) * (high - low);
};

/**
 * Dots that stand for equal groups of a place's businesses, smallest first, each with what a business of it sold on average:
 * nought for who sold nothing. At most one a business. Undefined where somebody sold and no curve is told.
 */
export const twentieths = (curve: Curve): number[] | undefined => {
  const { merchants, unsold, turnoverRupiah, lorenz } = curve;
  const groups = Math.min(GROUPS, merchants);
  if (groups === 0) return [];
  const zeros = zerosOf(curve, groups);
  const none = new Array<number>(zeros).fill(0);
  if (zeros === groups) return none;
  if (lorenz.length < 2) return undefined;
  const sellers = groups - zeros;
  const first = unsold / merchants;
  const edge = (at: number) => first + ((1 - first) * at) / sellers;
  const sold = Array.from({ length: sellers }, (_, at) => {
    const [from, to] = [edge(at), edge(at + 1)];
    return ((curveAt(curve, to) - curveAt(curve, from)) * turnoverRupiah) / (merchants * (to - from));
  });
  return [...none, ...sold];
};
