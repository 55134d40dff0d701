import { createHash } from 'node:crypto';
import type { AgencySpread } from './cell.ts';
import { cityPass, type PassedCity } from './city-pass.ts';
import { amountOf, isIn, totalsCounter } from './city-totals.ts';
import { headline } from './headline.ts';
import { type Inputs, type InputsHead, type OfficeInput, spreadsOf } from './inputs.ts';
import type { Span } from './part.ts';
import { DEFINITION, type Snapshot, type SnapshotYear } from './snapshot.ts';
import type { CityMonth, Passed, SortedFile } from './span-pass.ts';

/** A result before it is a revision. */
export type Content = Omit<Snapshot, 'revision' | 'hash' | 'changes' | 'suppressed' | 'attainable'>;

/**
 * The content's fingerprint: the same input makes the same hash whenever it is computed. What a revision says of itself
 * (its number, instant, what changed, what the public may not see) is not in it.
 */
export const hashOf = ({ takenAt: _when, ...content }: Content): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Where a span's sorted file is kept. It is named by its content: a rerun writes the same one, a correction another. */
export const sortedFileOf = (
  { place, month }: Pick<InputsHead, 'place' | 'month'>,
  span: Span,
  { sha256, merchants }: SortedFile,
) => ({
  key: `snapshots/${place}/${month}/${span === 'year' ? 'year/' : ''}${sha256}.prcf`,
  sha256,
  merchants,
});

const periodOf = (
  { total, districts, categories, between, control }: Passed,
  agencies: readonly AgencySpread[],
): SnapshotYear => ({
  total,
  districts,
  categories,
  between,
  agencies: [...agencies],
  control: { merchants: control.count, turnoverRupiah: control.total.toString() },
});

/** A city's month as it is stored, from what its two passes and its offices say. Pure: the close and a verification. */
export const cityContent = (
  head: InputsHead,
  takenAt: string,
  { month, year }: Pick<PassedCity, Span>,
  offices: readonly OfficeInput[],
  inputs: NonNullable<Snapshot['inputs']>,
): Content => ({
  place: head.place,
  placeName: head.placeName,
  month: head.month,
  phase: head.phase,
  definition: head.definition,
  rules: head.rules,
  sentence: headline(month.total, head.month),
  ...periodOf(month, spreadsOf(offices, 'month')),
  cities: [],
  year: periodOf(year, spreadsOf(offices, 'year')),
  missing: [],
  files: {
    month: sortedFileOf(head, 'month', month.file),
    year: sortedFileOf(head, 'year', year.file),
  },
  inputs,
  takenAt,
});

const named = (places: readonly [string, string][]) => places.map(([code, name]) => ({ code, name }));

/**
 * The same content once more, from kept inputs alone.
 *
 * @throws when the inputs were computed by another definition than this code knows.
 */
export const recomputed = (
  { head, entries, offices }: Inputs,
  { inputs, takenAt }: { inputs: NonNullable<Snapshot['inputs']>; takenAt: string },
): Content => {
  if (head.definition !== DEFINITION)
    throw new Error(
      `computed by ${head.definition}; this code computes ${DEFINITION}: verify with the release of then`,
    );
  const of: CityMonth = {
    cityCode: head.place,
    month: head.month,
    districts: named(head.districts),
    categories: named(head.categories),
  };
  const totalsOf = (span: Span) => {
    const counter = totalsCounter(span);
    for (const entry of entries) counter.add(entry);
    return counter.totals();
  };
  const pass = cityPass(of, { month: totalsOf('month'), year: totalsOf('year') });
  const list = (span: Span) =>
    entries.filter((entry) => isIn(span, entry)).sort((a, b) => amountOf(span, a) - amountOf(span, b));
  for (const span of ['month', 'year'] as const) {
    for (const entry of list(span)) pass[span].add(entry);
    pass[span].file();
  }
  return cityContent(head, takenAt, pass.end(), offices, inputs);
};
