import type { Sample } from './compare.ts';
import type { Stratified } from './strata.ts';

/** Below so many nothing is said: an interval of few is as wide as any effect. */
export const LEAST = 20;
/** Of the participants, how many must have somebody like them: of less the effect is another group's. */
export const LEAST_MATCHED = 0.8;
/** How far apart both sides may have been before, in spreads. Source: Rubin, Health Services and Outcomes 2 (2001). */
export const MOST_APART = 0.25;

/** How far two sides lie apart in units of their spread; null where neither has any and they differ. */
export const standardizedDifference = (treated: Sample, controls: Sample): number | null => {
  const spread = Math.sqrt((treated.variance + controls.variance) / 2);
  const apart = Math.abs(treated.mean - controls.mean);
  if (apart === 0) return 0;
  return spread > 0 ? apart / spread : null;
};

export type Doubt = 'few' | 'thin' | 'unbalanced';

/** Why an effect cannot be judged yet; none where it can. `before` are both sides' amounts before the programme. */
export const doubtsOf = (
  { treated, matched, spreadKnown, effectiveControls }: Stratified,
  before: readonly { readonly treated: Sample; readonly controls: Sample }[],
): Doubt[] => {
  const apart = before.map((one) => standardizedDifference(one.treated, one.controls));
  const thin = effectiveControls < LEAST || matched < treated * LEAST_MATCHED || spreadKnown < matched * LEAST_MATCHED;
  return [
    ...(matched < LEAST ? (['few'] as const) : []),
    ...(thin ? (['thin'] as const) : []),
    ...(apart.some((one) => one === null || one > MOST_APART) ? (['unbalanced'] as const) : []),
  ];
};
