import * as z from 'zod';
import { DAY_MS, later } from '../../basics/month.ts';
import { Instant, Month } from '../../basics/month-schema.ts';
import { measuresOf } from '../measures/ascending-pass.ts';
import { Figure } from '../snapshot/cell.ts';
import { figure, published } from '../snapshot/spread.ts';
import { asOrdered, assigned, assignedInLots } from './assign.ts';
import { byPopularity, DRAWS } from './by-popularity.ts';
import { envyOf, equalsIn } from './envy.ts';
import { type Takers, takersOf } from './gate.ts';
import { type AttainableInputs, isInMonth, type OrderInput } from './inputs.ts';
import { shareClosed } from './share-closed.ts';
import { waitsIn } from './waits.ts';

/** The one way the attainable is computed today; stored with each month. */
export const ATTAINABLE_DEFINITION = 'tercapai-1';

/** What the month's own orders would have made of it, in three ways, and where the city stands. */
export const Reached = z
  .object({
    orders: z.int().describe('Accepted in the month and not called off'),
    owners: z.int().describe('With an offer above the line, or an order'),
    sellers: z.int(),
    topTwoShare: z.number().nullable().describe('Decides whether it may be public'),
    giniPopularity: Figure.describe('By a list of best sellers'),
    giniActual: Figure.describe('As it happened'),
    giniAssigned: Figure.describe('Each order, whole, to whoever could take it and has the least'),
    giniSplit: Figure.describe('The same with large orders in lots'),
    closedShare: Figure.describe('Of the way from best sellers to assignment, how much the city has gone'),
  })
  .meta({ id: 'Reached' });
export type Reached = z.infer<typeof Reached>;

/** What can be attained with the month's orders, and how long owners waited: computed once, when the month has ended. */
export const Attainable = z
  .object({
    place: z.string(),
    month: Month,
    definition: z.string(),
    total: Reached,
    categories: z.array(Reached.extend({ code: z.string() })).describe('For the city itself; empty in public'),
    comparableOwners: z.int().describe('Owners with another who could take exactly the same orders'),
    envyAssignedRupiah: z
      .int()
      .nullable()
      .describe('Beyond u and the largest order, assigned by the rule; null in public'),
    envyChosenRupiah: z.int().nullable().describe('The same of what buyers chose; null in public'),
    isBounded: z.boolean().nullable().describe('Whether assignment keeps its bound; null where no two are alike'),
    waiting: z.int().describe('Owners with an offer'),
    newcomers: z.int(),
    silenceDays: Figure,
    silenceRequests: Figure,
    firstSaleDays: Figure,
    firstSaleRequests: Figure,
    chosenLines: z
      .int()
      .describe('Goods chosen from lists, of the month’s last orders, that had like goods to compare with'),
    cheapestRatio: Figure.describe('What was paid for them over the cheapest like goods of the same lists'),
    exposure: z.array(z.object({ channel: z.string(), owners: z.int(), exposureGini: Figure })),
    inputs: z
      .object({ key: z.string() })
      .nullable()
      .describe('All it was computed from, without names; null in public'),
    takenAt: Instant,
  })
  .meta({ id: 'Attainable' });
export type Attainable = z.infer<typeof Attainable>;

/** Fewer orders say nothing of a market. */
const LEAST_ORDERS = 20;
/** So many looks at an owner take seconds; a month of more is left to a larger machine, and says so. */
const MOST_LOOKS = 300_000_000;
/** Who was known when the month began: orders of so many days before. */
const KNOWN_MS = 90 * DAY_MS;

const none = (reason: string): Figure => ({ value: null, reason });
/** A Gini of amounts by owner, of these owners alone. To 1e-9, without its fraction: it is one of several. */
const giniAmong = (owners: readonly number[], amounts: ArrayLike<number>): Figure => {
  const { value, reason } = figure(measuresOf(owners.map((owner) => amounts[owner] as number)).gini);
  return value === null ? { value, ...(reason ? { reason } : {}) } : { value };
};

const topTwoOf = (amounts: readonly number[]): number | null => {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const [first = 0, second = 0] = amounts.toSorted((a, b) => b - a);
  return sum === 0 ? null : published((first + second) / sum);
};

type Scene = {
  readonly inputs: AttainableInputs;
  readonly before: readonly OrderInput[];
  readonly orders: readonly OrderInput[];
  readonly owners: readonly number[];
  readonly takers: Takers;
};

/** A long reckoning that pauses wherever others may be let in. */
type InSteps<T> = Generator<undefined, T, undefined>;

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

const isTooMany = ({ orders, takers }: Pick<Scene, 'orders' | 'takers'>): boolean =>
  orders.reduce((sum, order) => sum + takers(order, order.units).length, 0) * (DRAWS + 2) > MOST_LOOKS;

function* reachedIn(scene: Scene): InSteps<Reached> {
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

const takingPart = ({ offers }: Pick<AttainableInputs, 'offers'>, orders: readonly OrderInput[]): readonly number[] =>
  [...new Set([...offers, ...orders].map(({ owner }) => owner))].sort((a, b) => a - b);

const days = (value: number | null): Figure =>
  value === null ? none('no_merchants') : { value: Math.round(value * 10) / 10 };
const requests = (value: number | null): Figure => (value === null ? none('no_merchants') : { value });

const exposureOf = ({ offers, since, shown }: AttainableInputs): Attainable['exposure'] => {
  const owners = [...new Set(offers.map(({ owner }) => owner))];
  return Object.entries(shown).map(([channel, rows]) => {
    const amounts = new Float64Array(since.length);
    for (const [owner, exposure] of rows) amounts[owner] = exposure;
    return { channel, owners: owners.length, exposureGini: giniAmong(owners, amounts) };
  });
};

const cheapestRatio = ({ chosen: { paidRupiah, cheapestRupiah } }: AttainableInputs): Figure =>
  cheapestRupiah === 0 ? none('nothing_chosen') : { value: published(paidRupiah / cheapestRupiah) };

type Kept = Pick<Attainable, 'inputs' | 'takenAt'>;
/**
 * The attainable of a month, from all that was kept of it, in steps: of a large city it takes a minute, and whoever runs it
 * beside other things lets them in after each. Pure: the same inputs make the same bytes.
 */
export function* attainableInSteps(inputs: AttainableInputs, kept: Kept): InSteps<Attainable> {
  const known = later(inputs.began, -KNOWN_MS);
  const orders = inputs.orders.filter((order) => isInMonth(inputs, order));
  const before = inputs.orders.filter(({ at }) => at >= known && at < inputs.began);
  const takers = takersOf(inputs);
  const whole: Scene = { inputs, before, orders, owners: takingPart(inputs, orders), takers };
  const codes = [...new Set(orders.map(({ category }) => category))].sort();
  const ofCategory = (code: string): Scene => {
    const [own, earlier] = [orders, before].map((list) => list.filter(({ category }) => category === code));
    const offers = inputs.offers.filter(({ category }) => category === code);
    return { ...whole, before: earlier ?? [], orders: own ?? [], owners: takingPart({ offers }, own ?? []) };
  };
  const tooMany = isTooMany(whole);
  yield;
  const groups = tooMany ? [] : equalsIn(inputs, orders, takers);
  yield;
  const envyAssignedRupiah = envyOf(groups, assigned(inputs, orders, takers));
  yield;
  const waits = waitsIn(inputs);
  yield;
  const total = yield* reachedIn(whole);
  const categories: Attainable['categories'] = [];
  for (const code of codes) categories.push({ code, ...(yield* reachedIn(ofCategory(code))) });
  return {
    place: inputs.place,
    month: inputs.month,
    definition: ATTAINABLE_DEFINITION,
    total,
    categories,
    comparableOwners: groups.reduce((sum, { owners }) => sum + owners.length, 0),
    envyAssignedRupiah,
    envyChosenRupiah: envyOf(groups, asOrdered(inputs, orders)),
    isBounded: envyAssignedRupiah === null ? null : envyAssignedRupiah <= 0,
    waiting: waits.owners,
    newcomers: waits.newcomers,
    silenceDays: days(waits.silenceDays),
    silenceRequests: requests(waits.silenceRequests),
    firstSaleDays: days(waits.firstSaleDays),
    firstSaleRequests: requests(waits.firstSaleRequests),
    chosenLines: inputs.chosen.lines,
    cheapestRatio: cheapestRatio(inputs),
    exposure: exposureOf(inputs),
    ...kept,
  };
}

/** The same at once. */
export const attainableOf = (inputs: AttainableInputs, kept: Kept): Attainable => {
  const steps = attainableInSteps(inputs, kept);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
