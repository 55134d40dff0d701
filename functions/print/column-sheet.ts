/** What a column is called, and what stands in it: words, or a number that can be calculated with. */
export type Column<Row> = readonly [head: string, of: (row: Row) => string | number | null];
/** Rows under their columns; `last` is one more row below, by the heads of the columns that have something in it. */
export type ColumnSheet<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly last?: Readonly<Record<string, string>>;
  /** What the rows are, on a page of their own in a workbook: of which list, when, which part. */
  readonly notes?: readonly (readonly [name: string, said: string])[];
};
