import { mergeCities, type RegionMeasures } from '../../../shared/domain/equity/files/merge-cities.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { Files } from '../../files.ts';
import { sourcesOf } from './merge-sources.ts';

type Spans = { month: RegionMeasures; year: RegionMeasures; broken: RegionMeasures['corrupt'] };

/**
 * The month and the twelve months over the same cities. A city whose file of either span is missing or unsound is left
 * out of both, with its orders: a floor of G that counts orders of merchants who are not there would be too low.
 */
export const mergedSpans = async (
  files: Files,
  place: MergePlace,
  snapshots: readonly Snapshot[],
  month: string,
): Promise<Spans> => {
  const merge = (span: 'month' | 'year', from: readonly Snapshot[]) => {
    const named = new Map(from.map((snapshot) => [snapshot.place, snapshot.files?.[span]]));
    const orders = from.reduce(
      (sum, { total, year }) => sum + ((span === 'month' ? total : year.total).orders ?? 0),
      0,
    );
    return mergeCities(month, sourcesOf(files, place.cities, named), { orders });
  };
  const [first, second] = [await merge('month', snapshots), await merge('year', snapshots)];
  const broken = [...first.corrupt, ...second.corrupt];
  const sound = snapshots.filter(({ place: code }) => first.cities.includes(code) && second.cities.includes(code));
  if (sound.length === snapshots.length) return { month: first, year: second, broken };
  return { month: await merge('month', sound), year: await merge('year', sound), broken };
};

export type MergePlace = { code: string; name: string; cities: readonly string[] };
