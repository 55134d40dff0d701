import type { Content } from '../snapshot/content.ts';
import type { MonthContributors } from '../snapshot/month-contributors.ts';
import { type Crossed, exposedIn } from './crossing.ts';
import type { Prices } from './small-prices.ts';
import { type Coded, suppressedParts } from './suppress-parts.ts';

/** What is known of what a result is made of: of a city its shops, of a merge what each of its cities keeps. */
export type MergeSources = {
  readonly contributors?: MonthContributors;
  /** The groups of shops common to a district and a category. */
  readonly crossing?: Readonly<Record<'month' | 'year', readonly Crossed[]>>;
  /** Cities, and provinces, hidden in their own months. */
  readonly cities?: readonly string[];
  /** Cities that keep their reports. */
  readonly reports?: readonly string[];
  readonly prices?: ReadonlyMap<string, Prices>;
};

/** The districts and categories that are hidden, so that neither subtraction nor crossing them tells a shop. */
export const suppressedCells = (content: Content, before: readonly string[], crossing: MergeSources['crossing']) => {
  const dimensions = (['districts', 'categories'] as const).map((kind) => [content[kind], content.year[kind]] as const);
  let suppressed = new Set(before);
  for (;;) {
    suppressed = new Set(dimensions.flatMap((spans) => [...suppressedParts(suppressed, spans)]));
    const exposed = [crossing?.month, crossing?.year].flatMap((of) => exposedIn(of ?? [], suppressed) ?? [])[0];
    if (!exposed) return suppressed;
    const next = smallestAround(exposed, dimensions.flat(2), suppressed);
    // Everything is hidden already: the sum of all is sensitive in the twelve months, which are hidden then.
    if (next === undefined) return suppressed;
    suppressed.add(next);
  }
};
/** What to hide next for an exposed group: the smaller of its district and its category, or else the smallest of all. */
const smallestAround = (
  { district, category }: Crossed,
  cells: readonly Coded[],
  suppressed: ReadonlySet<string>,
): string | undefined => {
  const isNear = ({ code }: Coded) => code === district || code === category;
  return cells
    .filter(({ code }) => !suppressed.has(code))
    .sort((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.merchants - b.merchants || (a.code < b.code ? -1 : 1))[0]
    ?.code;
};
