import type { MeasureDefinition } from '../../../shared/domain/equity/definitions/indicator.ts';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
import type { Value } from '../figures.ts';

/** What is no cell of a place: a sheet of the workbook and a file of the open data, from one description. */
export type SideTable = {
  readonly path: 'between.csv' | 'agencies.csv' | 'quality.csv' | 'attainable.csv';
  readonly sheet: string;
  readonly title: string;
  /** Columns of words that say what a row is, beside its span: for programs, for people. */
  readonly keyColumns: readonly (readonly [id: string, name: string])[];
  readonly measures: readonly MeasureDefinition[];
  readonly rows: readonly ({ readonly span: Span } & SideRow)[];
};
export type SideRow = { readonly keys: readonly string[]; readonly values: readonly Value[] };
