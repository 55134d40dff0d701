import { measuresOf } from '../measures/ascending-pass.ts';
import type { Figure } from '../snapshot/cell.ts';
import { figure, published } from '../snapshot/spread.ts';
import { asOrdered, assigned, assignedInLots } from './assign.ts';
import { none, type Reached } from './attainable.ts';
import { byPopularity, DRAWS } from './by-popularity.ts';
import type { Takers } from './gate.ts';
import type { AttainableInputs, OrderInput } from './inputs.ts';
import { shareClosed } from './share-closed.ts';

/** Fewer orders say nothing of a market. */
const LEAST_ORDERS = 20;
/** So many looks at an owner take seconds; a month of more is left to a larger machine, and says so. */
const MOST_LOOKS = 300_000_000;
/** A Gini of amounts by owner, of these owners alone. To 1e-9, without its fraction: it is one of several. */
export const giniAmong = (owners: readonly number[], amounts: ArrayLike<number>): Figure => {
  const { value, reason } = figure(measuresOf(owners.map((owner) => amounts[owner] as number)).gini);
  return value === null ? { value, ...(reason ? { reason } : {}) } : { value };
};

const topTwoOf = (amounts: readonly number[]): number | null => {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const [first = 0, second = 0] = amounts.toSorted((a, b) => b - a);
  return sum === 0 ? null : published((first + second) / sum);
};

export type Scene = {
  readonly inputs: AttainableInputs;
  readonly before: readonly OrderInput[];
  readonly orders: readonly OrderInput[];
  readonly owners: readonly number[];
  readonly takers: Takers;
};

/** A long reckoning that pauses wherever others may be let in. */
export type InSteps<T> = Generator<undefined, T, undefined>;

function* counterfactual({ inputs, before, orders, owners, takers }: Scene, actual: ArrayLike<number>) {
  let drawn = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    drawn += giniAmong(owners, byPopularity(inputs, before, orders, takers, draw)).value ?? 0;
    yield;
  }
  const popularity = drawn / DRAWS;
  const giniActual = giniAmong(owners, actual);
  const giniAssigned = giniAmong(owners, assigned(inputs, orders, takers));
  yield;
  const closed = shareClosed(popularity, giniActual.value ?? 0, giniAssigned.value ?? 0);
  return {
    giniPopularity: { value: published(popularity) },
    giniActual,
    giniAssigned,
    giniSplit: giniAmong(owners, assignedInLots(inputs, orders, takers)),
    closedShare: closed === null ? none('no_distance') : { value: published(closed) },
  };
}

const withoutFigures = (reason: string) => ({
  giniPopularity: none(reason),
  giniActual: none(reason),
  giniAssigned: none(reason),
  giniSplit: none(reason),
  closedShare: none(reason),
});

export const isTooMany = ({ orders, takers }: Pick<Scene, 'orders' | 'takers'>): boolean =>
  orders.reduce((sum, order) => sum + takers(order, order.units).length, 0) * (DRAWS + 2) > MOST_LOOKS;

export function* reachedIn(scene: Scene): InSteps<Reached> {
  const { inputs, orders, owners } = scene;
  const actual = asOrdered(inputs, orders);
  const sold = owners.flatMap((owner) => ((actual[owner] as number) > 0 ? [actual[owner] as number] : []));
  const counted = { orders: orders.length, owners: owners.length, sellers: sold.length, topTwoShare: topTwoOf(sold) };
  if (orders.length < LEAST_ORDERS) return { ...counted, ...withoutFigures('few_orders') };
  const tooMany = isTooMany(scene);
  yield;
  if (tooMany) return { ...counted, ...withoutFigures('too_many') };
  return { ...counted, ...(yield* counterfactual(scene, actual)) };
}
