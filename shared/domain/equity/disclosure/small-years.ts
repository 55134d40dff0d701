import type { Cell } from '../snapshot/cell.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/*
 * A year tells nothing new where it is the sum of twelve months that are told. It is not where a month was never closed,
 * where something came to a month after its last close (a report after a reopening), or where another set of cities was
 * merged: then the difference would be just that, and the year keeps the figure back.
 */

type Part = Pick<Snapshot, 'total' | 'districts' | 'categories'>;
const series = {
  turnover: ({ turnoverRupiah, orders }: Cell) => [turnoverRupiah, orders],
  reports: ({ reportedRupiah, platformOfReportersRupiah, reports }: Cell) => [
    reportedRupiah,
    platformOfReportersRupiah,
    reports,
  ],
  prices: ({ pricesPaid }: Cell) => [pricesPaid?.comparedRupiah, pricesPaid?.referenceRupiah, pricesPaid?.belowLine],
} as const;
type Series = keyof typeof series;

const addsUp = (of: Series, year: Cell, months: readonly Cell[]): boolean =>
  series[of](year).every((total, at) => {
    const sum = months.reduce((so, month) => so + BigInt(series[of](month)[at] ?? 0), 0n);
    return sum === BigInt(total ?? 0);
  });

/** What of a year is not the sum of its months: of the whole by kind of figure, and the codes of its parts. */
export const newInYear = (
  { year, ...month }: Part & Pick<Snapshot, 'year'>,
  before: readonly Part[],
): Record<Series, boolean> & { codes: string[] } => {
  const months: readonly Part[] = [month, ...before];
  const isNew = (of: Series) =>
    !addsUp(
      of,
      year.total,
      months.map(({ total }) => total),
    );
  const codes = (['districts', 'categories'] as const).flatMap((kind) =>
    year[kind].flatMap((cell) => {
      const same = months.flatMap((one) => one[kind].filter(({ code }) => code === cell.code));
      return addsUp('turnover', cell, same) ? [] : [cell.code];
    }),
  );
  return { turnover: isNew('turnover'), reports: isNew('reports'), prices: isNew('prices'), codes };
};
