import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../../shared/domain/equity/definitions/indicator.ts';
import type { Cell, Figure, Spread } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Value } from '../figures.ts';

/** A column tells one measure, of the month and of twelve months alike. */
export type Column = MeasureDefinition & { readonly read: (cell: Cell) => Value };
export const depth = ['p25', 'median', 'p75'] as const;
export const concentration = [
  'topTenMerchantsShare',
  'topTenPercentShare',
  'bottomFortyPercentShare',
  'palma',
  'hoover',
  'gini',
  'giniOffering',
  'giniSellers',
  'giniFloor',
  'theil',
] as const;
export const gap = [
  'activated',
  'dropped',
  'unsoldOne',
  'unsoldTwo',
  'unsoldThreeOrMore',
] as const satisfies (keyof Cell)[];
/** A tenth of fewer merchants is less than ten of them: its share says nothing, to officers neither. */
const LEAST_FOR_A_TENTH = 100;
const OF_A_TENTH = new Set(['topTenPercentShare', 'palma']);
/** The figure behind a column, with the reason where it has no value. */
export const figureOf = ({ spread, merchants }: Cell, id: string): Figure | undefined => {
  if (spread && OF_A_TENTH.has(id) && merchants < LEAST_FOR_A_TENTH) return { value: null, reason: 'small_cell' };
  const { lorenz: _curve, ownPoints: _points, ...figures } = spread ?? { lorenz: [] };
  return (figures as Partial<Record<string, Figure>>)[id];
};
export const ofSpread = (field: Exclude<keyof Spread, 'lorenz' | 'ownPoints'>): Column => ({
  ...definitionOf(field),
  read: (cell) => figureOf(cell, field)?.value ?? null,
});
