import { compared, type Effect, sampleOf } from './compare.ts';

/** A shop through the periods: the period its programme began in, or null where it never took part. */
export type Path = { readonly began: number | null; readonly outcomes: ReadonlyMap<number, number> };
export type GroupTime = { readonly began: number; readonly period: number; readonly estimate: Effect | null };

const changes = (paths: readonly Path[], from: number, to: number) =>
  sampleOf(
    paths.flatMap(({ outcomes }) => {
      const [was, is] = [outcomes.get(from), outcomes.get(to)];
      return was === undefined || is === undefined ? [] : [is - was];
    }),
  );

/**
 * The effect on each group that began together, in each period, against those who never took part: from the period before
 * it began on; before that from one period to the next, which ought to be nothing. Groups are never each other's controls,
 * which is what misleads where they begin at different times. Source: Callaway and Sant'Anna, Journal of Econometrics 225
 * (2021), without covariates.
 */
export const groupTimeEffects = (paths: readonly Path[], periods: readonly number[]): GroupTime[] => {
  const never = paths.filter(({ began }) => began === null);
  const groups = [...new Set(paths.flatMap(({ began }) => (began === null ? [] : [began])))].sort((a, b) => a - b);
  return groups.flatMap((began) => {
    const group = paths.filter((path) => path.began === began);
    return periods.flatMap((period) => {
      const base = period >= began ? began - 1 : period - 1;
      const from = changes(never, base, period);
      return from.count === 0 ? [] : [{ began, period, estimate: compared(changes(group, base, period), from) }];
    });
  });
};
