import type { Takers } from './gate.ts';
import type { AttainableInputs, OrderInput } from './inputs.ts';

/** Owners who could take exactly the same orders, and the largest step one order can set two of them apart by. */
export type Equals = { readonly owners: readonly number[]; readonly stepRupiah: number };

/** Groups of two or more owners who could take the same orders of the month: whoever took one, the others could have. */
export const equalsIn = (
  { since, units }: Pick<AttainableInputs, 'since' | 'units'>,
  orders: readonly OrderInput[],
  takers: Takers,
): Equals[] => {
  // Two numbers of each owner follow from the orders it could take, in their order: alike where those are alike.
  const [one, other] = [new Int32Array(since.length), new Int32Array(since.length)];
  const steps = new Float64Array(since.length);
  for (const [at, order] of orders.entries()) {
    const step = (units[order.category] ?? 0) + order.rupiah;
    for (const owner of takers(order, order.units)) {
      const [before, second] = [one[owner] as number, other[owner] as number];
      one[owner] = Math.imul(before ^ (at + 1), 0x85eb_ca6b) ^ (before >>> 13);
      other[owner] = Math.imul(second + at + 1, 0xc2b2_ae35) ^ (second >>> 16);
      if ((steps[owner] as number) < step) steps[owner] = step;
    }
  }
  const able = since.flatMap((_, owner) => ((steps[owner] as number) > 0 ? [owner] : []));
  return [...Map.groupBy(able, (owner) => `${one[owner]},${other[owner]}`).values()]
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
