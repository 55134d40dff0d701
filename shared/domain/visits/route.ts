import { metersBetween, type Point } from '../places/meters.ts';

export type Measured = Point & { readonly accuracyMeters: number };

/** Metres of a walk through these places in this order, from its first to its last. */
export const lengthOf = (walk: readonly Point[]): number =>
  walk.reduce((sum, place, at) => sum + (at === 0 ? 0 : metersBetween(walk[at - 1] as Point, place)), 0);

/** Always on to the nearest that is left. */
const nearestFirst = <S extends Point>(stops: readonly S[], first: S): S[] => {
  const left = new Set(stops);
  left.delete(first);
  const walk = [first];
  for (let here: S = first; left.size > 0; walk.push(here)) {
    here = [...left].reduce((best, one) => (metersBetween(here, one) < metersBetween(here, best) ? one : best));
    left.delete(here);
  }
  return walk;
};

/** Less than this is no gain, but the rounding of numbers: so the search ends. */
const GAIN_METERS = 0.01;

/** The walk with the part from one stop to another turned round. */
const turned = <S>(walk: readonly S[], from: number, to: number): S[] => [
  ...walk.slice(0, from),
  ...walk.slice(from, to + 1).reverse(),
  ...walk.slice(to + 1),
];
/** The walk with one stop taken out and put in elsewhere. */
const moved = <S>(walk: readonly S[], from: number, to: number): S[] => {
  const rest = walk.filter((_, at) => at !== from);
  return [...rest.slice(0, to), walk[from] as S, ...rest.slice(to)];
};

/** Turns parts round and moves stops until nothing gets shorter (2-opt and or-opt of an open walk). */
const shortened = <S extends Point>(begun: readonly S[], fixed: number): S[] => {
  let [walk, length] = [[...begun], lengthOf(begun)];
  for (let better = true; better; ) {
    better = false;
    for (let from = fixed; from < walk.length; from += 1)
      for (let to = fixed; to < walk.length; to += 1) {
        if (from === to) continue;
        const other =
          from < to && to - from > 1 ? [turned(walk, from, to), moved(walk, from, to)] : [moved(walk, from, to)];
        for (const tried of other) {
          const metres = lengthOf(tried);
          if (metres >= length - GAIN_METERS) continue;
          [walk, length, better] = [tried, metres, true];
        }
      }
  }
  return walk;
};

/** A day on foot or by motorbike has no more stops than this; so many are put in order at once. */
export const MOST_STOPS = 30;

export type Route<S> = { readonly stops: readonly S[]; readonly meters: number };

/**
 * A short way through all stops, each once: from where one stands, or from whichever end is shorter. Nearest first, then
 * shortened by hand's rules: on average under one in a hundred longer than the shortest there is.
 * @throws RangeError for more stops than a day has
 */
export const routeOf = <S extends Point>(stops: readonly S[], from?: Point): Route<S> => {
  if (stops.length > MOST_STOPS) throw new RangeError(`${stops.length} stops; a day has ${MOST_STOPS}`);
  const [first] = stops;
  if (first === undefined) return { stops: [], meters: 0 };
  if (from) {
    const [, ...walk] = shortened(nearestFirst<Point>([from, ...stops], from), 1);
    return { stops: walk as S[], meters: lengthOf([from, ...walk]) };
  }
  const tried = stops.map((begin) => nearestFirst(stops, begin));
  const begun = tried.reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best));
  const walk = shortened(begun, 0);
  return { stops: walk, meters: lengthOf(walk) };
};
