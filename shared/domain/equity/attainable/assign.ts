import { lotSizes, lotsFor } from '../../ranking/split/lots.ts';
import type { Takers } from './gate.ts';
import type { AttainableInputs, OrderInput } from './inputs.ts';

/** Rupiah by owner. */
export type Amounts = Float64Array;
export type Rules = Pick<AttainableInputs, 'since' | 'units' | 'splitFromUnits' | 'maxSuppliers'>;

/** What happened. */
export const asOrdered = ({ since }: Pick<Rules, 'since'>, orders: readonly OrderInput[]): Amounts => {
  const amounts = new Float64Array(since.length);
  for (const { owner, rupiah } of orders) amounts[owner] = (amounts[owner] as number) + rupiah;
  return amounts;
};

const leastOf = (takers: readonly number[], amounts: Amounts): number => {
  let least = takers[0] as number;
  for (const owner of takers) if ((amounts[owner] as number) < (amounts[least] as number)) least = owner;
  return least;
};

/** Each order, whole, to whoever could take it and has the least so far: the floor that orders of these sizes allow. */
export const assigned = ({ since }: Pick<Rules, 'since'>, orders: readonly OrderInput[], takers: Takers): Amounts => {
  const amounts = new Float64Array(since.length);
  for (const order of orders) {
    const owner = leastOf(takers(order, order.units), amounts);
    amounts[owner] = (amounts[owner] as number) + order.rupiah;
  }
  return amounts;
};

/** u of a category; without one no order is large. */
const usualOrder = ({ units }: Rules, { category }: OrderInput): number => units[category] ?? Number.POSITIVE_INFINITY;

/** The same with large orders cut into lots as the city's rule cuts proposals, each lot to whoever has the least. */
export const assignedInLots = (rules: Rules, orders: readonly OrderInput[], takers: Takers): Amounts => {
  const amounts = new Float64Array(rules.since.length);
  for (const order of orders) {
    const wanted = lotsFor(order.rupiah, usualOrder(rules, order), rules.splitFromUnits, rules.maxSuppliers);
    const sizes = lotSizes(order.units, Math.min(wanted, order.units));
    let left = order.rupiah;
    for (const [at, units] of sizes.entries()) {
      const rupiah = at === sizes.length - 1 ? left : Math.floor((order.rupiah * units) / order.units);
      const owner = leastOf(takers(order, units), amounts);
      amounts[owner] = (amounts[owner] as number) + rupiah;
      left -= rupiah;
    }
  }
  return amounts;
};
