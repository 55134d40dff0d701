/** Where the dots of one row stand: zeros in lines of their own column, sellers in stacks on a log scale. */
export type StripRow = {
  readonly name: string;
  /** Who sold nothing, by their place in what was given. */
  readonly zeros: readonly number[];
  /** One dot a business, by its place in what was given: the bin it falls into, and how many lie below it. */
  readonly dots: readonly { readonly of: number; readonly bin: number; readonly height: number }[];
  /** Lines of dots the row needs, at least one. */
  readonly lines: number;
};
export type Strip = { readonly rows: readonly StripRow[]; readonly ticks: readonly { at: number; rupiah: number }[] };

export const ZEROS_A_LINE = 8;
export const BINS = 28;

/** Whole decades around what was sold; a million to ten million where nothing was. */
const decades = (rupiah: readonly number[]): readonly [from: number, to: number] => {
  const logs = rupiah.filter((value) => value > 0).map(Math.log10);
  if (logs.length === 0) return [6, 7];
  const from = Math.floor(logs.reduce((a, b) => Math.min(a, b)));
  return [from, Math.max(from + 1, Math.ceil(logs.reduce((a, b) => Math.max(a, b))))];
};

/** Lays out turnover per place, one dot a business. Pure, so that browser, function and paper draw the same. */
export const strip = (places: readonly { name: string; turnovers: readonly number[] }[]): Strip => {
  const [from, to] = decades(places.flatMap(({ turnovers }) => turnovers));
  const binOf = (rupiah: number) =>
    Math.max(0, Math.min(BINS - 1, Math.floor(((Math.log10(rupiah) - from) / (to - from)) * BINS)));
  const rows = places.map(({ name, turnovers }): StripRow => {
    const stacks = new Array<number>(BINS).fill(0);
    const dots = turnovers.flatMap((rupiah, of) => {
      if (rupiah <= 0) return [];
      const bin = binOf(rupiah);
      const height = stacks[bin] ?? 0;
      stacks[bin] = height + 1;
      return [{ of, bin, height }];
    });
    const zeros = turnovers.flatMap((rupiah, of) => (rupiah > 0 ? [] : [of]));
    return { name, zeros, dots, lines: Math.max(1, Math.ceil(zeros.length / ZEROS_A_LINE), ...stacks) };
  });
  const ticks = Array.from({ length: to - from + 1 }, (_, step) => ({
    at: step / (to - from),
    rupiah: 10 ** (from + step),
  }));
  return { rows, ticks };
};
