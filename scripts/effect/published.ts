import { doubtsOf } from '../../shared/domain/programmes/effect/assess.ts';
import { compared, sampleOf } from '../../shared/domain/programmes/effect/compare.ts';
import { groupTimeEffects, type Path } from '../../shared/domain/programmes/effect/group-time.ts';
import { exactStrata, type Unit } from '../../shared/domain/programmes/effect/strata.ts';

/** A line of a file, by the names of its columns. */
export type Row = ReadonlyMap<string, string>;
export type Check = { readonly name: string; readonly published: number; readonly found: number };

const number = (row: Row, name: string): number => Number(row.get(name));
const text = (row: Row, name: string): string => row.get(name) ?? '';
/** In which of the spans between cuts an amount lies; one that is a cut belongs to what begins there. */
export const spanAt = (value: number, cuts: readonly number[]): number => cuts.filter((cut) => value >= cut).length;

const units = (rows: readonly Row[], stratumOf: (row: Row) => readonly (string | number)[]): Unit[] =>
  rows.map((row) => ({
    stratum: stratumOf(row).join('|'),
    treated: number(row, 'treat') === 1,
    outcome: number(row, 're78'),
  }));

const EARNED = [1, 5000, 10_000];
/**
 * LaLonde's sample as MatchIt ships it: naive, exact on race, marriage and degree, and coarsened, where the same data say the
 * opposite of few participants. Published figures: MatchIt and WeightIt over that sample.
 */
export const lalondeChecks = (rows: readonly Row[]): Check[] => {
  const of = (treated: number) =>
    sampleOf(rows.filter((row) => number(row, 'treat') === treated).map((row) => number(row, 're78')));
  const naive = compared(of(1), of(0));
  const exact = exactStrata(units(rows, (row) => ['race', 'married', 'nodegree'].map((name) => text(row, name))));
  const coarse = exactStrata(
    units(rows, (row) => [
      spanAt(number(row, 'age'), [20, 25, 30, 40]),
      spanAt(number(row, 'educ'), [9, 12, 13]),
      text(row, 'race'),
      text(row, 'married'),
      spanAt(number(row, 're74'), EARNED),
      spanAt(number(row, 're75'), EARNED),
    ]),
  );
  const effect = (found: ReturnType<typeof exactStrata>) => found.estimate?.effect ?? Number.NaN;
  return [
    { name: 'selisih polos', published: -635.026, found: naive?.effect ?? Number.NaN },
    { name: 'strata persis, banyaknya', published: 12, found: exact.strata },
    { name: 'strata persis, pengaruh', published: 1309.897, found: effect(exact) },
    { name: 'strata persis, pembanding efektif', published: 111.525, found: exact.effectiveControls },
    { name: 'strata kasar, banyaknya', published: 28, found: coarse.strata },
    { name: 'strata kasar, peserta berpasangan', published: 88, found: coarse.matched },
    { name: 'strata kasar, pembanding', published: 67, found: coarse.controls },
    { name: 'strata kasar, pengaruh', published: -1144.212, found: effect(coarse) },
    { name: 'strata kasar, pembanding efektif', published: 21.652, found: coarse.effectiveControls },
    { name: 'strata kasar, diragukan (1 = ya)', published: 1, found: doubtsOf(coarse, []).includes('thin') ? 1 : 0 },
  ];
};

/** Group-time effects of `mpdta`, groups against who never took part. Published figures: the R package did, 2.1. */
const published: Readonly<Record<number, readonly number[]>> = {
  2004: [-0.010503, -0.070423, -0.137259, -0.100811],
  2006: [0.00652, -0.002751, -0.004595, -0.041224],
  2007: [0.030507, -0.002726, -0.031087, -0.026054],
};
export const groupTimeChecks = (rows: readonly Row[]): Check[] => {
  const counties = Map.groupBy(rows, (row) => text(row, 'countyreal'));
  const paths = [...counties.values()].map((years): Path => {
    const began = Number(years[0]?.get('first_treat'));
    return {
      began: began === 0 ? null : began,
      outcomes: new Map(years.map((row) => [number(row, 'year'), number(row, 'lemp')])),
    };
  });
  return groupTimeEffects(paths, [2004, 2005, 2006, 2007]).map(({ began, period, estimate }) => ({
    name: `kelompok ${began}, tahun ${period}`,
    published: published[began]?.[period - 2004] ?? Number.NaN,
    found: estimate?.effect ?? Number.NaN,
  }));
};
