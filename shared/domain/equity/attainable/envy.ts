import type { Takers } from './gate.ts';
import type { AttainableInputs, OrderInput } from './inputs.ts';

/** Two numbers that follow from the orders an owner could take, in their order: alike where those are alike. */
const follow = (before: readonly [number, number], at: number): readonly [number, number] => [
  Math.imul(before[0] ^ (at + 1), 0x85eb_ca6b) ^ (before[0] >>> 13),
  Math.imul(before[1] + at + 1, 0xc2b2_ae35) ^ (before[1] >>> 16),
];

/** Owners who could take exactly the same orders, and the largest step one order can set two of them apart by. */
export type Equals = { readonly owners: readonly number[]; readonly stepRupiah: number };

/** Groups of two or more owners who could take the same orders of the month: whoever took one, the others could have. */
export const equalsIn = (
  { since, units }: Pick<AttainableInputs, 'since' | 'units'>,
  orders: readonly OrderInput[],
  takers: Takers,
): Equals[] => {
  const marks = since.map((): readonly [number, number] => [0, 0]);
  const steps = since.map(() => 0);
  for (const [at, order] of orders.entries())
    for (const owner of takers(order, order.units)) {
      marks[owner] = follow(marks[owner] as readonly [number, number], at);
      steps[owner] = Math.max(steps[owner] as number, (units[order.category] ?? 0) + order.rupiah);
    }
  const able = since.flatMap((_, owner) => ((steps[owner] as number) > 0 ? [owner] : []));
  return [...Map.groupBy(able, (owner) => (marks[owner] as readonly [number, number]).join()).values()]
    .filter((owners) => owners.length > 1)
    .map((owners) => ({ owners, stepRupiah: steps[owners[0] as number] as number }));
};

/**
 * Envy: the most by which, of two owners who could take the same orders, one has more than the other beyond u and the largest
 * order. Not above 0 where orders are given out by the rule; null where no two could take the same.
 */
export const envyOf = (groups: readonly Equals[], amounts: ArrayLike<number>): number | null => {
  const most = groups.map(({ owners, stepRupiah }) => {
    const own = owners.map((owner) => amounts[owner] as number);
    // Not spread into a call: there may be more owners than a call takes arguments.
    return own.reduce((a, b) => Math.max(a, b)) - own.reduce((a, b) => Math.min(a, b)) - stepRupiah;
  });
  return most.length === 0 ? null : most.reduce((a, b) => Math.max(a, b));
};
