import { addMonths, type Month } from '../../shared/domain/basics/month.ts';
import type { NamedCell } from '../../shared/domain/equity/snapshot/cell.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { Path } from '../../shared/domain/programmes/effect/group-time.ts';
import { type SteppedEffect, steppedEffect } from '../../shared/domain/programmes/effect/stepped.ts';
import type { Starts } from '../../shared/domain/ranking/policy/starts.ts';

/** A year before the first category begins is looked at, as far as it was closed. */
export const MONTHS_BEFORE = 12;

type Told = { readonly name: string; readonly of: (cell: NamedCell) => number | null };
/** What may have changed in a category: how many sell, and how unevenly. */
export const outcomes: readonly Told[] = [
  {
    name: 'Bagian usaha yang menjual',
    of: ({ merchants, unsold }) => (merchants === 0 ? null : 1 - unsold / merchants),
  },
  { name: 'Gini di dalam kategori', of: ({ spread }) => spread?.gini.value ?? null },
];

export const firstStart = ({ months }: Starts): Month =>
  Object.values(months).reduce((first, month) => (month < first ? month : first));

type Closed = Pick<Snapshot, 'month' | 'categories'>;
/** The closed months on end that lead to the last one, at most a year before the first category began. */
export const monthsOnEnd = (starts: Starts, closed: readonly Closed[]): Closed[] => {
  const from = addMonths(firstStart(starts), -MONTHS_BEFORE);
  const known = new Map(closed.map((one) => [one.month, one]));
  const last = [...known.keys()].sort().at(-1);
  const found: Closed[] = [];
  for (let month = last; month !== undefined && month >= from; month = addMonths(month, -1)) {
    const one = known.get(month);
    if (!one) break;
    found.unshift(one);
  }
  return found;
};

/** Each category through the months, by what is told of it. A month it has no figure in leaves it out of the comparison. */
export const pathsOf = (starts: Starts, months: readonly Closed[], { of }: Told): Path[] =>
  Object.entries(starts.months).map(([category, begins]): Path => {
    const told = months.flatMap(({ categories }, period): [number, number][] => {
      const cell = categories.find(({ code }) => code === category);
      const value = cell ? of(cell) : null;
      return value === null ? [] : [[period, value]];
    });
    const began = months.findIndex(({ month }) => month >= begins);
    return { began: began < 0 ? months.length : began, outcomes: new Map(told) };
  });

/** What beginning to be ranked changed in a city's categories; null of what cannot be told yet. */
export const effectsOf = (
  starts: Starts,
  closed: readonly Closed[],
): { name: string; effect: SteppedEffect | null }[] => {
  const months = monthsOnEnd(starts, closed);
  const periods = months.map((_, period) => period);
  return outcomes.map((told) => ({ name: told.name, effect: steppedEffect(pathsOf(starts, months, told), periods) }));
};
