import { DAY_MS, later } from '../../basics/month.ts';
import type { Figure } from '../snapshot/cell.ts';
import { published } from '../snapshot/spread.ts';
import { asOrdered, assigned } from './assign.ts';
import { ATTAINABLE_DEFINITION, type Attainable, none } from './attainable.ts';
import { envyOf, equalsIn } from './envy.ts';
import { takersOf } from './gate.ts';
import { type AttainableInputs, isInMonth, type OrderInput } from './inputs.ts';
import { giniAmong, type InSteps, isTooMany, reachedIn, type Scene } from './reached-in.ts';
import { waitsIn } from './waits.ts';

/** Who was known when the month began: orders of so many days before. */
const KNOWN_MS = 90 * DAY_MS;

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
