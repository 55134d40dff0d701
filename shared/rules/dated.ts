import type { Day } from '../domain/basics/month.ts';

/**
 * What every legal rule carries: the days it is in force and where it is written. `confirmed` is false while nobody read
 * the rule itself: it is shown as such, and to be read before the first city goes live.
 */
export type Dated = {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
};

export const inForce = ({ validFrom, validTo }: Pick<Dated, 'validFrom' | 'validTo'>, day: Day): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);
