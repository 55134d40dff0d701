import { isSensitive, type Summed, unionOf } from './sensitive-sums.ts';

export type Coded = Summed & { readonly code: string };

/** Fewest merchants first: what costs the public least. Equal ones by code, so that the same input decides the same. */
const bySize = (a: Coded, b: Coded): number => a.merchants - b.merchants || (a.code < b.code ? -1 : 1);

type Choice = {
  /** Parts to hide rather than others. */
  readonly preferred?: ReadonlySet<string>;
  /** The rule for a part, and for the sum of those that are hidden. */
  readonly sensitive?: (cell: Summed) => boolean;
};

/**
 * Which parts of a whole are suppressed, by code: those that are sensitive, those that were suppressed before, and as
 * many more (preferred ones first, then the smallest) as it takes that the sum of all of them, which is the whole less
 * the shown ones, may be known. The whole itself is never touched. `spans` are the same parts over the month and over
 * the year: two months' years differ by the months between them, so a part is suppressed in all of them or in none.
 *
 * Complementary suppression after Cox, Journal of the American Statistical Association 75 (1980).
 */
export const suppressedParts = (
  before: ReadonlySet<string>,
  spans: readonly (readonly Coded[])[],
  { preferred = new Set(), sensitive = isSensitive }: Choice = {},
): Set<string> => {
  const all = spans.flat();
  const suppressed = new Set(all.filter((cell) => before.has(cell.code) || sensitive(cell)).map(({ code }) => code));
  const candidates = all.toSorted(
    (a, b) => Number(preferred.has(b.code)) - Number(preferred.has(a.code)) || bySize(a, b),
  );
  const isUnsafe = (cells: readonly Coded[]) => sensitive(unionOf(cells.filter(({ code }) => suppressed.has(code))));
  for (;;) {
    const open = spans.filter(isUnsafe).flat();
    const next = candidates.find((cell) => !suppressed.has(cell.code) && open.includes(cell));
    if (!next) return suppressed;
    suppressed.add(next.code);
  }
};
