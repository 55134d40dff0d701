import { createHash } from 'node:crypto';
import { DEFINITION, headline, type Quality, type Snapshot } from './snapshot.ts';
import {
  addToTotals,
  amountOf,
  type CityEntry,
  type CityMonth,
  monthPass,
  noTotals,
  type Span,
  type Streamed,
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
const qualityOf = (month: Streamed<Snapshot['whole']>, year: Streamed<Snapshot['year']['whole']>): Quality => {
  const { reports, merchants, reportedRupiah } = month.whole;
  return {
    reports,
    reportsMissing: merchants - reports,
    platformOfReportersRupiah: month.platformOfReporters.toString(),
    reportedMinusPlatformRupiah: (BigInt(reportedRupiah ?? '0') - month.platformOfReporters).toString(),
    yearTurnoverRupiah: year.control.total.toString(),
  };
};

type Passed = { month: Streamed<Snapshot['whole']>; year: Streamed<Snapshot['year']['whole']> };
const fileAt = (at: string, { sha256, merchants }: Streamed<unknown>['file']) => ({
  key: `snapshots/${at}/${sha256}.prcf`,
  sha256,
  merchants,
});

/** A city's month as it is stored, from what its two passes and its offices say. Pure: the close and a verification. */
export const cityContent = (
  head: InputsHead,
  takenAt: string,
  { month, year }: Passed,
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
    month: fileAt(`${head.place}/${head.month}`, month.file),
    year: fileAt(`${head.place}/${head.month}/year`, year.file),
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
  const run = <C>(span: Span, make: typeof monthPass | typeof yearPass): Streamed<C> => {
    const totals = noTotals();
    for (const entry of entries) addToTotals(totals, span, entry);
    const pass = make(of, totals);
    const ascending = [...entries].sort((a: CityEntry, b: CityEntry) => amountOf(span, a) - amountOf(span, b));
    for (const entry of ascending) pass.add(entry);
    return pass.end() as unknown as Streamed<C>;
  };
  return cityContent(head, takenAt, { month: run('month', monthPass), year: run('year', yearPass) }, offices, inputs);
};
