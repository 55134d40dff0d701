import type { Series } from '../../../kit/charts/trend.ts';

type Cell = { readonly code: string; readonly name: string; readonly merchants: number; readonly unsold: number };

/** A place or category through the months: its share of unsold shops, the last month's figures, and by how much it moved. */
export type Trend<C extends Cell = Cell> = {
  readonly cell: C;
  readonly series: Series;
  /** Percentage points since the first month it is in; null where it is in one only. */
  readonly moved: number | null;
};

const shareOf = ({ merchants, unsold }: Cell): number | null => (merchants > 0 ? unsold / merchants : null);

/** Every cell of the last month once, the worst change first; months oldest first, a month without it a gap. */
export const trendsOf = <C extends Cell>(months: readonly (readonly C[])[]): Trend<C>[] => {
  const trends = (months.at(-1) ?? []).map((cell): Trend<C> => {
    const shares = months.map((cells) => {
      const then = cells.find(({ code }) => code === cell.code);
      return then ? shareOf(then) : null;
    });
    const known = shares.filter((share) => share !== null);
    const moved = known.length > 1 ? Math.round(((known.at(-1) ?? 0) - (known[0] ?? 0)) * 100) : null;
    return { cell, series: { name: cell.name, shares }, moved };
  });
  return trends.sort((a, b) => (b.moved ?? 0) - (a.moved ?? 0) || b.cell.unsold - a.cell.unsold);
};

/** `naik 6 poin`, `turun 5 poin`, `tetap`. */
export const movedWords = (moved: number): string =>
  moved === 0 ? 'tetap' : `${moved > 0 ? 'naik' : 'turun'} ${Math.abs(moved)} poin`;

/** How many of them improved, in one sentence; `of` is what they are: `kota`, `kategori`. */
export const improvedSentence = (trends: readonly Trend[], since: string, of: string): string | undefined => {
  const moving = trends.filter(({ moved }) => moved !== null);
  if (moving.length === 0) return undefined;
  const better = moving.filter(({ moved }) => (moved ?? 0) < 0).length;
  const worse = moving.filter(({ moved }) => (moved ?? 0) > 0).map(({ cell }) => cell.name);
  if (better + worse.length === 0) return `Sejak ${since}, bagian usaha yang belum menjual tetap di semua ${of}.`;
  const grew = worse.length === 0 ? '' : ` Bertambah di ${worse.join(', ')}.`;
  return `Di ${better} dari ${moving.length} ${of}, bagian usaha yang belum menjual berkurang sejak ${since}.${grew}`;
};
