import * as z from 'zod';
import { Month } from '../../basics/month-schema.ts';
import { needByLot, type SeriesDraw } from '../draw.ts';
import { type Doubt, doubtsOf, standardizedDifference } from './assess.ts';
import { type Sample, sampleOf } from './compare.ts';
import { changeOf, type Horizon, monthsAfter, type Panel, type Span, stratumOf } from './panel.ts';
import { exactStrata, type Stratified, type Unit } from './strata.ts';

/** What a programme changed so many months after it, in rupiah a month and shop, and how sure that is. */
export const ProgrammeEffect = z
  .object({
    months: z.literal([1, 3, 6]).describe('After the month of the last meeting'),
    until: Month.describe('The last month it needs'),
    state: z.enum(['too-early', 'doubted', 'judged']),
    method: z
      .enum(['queue', 'strata'])
      .nullable()
      .describe('Who waited by lot, or shops alike; null while it is too early'),
    treated: z.int(),
    matched: z.int().describe('Of them, with somebody to compare with'),
    controls: z.int(),
    apart: z.number().nullable().describe('How far both sides were apart before, in spreads'),
    effectRupiah: z.int().nullable(),
    lowRupiah: z.int().nullable(),
    highRupiah: z.int().nullable(),
    doubts: z.array(z.enum(['few', 'thin', 'unbalanced'])),
  })
  .meta({ id: 'ProgrammeEffect' });
export type ProgrammeEffect = z.infer<typeof ProgrammeEffect>;

type Shop = Unit & { readonly before: number };
type Facts = {
  readonly draw: SeriesDraw;
  /** Who had a seat and came to a meeting at least. */
  readonly attended: ReadonlySet<string>;
  /** Everybody who ever entered the queue: nobody of them stands for those who never heard of it. */
  readonly enrolled: ReadonlySet<string>;
  readonly panel: Panel;
  readonly span: Span;
};

const shopOf = (
  { panel, span }: Facts,
  merchantId: string,
  horizon: Horizon,
  treated: boolean,
  stratum: string,
): Shop => {
  const { before, after } = changeOf(panel.get(merchantId)?.sold ?? new Map(), span, horizon);
  return { stratum, treated, before, outcome: after - before };
};

/** Those at whose need the seats ran out: who was drawn, whatever became of their seat, and who was not. */
const byQueue = (facts: Facts, horizon: Horizon): Shop[] => {
  const { draw } = facts;
  const need = needByLot(draw);
  return draw.ranked.flatMap((one, at) =>
    one.need === need ? [shopOf(facts, one.merchantId, horizon, at < draw.seats, 'need')] : [],
  );
};

const byStrata = (facts: Facts, horizon: Horizon): Shop[] =>
  [...facts.panel].flatMap(([merchantId, shop]) => {
    const treated = facts.attended.has(merchantId);
    if (!treated && facts.enrolled.has(merchantId)) return [];
    return [shopOf(facts, merchantId, horizon, treated, stratumOf(shop, facts.span))];
  });

/** Both sides before, the others weighted as they are compared: each stratum by its participants. */
const sidesBefore = (shops: readonly Shop[]): { readonly treated: Sample; readonly controls: Sample } => {
  const cells = [...Map.groupBy(shops, ({ stratum }) => stratum).values()].filter(
    (cell) => cell.some(({ treated }) => treated) && cell.some(({ treated }) => !treated),
  );
  const of = (treated: boolean) =>
    cells
      .flat()
      .filter((one) => one.treated === treated)
      .map(({ before }) => before);
  const weighted = cells.reduce((sum, cell) => {
    const others = cell.filter(({ treated }) => !treated);
    return sum + (cell.length - others.length) * sampleOf(others.map(({ before }) => before)).mean;
  }, 0);
  const [treated, controls] = [sampleOf(of(true)), sampleOf(of(false))];
  return { treated, controls: { ...controls, mean: weighted / treated.count } };
};

const toRupiah = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));
/** By lot both sides are alike but for chance, and chance is in the interval: only where nobody drew must they be alike. */
const told = (shops: readonly Shop[], byLot: boolean) => {
  const stratified: Stratified = exactStrata(shops);
  const sides = sidesBefore(shops);
  const doubts: Doubt[] = stratified.estimate ? doubtsOf(stratified, byLot ? [] : [sides]) : ['few'];
  const estimate = doubts.length === 0 ? stratified.estimate : null;
  const apart = stratified.estimate ? standardizedDifference(sides.treated, sides.controls) : null;
  return {
    state: doubts.length === 0 ? ('judged' as const) : ('doubted' as const),
    doubts,
    apart,
    treated: stratified.treated,
    matched: stratified.matched,
    controls: stratified.controls,
    effectRupiah: toRupiah(estimate?.effect),
    lowRupiah: toRupiah(estimate?.low),
    highRupiah: toRupiah(estimate?.high),
  };
};

/**
 * What a programme changed: first by its queue, because who waited by lot is the one comparison that needs no trust; where
 * that cannot be judged, among shops alike. Of what cannot be judged no figure is told. `running` is the month not over yet.
 */
export const programmeEffect = (facts: Facts, horizon: Horizon, running: Month): ProgrammeEffect => {
  const until = monthsAfter(facts.span, horizon).at(-1) ?? facts.span.ended;
  const none = { apart: null, effectRupiah: null, lowRupiah: null, highRupiah: null, doubts: [] };
  if (until >= running)
    return { months: horizon, until, state: 'too-early', method: null, treated: 0, matched: 0, controls: 0, ...none };
  const queue = byQueue(facts, horizon);
  const first = told(queue, true);
  if (first.state === 'judged') return { months: horizon, until, method: 'queue', ...first };
  const alike = byStrata(facts, horizon);
  return { months: horizon, until, method: 'strata', ...told(alike, false) };
};
