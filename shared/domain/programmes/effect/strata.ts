import { type Effect, effectWith, sampleOf } from './compare.ts';

/** A shop: the stratum it is compared within (category, district, size, prior trend), and what became of it. */
export type Unit = { readonly stratum: string; readonly treated: boolean; readonly outcome: number };

export type Stratified = {
  /** Over the participants who have somebody like them; null where none has. */
  readonly estimate: Effect | null;
  readonly strata: number;
  /** Participants in all, and those with somebody like them. */
  readonly treated: number;
  readonly matched: number;
  /** Of them, those in strata with two or more on both sides: elsewhere the spread is not known, and counts as none. */
  readonly spreadKnown: number;
  /** Others like them, and how many they are worth: few that stand for many are worth less than they are. */
  readonly controls: number;
  readonly effectiveControls: number;
};

/** n treated of N: what each stratum's own difference weighs, with its variance where both sides have two. */
const cellOf = (units: readonly Unit[]) => {
  const outcomes = (treated: boolean) => units.filter((unit) => unit.treated === treated).map(({ outcome }) => outcome);
  return { treated: outcomes(true), controls: outcomes(false) };
};

/**
 * Exact matching: participants against others of the same stratum, each stratum weighing as many participants as it has
 * (the effect on the participants). A stratum with one side alone is left out, and told. The control weights are those of
 * Iacus, King and Porro, Political Analysis 20 (2012); the effective number is Kish's (Σw)²/Σw².
 */
export const exactStrata = (units: readonly Unit[]): Stratified => {
  const cells = [...Map.groupBy(units, ({ stratum }) => stratum).values()].map(cellOf);
  const common = cells.filter(({ treated, controls }) => treated.length > 0 && controls.length > 0);
  const sum = (of: (cell: (typeof cells)[number]) => number) => common.reduce((total, cell) => total + of(cell), 0);
  const matched = sum(({ treated }) => treated.length);
  const controls = sum((cell) => cell.controls.length);
  const wide = common.filter((cell) => cell.treated.length > 1 && cell.controls.length > 1);
  const weights = sum((cell) => cell.treated.length ** 2 / cell.controls.length);
  const told = {
    strata: common.length,
    treated: cells.reduce((total, { treated }) => total + treated.length, 0),
    spreadKnown: wide.reduce((total, { treated }) => total + treated.length, 0),
    matched,
    controls,
    effectiveControls: weights === 0 ? 0 : matched ** 2 / weights,
  };
  if (matched === 0) return { estimate: null, ...told };
  const share = (cell: (typeof cells)[number]) => cell.treated.length / matched;
  const effect = sum((cell) => share(cell) * (sampleOf(cell.treated).mean - sampleOf(cell.controls).mean));
  const variance = sum((cell) => share(cell) ** 2 * (spreadOf(cell.treated) + spreadOf(cell.controls)));
  const degrees = Math.max(1, matched + controls - 2 * common.length);
  const given = { standardError: Math.sqrt(variance), degrees, treated: matched, controls };
  return { estimate: effectWith(effect, given), ...told };
};

/** The variance of a mean; of one alone nothing is known, and `doubtsOf` doubts an effect that rests on many such. */
const spreadOf = (values: readonly number[]): number =>
  values.length < 2 ? 0 : sampleOf(values).variance / values.length;
