import type { Output } from '../../../shared/contract.ts';
import type { Series } from '../../kit/charts/trend.ts';

export type ProvinceSnapshot = Output<'GET /provinces/{province}/snapshots/{month}'>;
type CityCell = ProvinceSnapshot['cities'][number];

/** A city through the months: its share of unsold shops, the last month's figures, and by how much the share moved. */
export type CityTrend = {
  readonly city: CityCell;
  readonly series: Series;
  /** Percentage points since the first month it is in; null where it is in one only. */
  readonly moved: number | null;
};

const shareOf = ({ merchants, unsold }: CityCell): number | null => (merchants > 0 ? unsold / merchants : null);

/** Every city of the last month, the worst change first; months oldest first. */
export const cityTrends = (months: readonly ProvinceSnapshot[]): CityTrend[] => {
  const last = months.at(-1);
  if (!last) return [];
  const trends = last.cities.map((city): CityTrend => {
    const shares = months.map(({ cities }) => {
      const then = cities.find(({ code }) => code === city.code);
      return then ? shareOf(then) : null;
    });
    const known = shares.filter((share) => share !== null);
    const moved = known.length > 1 ? Math.round(((known.at(-1) ?? 0) - (known[0] ?? 0)) * 100) : null;
    return { city, series: { name: city.name, shares }, moved };
  });
  return trends.sort((a, b) => (b.moved ?? 0) - (a.moved ?? 0) || b.city.unsold - a.city.unsold);
};

/** `naik 6 poin`, `turun 5 poin`, `tetap`. */
export const movedWords = (moved: number): string =>
  moved === 0 ? 'tetap' : `${moved > 0 ? 'naik' : 'turun'} ${Math.abs(moved)} poin`;

/** How many cities improved, in one sentence. */
export const improvedSentence = (trends: readonly CityTrend[], since: string): string | undefined => {
  const moving = trends.filter(({ moved }) => moved !== null);
  if (moving.length === 0) return undefined;
  const better = moving.filter(({ moved }) => (moved ?? 0) < 0).length;
  const worse = moving.filter(({ moved }) => (moved ?? 0) > 0).map(({ city }) => city.name);
  if (better + worse.length === 0) return `Sejak ${since}, bagian usaha yang belum menjual tetap di semua kota.`;
  const grew = worse.length === 0 ? '' : ` Bertambah di ${worse.join(', ')}.`;
  return `Di ${better} dari ${moving.length} kota, bagian usaha yang belum menjual berkurang sejak ${since}.${grew}`;
};
