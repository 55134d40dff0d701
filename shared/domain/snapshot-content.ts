import { createHash } from 'node:crypto';
import { DEFINITION, headline, type Quality, type Snapshot } from './snapshot.ts';
import {
  amountOf,
  type CityEntry,
  type CityMonth,
  monthPass,
  type Passed,
  type PassedMonth,
  type SortedFile,
  type Span,
  totalsCounter,
  yearPass,
} from './snapshot-city.ts';
import { type Inputs, type InputsHead, type OfficeInput, spreadOfOffice } from './snapshot-inputs.ts';

/** A result before it is a revision. */
export type Content = Omit<Snapshot, 'revision' | 'hash' | 'changes' | 'secret'>;

/**
 * The content's fingerprint: the same input makes the same hash whenever it is computed. What a revision says of itself
 * (its number, instant, what changed, what the public may not see) is not in it.
 */
export const hashOf = ({ takenAt: _when, ...content }: Content): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Indicator 15 of a place. */
const qualityOf = (month: PassedMonth, year: Passed<Snapshot['year']['whole']>): Quality => {
  const { reports, merchants, reportedRupiah } = month.whole;
  return {
    reports,
    reportsMissing: merchants - reports,
    platformOfReportersRupiah: month.platformOfReporters.toString(),
    reportedMinusPlatformRupiah: (BigInt(reportedRupiah ?? '0') - month.platformOfReporters).toString(),
    yearTurnoverRupiah: year.control.total.toString(),
  };
};

type Passes = { month: PassedMonth; year: Passed<Snapshot['year']['whole']> };
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

/** A city's month as it is stored, from what its two passes and its offices say. Pure: the close and a verification. */
export const cityContent = (
  head: InputsHead,
  takenAt: string,
  { month, year }: Passes,
  offices: readonly OfficeInput[],
  inputs: NonNullable<Snapshot['inputs']>,
): Content => ({
  place: head.place,
  placeName: head.placeName,
  month: head.month,
  phase: head.phase,
  definition: head.definition,
  rules: head.rules,
  sentence: headline(month.whole, head.month),
  whole: month.whole,
  districts: month.districts,
  categories: month.categories,
  cities: [],
  year: { whole: year.whole, districts: year.districts, categories: year.categories },
  between: month.between,
  agencies: offices.map(spreadOfOffice).filter(({ owners }) => owners > 0),
  quality: qualityOf(month, year),
  missing: [],
  files: {
    month: sortedFileOf(head, 'month', month.file),
    year: sortedFileOf(head, 'year', year.file),
  },
  inputs,
  control: { merchants: month.control.count, turnoverRupiah: month.control.total.toString() },
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
  const passed = <R>(span: Span, { add, end }: { add: (entry: CityEntry) => void; end: () => R }): R => {
    for (const entry of [...entries].sort((a, b) => amountOf(span, a) - amountOf(span, b))) add(entry);
    return end();
  };
  const passes: Passes = {
    month: passed('month', monthPass(of, totalsOf('month'))),
    year: passed('year', yearPass(of, totalsOf('year'))),
  };
  return cityContent(head, takenAt, passes, offices, inputs);
};
