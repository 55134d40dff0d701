import type { Instant } from '../basics/month.ts';
import type { LedgerEntry } from '../ranking/ledger/recent-sales.ts';
import type { OwnerFigures } from '../ranking/rule/request.ts';

type Stall = { readonly owner: { readonly ownerId: string }; readonly entries: readonly LedgerEntry[] };
type Figures = ReadonlyMap<string, OwnerFigures>;
type Category = { readonly figures: Figures; readonly stalls: readonly Stall[]; readonly unitRupiah: number };
type Morning = { readonly at: Instant; readonly figures: Figures };

/** Lists that are made from figures some days old, and what a split knows of the time since. */
export type OldFigures = {
  /** The figures of this morning are kept until lists have come to them. */
  readonly keep: (category: Category, at: Instant) => void;
  /** What lists are made from; undefined before the first morning. */
  readonly figures: (category: Category) => Morning['figures'] | undefined;
  /** What was sold since then. */
  readonly sold: (category: Category, at: Instant) => ReadonlyMap<string, number> | undefined;
};

/** As `soldSince` counts it. */
const soldAfter = ({ entries }: Stall, since: Instant, at: Instant, unitRupiah: number): number => {
  let [sold, held] = [0, 0];
  for (const { state, at: acceptedAt, countsFrom = acceptedAt, countedRupiah: counted = 0 } of entries) {
    if (state !== 'accepted' || acceptedAt < since) continue;
    if (countsFrom > at) held += counted;
    else sold += counted;
  }
  return sold + Math.min(held, unitRupiah);
};

export const oldFigures = (days: number): OldFigures => {
  const mornings = new WeakMap<Category, Morning[]>();
  const oldest = (category: Category): Morning | undefined => mornings.get(category)?.[0];
  return {
    keep: (category, at) => {
      const figures = new Map([...category.figures].map(([ownerId, now]) => [ownerId, { ...now }]));
      mornings.set(category, [...(mornings.get(category) ?? []), { at, figures }].slice(-days - 1));
    },
    figures: (category) => oldest(category)?.figures,
    sold: (category, at) => {
      const since = oldest(category)?.at;
      if (since === undefined) return undefined;
      const { stalls, unitRupiah } = category;
      return new Map(stalls.map((stall) => [stall.owner.ownerId, soldAfter(stall, since, at, unitRupiah)]));
    },
  };
};
