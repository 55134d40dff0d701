import { describe, expect, test } from 'vitest';
import { effectsOf, monthsOnEnd, outcomes, pathsOf } from '../../../scripts/effect/category-paths.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { measuresOf } from '../../../shared/domain/equity/measures/ascending-pass.ts';
import type { NamedCell } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { dayKey } from '../../../shared/domain/ranking/list/day-key.ts';
import { beginsLater, drawnStarts } from '../../../shared/domain/ranking/policy/starts.ts';
import { randomFrom } from '../../../shared/domain/simulation/random.ts';

const names = Object.keys(categories);
const drawn = (seed: number) =>
  drawnStarts({ dayKey: dayKey(`secret ${seed}`, '35.73', '2026-06-10'), drawnOn: '2026-06-10' }, '2026-07', 1);

/** Shops of a category in a month: thirty orders go to whoever has most before it is ranked, then to whoever has least. */
const cellOf = (code: string, ranked: boolean, random: () => number): NamedCell => {
  const shops = Array.from({ length: 24 }, () => 0);
  for (let order = 0; order < 30; order += 1) {
    const least = shops.indexOf(Math.min(...shops));
    const popular = Math.floor(random() ** 3 * shops.length);
    // Not everybody follows a list: two in five choose as they always did.
    const taker = ranked && random() < 0.6 ? least : popular;
    shops[taker] = (shops[taker] ?? 0) + 1 + Math.floor(4 * random());
  }
  const unsold = shops.filter((sold) => sold === 0).length;
  const gini = { value: measuresOf(shops).gini.value };
  return {
    code,
    name: code,
    merchants: shops.length,
    unsold,
    sold: shops.length - unsold,
    spread: { gini },
  } as NamedCell;
};
/** A city of eleven categories from four months before the first begins until the last has begun. */
const cityOf = (seed: number, ranks: boolean): { starts: ReturnType<typeof drawn>; closed: Snapshot[] } => {
  const random = randomFrom(seed);
  const starts = drawn(seed);
  const months = Array.from({ length: 4 + names.length }, (_, at) => addMonths('2026-03', at));
  const closed = months.map((month) => ({
    month,
    categories: names.map((code) => cellOf(code, ranks && (starts.months[code] ?? '') <= month, random)),
  }));
  return { starts, closed: closed as unknown as Snapshot[] };
};

describe('a city that begins category by category', () => {
  test('has an order that nobody chose: of the day’s key, the same for whoever draws it again, a month each', () => {
    const [one, again, other] = [drawn(1), drawn(1), drawn(2)];
    expect(one).toEqual(again);
    expect(one.months).not.toEqual(other.months);
    expect(Object.keys(one.months).sort()).toEqual([...names].sort());
    expect(Object.values(one.months).sort()).toEqual(names.map((_, at) => addMonths('2026-07', at)));
    const first = Array.from({ length: 200 }, (_, seed) => Object.keys(drawn(seed).months)[0]);
    // Eighteen of two hundred each; twice that is one of a thousand draws.
    for (const name of names) expect(first.filter((one) => one === name).length).toBeLessThan(40);
  });

  test('is ranked from its month on; lists of everything, and proposals to split, all along', () => {
    const starts = drawn(1);
    const [[category = '', month = ''] = []] = Object.entries(starts.months).slice(-1);
    expect(beginsLater({ starts }, { category }, `${addMonths(month, -1)}-28`)).toBe(month);
    expect(beginsLater({ starts }, { category }, `${month}-01`)).toBeNull();
    expect(beginsLater({ starts }, {}, '2026-01-01')).toBeNull();
    expect(beginsLater({ starts }, { category, lots: 3 }, '2026-01-01')).toBeNull();
    expect(beginsLater({ starts: null }, { category }, '2026-01-01')).toBeNull();
  });

  test('shows what ranking changed: more shops sell, and less unevenly, both beyond chance', () => {
    const { starts, closed } = cityOf(7, true);
    const [selling, gini] = effectsOf(starts, closed);
    // Of the same city drawn a hundred times over: the true differences of the two ways to sell.
    const random = randomFrom(99);
    const mean = (ranked: boolean, at: number) =>
      Array.from({ length: 400 }, () => outcomes[at]?.of(cellOf('batik', ranked, random)) ?? 0).reduce(
        (a, b) => a + b,
      ) / 400;
    for (const [at, found] of [selling, gini].entries()) {
      const truth = mean(true, at) - mean(false, at);
      expect(found?.effect?.low).toBeLessThan(truth);
      expect(found?.effect?.high).toBeGreaterThan(truth);
      expect(found?.effect?.chance).toBeLessThan(0.05);
    }
    expect(selling?.effect?.effect).toBeGreaterThan(0);
    expect(gini?.effect?.effect).toBeLessThan(0);
  });

  test('shows nothing where nothing changed, but by chance', () => {
    const found = Array.from({ length: 12 }, (_, seed) => {
      const { starts, closed } = cityOf(300 + seed, false);
      return effectsOf(starts, closed)[1]?.effect?.chance ?? 1;
    });
    expect(found.filter((chance) => chance <= 0.05).length).toBeLessThanOrEqual(2);
  });

  test('is looked at in months on end: what lies before a month that was not closed is left out', () => {
    const { starts, closed } = cityOf(1, false);
    const gap = closed.filter(({ month }) => month !== '2026-05');
    expect(monthsOnEnd(starts, gap).map(({ month }) => month)[0]).toBe('2026-06');
    expect(effectsOf(starts, closed.slice(0, 3)).map(({ effect }) => effect)).toEqual([null, null]);
    const [told] = outcomes;
    expect(told && pathsOf(starts, closed.slice(0, 2), told).every(({ began }) => began === 2)).toBe(true);
  });
});
