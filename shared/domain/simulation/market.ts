import type { Instant } from '../basics/month.ts';
import type { Loyalty } from './loyalty.ts';
import type { OldFigures } from './old-figures.ts';
import type { SimulatedOwner, SimulatedRequest } from './simulated.ts';

/** A market as a value: drawn here, or read from a city's own past months. */
export type Market = {
  months: number;
  capacityDays: number;
  medianPrices: readonly number[];
  firstUnits: readonly number[];
  owners: readonly SimulatedOwner[];
  requests: readonly SimulatedRequest[];
  /** When buyers go back to whom they know. */
  loyalty?: Loyalty;
  /** When lists are made from old figures. */
  old?: OldFigures;
  /** Automatic assignment, too, is bound to what buyers do: loyal ones go back, who searches gets that good, splits are not always taken. */
  bound?: true;
};

export const MONTH_DAYS = 30;
export const START: Instant = '2026-01-01T00:00:00.000Z';
