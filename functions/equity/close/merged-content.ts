import type { RegionMeasures } from '../../../shared/domain/equity/files/merge-cities.ts';
import type { Cell } from '../../../shared/domain/equity/snapshot/cell.ts';
import { mergedCell } from '../../../shared/domain/equity/snapshot/cell-counter.ts';
import type { Content } from '../../../shared/domain/equity/snapshot/content.ts';
import { headline } from '../../../shared/domain/equity/snapshot/headline.ts';
import {
  DEFINITION,
  RULES,
  type Snapshot,
  type SnapshotYear,
} from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY } from '../../../shared/domain/places/region.ts';
import type { Files } from '../../files.ts';
import type { Close } from './close-city.ts';
import { type MergePlace, mergedSpans } from './merged-spans.ts';

/** A result without some of its cities says so wherever its sentence is read; `missing` says which. */
const partly = (sentence: string, missing: number): string =>
  missing === 0 ? sentence : `${sentence} Belum lengkap: tanpa ${missing} kota.`;

/** Groups and offices are those of cities; control totals are the sums of theirs. */
const mergedPeriod = (total: Cell): SnapshotYear => ({
  total,
  districts: [],
  categories: [],
  between: { districts: null, categories: null },
  agencies: [],
  control: { merchants: total.merchants, turnoverRupiah: total.turnoverRupiah ?? '0' },
});

/**
 * Merges city months into a province or the country, exactly, from their files. A city without a sound file is named in
 * `missing` and the result says it is partial; it never drops out in silence. The same snapshots make the same result.
 */
export const mergedContent = async (
  files: Files,
  place: MergePlace,
  snapshots: readonly Snapshot[],
  { month, takenAt }: Pick<Close, 'month' | 'takenAt'>,
): Promise<{ content: Content; broken: RegionMeasures['corrupt'] }> => {
  const { month: merged, year, broken } = await mergedSpans(files, place, snapshots, month);
  const sound = snapshots.filter(({ place: code }) => merged.cities.includes(code));
  const whole = mergedCell(
    sound.map((snapshot) => snapshot.total),
    merged.measures,
  );
  const missing = place.cities.filter((code) => !merged.cities.includes(code)).sort();
  const yearWhole = mergedCell(
    sound.map((snapshot) => snapshot.year.total),
    year.measures,
  );
  const content: Content = {
    place: place.code,
    placeName: place.name,
    month,
    phase: missing.length === 0 && sound.every(({ phase }) => phase === 'final') ? 'final' : 'preliminary',
    definition: DEFINITION,
    rules: RULES,
    sentence: partly(headline(whole, month), missing.length),
    ...mergedPeriod(whole),
    cities: sound.map(({ place: code, placeName: name, total: cell }) => ({
      code,
      name,
      ...cell,
      // Half a thousand cities with every measure would not fit one item; each one's own snapshot has them.
      ...(place.code === COUNTRY ? { spread: null } : {}),
    })),
    year: mergedPeriod(yearWhole),
    merged: sound.map(({ place: code, revision, hash }) => ({ place: code, revision, hash })),
    missing,
    files: null,
    takenAt,
  };
  return { content, broken };
};
