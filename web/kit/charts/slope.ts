import { spread } from './spread.ts';

/** A share before and after, each between 0 and 1. */
export type Change = {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** How often somebody acted there in between. */
  readonly acts?: number | undefined;
  /** Where what it counts is listed, for who may see it. */
  readonly to?: string | undefined;
};
export type SlopeLine = Change & {
  /** Heights of the two ends, and of the words beside them. */
  readonly ends: readonly [number, number];
  readonly words: readonly [number, number];
  /** The one that grew most and the one that fell most are told apart; the rest is grey. */
  readonly told: 'worse' | 'better' | undefined;
};
export type Slope = { readonly lines: readonly SlopeLine[]; readonly height: number };

export const WORDS_GAP = 18;
const TOP = 40;
const LEAST_HEIGHT = 200;

/** In billionths, so that equal moves are equal however they were divided. */
const movedBy = ({ before, after }: Change): number => Math.round((after - before) * 1e9);

/** The one that grew most and the one that fell most; nobody where several did alike. */
export const outstanding = (changes: readonly Change[]): { worse: Change | undefined; better: Change | undefined } => {
  const moves = changes.map(movedBy);
  const only = (move: number) => {
    const [first, second] = changes.filter((_, at) => move !== 0 && moves[at] === move);
    return second ? undefined : first;
  };
  return { worse: only(Math.max(0, ...moves)), better: only(Math.min(0, ...moves)) };
};

/** Lays out shares of two months: each datum one line, ends on one scale, words never over each other. */
export const slope = (changes: readonly Change[]): Slope => {
  const height = Math.max(LEAST_HEIGHT, TOP + changes.length * WORDS_GAP + 20);
  const bottom = height - 12;
  const all = changes.flatMap(({ before, after }) => [before, after]);
  const [low, high] = [Math.min(1, ...all), Math.max(0, ...all)];
  const heightOf = (share: number) =>
    high > low ? TOP + ((high - share) / (high - low)) * (bottom - TOP) : (TOP + bottom) / 2;
  const ends = changes.map(({ before, after }) => [heightOf(before), heightOf(after)] as const);
  const left = spread(
    ends.map(([end]) => end),
    WORDS_GAP,
    TOP,
    bottom,
  );
  const right = spread(
    ends.map(([, end]) => end),
    WORDS_GAP,
    TOP,
    bottom,
  );
  const { worse, better } = outstanding(changes);
  const lines = changes.map((change, at): SlopeLine => {
    const told = change === worse ? 'worse' : change === better ? 'better' : undefined;
    return { ...change, ends: ends[at] ?? [TOP, TOP], words: [left[at] ?? TOP, right[at] ?? TOP], told };
  });
  return { lines, height };
};
