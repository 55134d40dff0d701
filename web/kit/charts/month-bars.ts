/** What each month was worth; null where the shop was not in the register. */
export type Months = { readonly name: string; readonly values: readonly (number | null)[] };
export type MonthBar = {
  readonly kind: 'sold' | 'nothing' | 'absent';
  /** Percent of the width. */
  readonly left: number;
  readonly width: number;
  /** Pixels; nothing sold has none. */
  readonly height: number;
};

export const BARS = 96;

/** The largest value of all series: one scale, so that a higher bar is more money in each picture. */
export const mostOf = (all: readonly Months[]): number =>
  Math.max(0, ...all.flatMap(({ values }) => values.map((value) => value ?? 0)));

/** A bar a month, each month once; what sold nothing stands apart from what was not there. */
export const monthBars = ({ values }: Months, most: number): MonthBar[] => {
  const pitch = 100 / Math.max(1, values.length);
  return values.map((value, at) => ({
    kind: value === null ? 'absent' : value > 0 ? 'sold' : 'nothing',
    left: at * pitch + pitch * 0.12,
    width: pitch * 0.76,
    height: most > 0 && value !== null && value > 0 ? Math.max(2, (value / most) * BARS) : 0,
  }));
};
