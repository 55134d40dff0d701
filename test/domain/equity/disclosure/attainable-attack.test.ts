import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { attainableOf } from '../../../../shared/domain/equity/attainable/attainable-of.ts';
import type { AttainableInputs } from '../../../../shared/domain/equity/attainable/inputs.ts';
import { publicAttainable } from '../../../../shared/domain/equity/disclosure/public-attainable.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { isFound } from './attacker.ts';

/*
 * What the attainable adds to what an attacker knows: Ginis of the same owners, beside the city's sum and its Gini in thousandths. A Gini is
 * linear in amounts whose order is known, so he is given that order, and the sum as if it were of the very same orders; he may be
 * the second largest. No owner has less than nothing, none more than whoever stands before it.
 */

/** `npm run attack` tries more of them. */
const SEEDS = 4 * Number(process.env['SEEDS'] ?? 3);

type Solver = { solve: (problem: string) => { Status: string; ObjectiveValue: number } };
const highs = await (createRequire(import.meta.url)('highs') as () => Promise<Solver>)();

const at = (day: number) => new Date(Date.parse('2026-10-01T00:00:00.000Z') + day * 86_400_000).toISOString();
/** A month in which each owner had some orders of a whole. */
const monthOf = (amounts: readonly number[], without = 0): AttainableInputs => {
  const owners = Array.from({ length: amounts.length + without }, (_, owner) => owner);
  const orders = amounts.flatMap((rupiah, owner) =>
    [0.6, 0.4].map((part, index) => ({
      at: at(1 + ((owner * 7 + index * 3) % 25)),
      owner,
      category: 'batik',
      district: '35.73.01',
      units: 1,
      rupiah: Math.round(rupiah * part),
    })),
  );
  return {
    inputs: 1,
    place: '35.73',
    month: '2026-10',
    began: at(0),
    ended: at(31),
    splitFromUnits: 4,
    maxSuppliers: 5,
    knownSince: at(-60),
    units: { batik: 100_000 },
    since: owners.map(() => null),
    offers: owners.map((owner) => ({ owner, category: 'batik', areas: [], mostUnits: null, leastUnits: 1 })),
    orders: orders.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    shown: {},
    chosen: { lines: 0, paidRupiah: 0, cheapestRupiah: 0 },
  };
};

type Told = { readonly gini: number; readonly within: number };
/** Least and most that the largest can have sold, given what is told of the shape. */
const rangeOf = (amounts: readonly number[], owners: number, told: readonly Told[], knowsSecond: boolean) => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const name = (rank: number) => `x${rank}`;
  const ranks = amounts.map((_, rank) => rank);
  // Σ (n + 1 − 2·rank)·x ÷ (n·T), the largest first; whoever sold nothing adds nothing.
  const shape = ranks.map(
    (rank) => `${owners - 1 - 2 * rank < 0 ? '-' : '+'} ${Math.abs(owners - 1 - 2 * rank)} ${name(rank)}`,
  );
  const rows = [
    ` ${ranks.map(name).join(' + ')} = ${total}`,
    ...ranks.slice(1).map((rank) => ` ${name(rank - 1)} - ${name(rank)} >= 0`),
    ...told.flatMap(({ gini, within }) => [
      ` ${shape.join(' ')} >= ${(gini - within) * owners * total}`,
      ` ${shape.join(' ')} <= ${(gini + within) * owners * total}`,
    ]),
    ...(knowsSecond ? [` x1 = ${amounts[1]}`] : []),
  ];
  const solve = (sense: string) => {
    const { Status, ObjectiveValue } = highs.solve([sense, ' x0', 'Subject To', ...rows, 'End'].join('\n'));
    if (Status !== 'Optimal') throw new Error(`what was told contradicts itself: ${Status}`);
    return ObjectiveValue;
  };
  return { least: solve('Minimize'), most: solve('Maximize') };
};

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
/** The largest and the second share so much; the others what is left, evenly or not. */
const market = (seed: number): { amounts: number[]; without: number } => {
  const next = random(seed);
  const sellers = 20 + Math.floor(next() * 10);
  const [top, skew] = [0.1 + next() * 0.74, next() * 3];
  const first = top * (0.5 + next() * 0.49);
  const rest = Array.from({ length: sellers - 2 }, () => next() ** skew);
  const all = rest.reduce((sum, one) => sum + one, 0);
  const shares = [first, top - first, ...rest.map((one) => ((1 - top) * one) / all)];
  const amounts = shares.map((share) => Math.max(1, Math.round(share * 10_000_000))).sort((a, b) => b - a);
  return { amounts, without: Math.floor(next() * 20) };
};

const toldOf = ({ amounts, without }: ReturnType<typeof market>) => {
  const kept = attainableOf(monthOf(amounts, without), { inputs: { key: 'k' }, takenAt: at(32) });
  const open = publicAttainable(kept, false)?.total;
  const { gini } = measuresOf([...amounts, ...Array.from({ length: without }, () => 0)]);
  return { open, exact: gini.value ?? 0 };
};

describe('an attacker with the attainable of a month', () => {
  test('finds no owner to within a tenth, whatever the shape of the market', { timeout: 600_000 }, () => {
    let tried = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const drawn = market(seed);
      const { open, exact } = toldOf(drawn);
      const shown = open?.giniActual.value ?? null;
      if (shown === null) continue;
      tried += 1;
      const owners = drawn.amounts.length + drawn.without;
      const told = [
        { gini: shown, within: 0.005 },
        { gini: Math.round(exact * 1000) / 1000, within: 0.0005 },
      ];
      for (const knowsSecond of [false, true])
        expect(isFound(drawn.amounts[0] ?? 0, rangeOf(drawn.amounts, owners, told, knowsSecond)), `seed ${seed}`).toBe(
          false,
        );
    }
    expect(tried).toBeGreaterThan(SEEDS / 2);
  });

  test('would find the largest of few, of whom nothing is told', () => {
    const few = { amounts: [6_000_000, 3_000_000, 600_000, 400_000], without: 0 };
    const range = rangeOf(few.amounts, 4, [{ gini: toldOf(few).exact, within: 0.005 }], true);
    expect(isFound(6_000_000, range)).toBe(true);
    expect(toldOf(few).open?.giniActual).toMatchObject({ value: null });
  });
});
