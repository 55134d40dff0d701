import type { Month } from '../../../../shared/domain/basics/month.ts';
import { count, monthName, percent } from '../../../../shared/domain/basics/wording.ts';
import { SmallMultiple } from '../../../kit/charts/small-multiple.tsx';
import { scaleOf } from '../../../kit/charts/trend.ts';
import { Table } from '../../../kit/page.tsx';
import { movedWords, type Trend } from './trends.ts';

type Props = {
  readonly trends: readonly Trend[];
  /** Oldest first. */
  readonly months: readonly Month[];
  readonly level: 'h2' | 'h3';
  /** Where one of them is looked at closely. */
  readonly to?: ((code: string) => string | undefined) | undefined;
  /** Months in which something was decided, by code: drawn as a dashed line. */
  readonly marksOf?: (code: string) => readonly Month[];
};
/** One small picture each, all on one scale, the others in grey behind it. */
export const Multiples = ({ trends, months, level: Heading, to, marksOf }: Props) => {
  const all = trends.map(({ series }) => series);
  const scale = scaleOf(all);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  return (
    <ul class="multiples">
      {trends.map(({ cell, series, moved }) => {
        const link = to?.(cell.code);
        return (
          <li key={cell.code}>
            <Heading>{link ? <a href={link}>{cell.name}</a> : cell.name}</Heading>
            <p class="small">
              <b>{count(cell.unsold)}</b> dari {count(cell.merchants)} belum menjual
              {moved !== null && (
                <>
                  {' · '}
                  <b class={moved > 0 ? 'late' : undefined}>{movedWords(moved)}</b>
                </>
              )}
            </p>
            <SmallMultiple
              series={series}
              others={all.filter((one) => one !== series)}
              scale={scale}
              marks={(marksOf?.(cell.code) ?? []).map((month) => months.indexOf(month)).filter((at) => at >= 0)}
              ends={[monthName(first).slice(0, 3), monthName(last).slice(0, 3)]}
              worse={(moved ?? 0) > 0}
              label={`${cell.name}: bagian usaha yang belum menjual, ${monthName(first)} sampai ${monthName(last)}. Angkanya ada di tabel.`}
            />
          </li>
        );
      })}
    </ul>
  );
};

/** The same numbers as a table; a dash where a month has none. */
export const TrendTable = ({ trends, months, of }: Pick<Props, 'trends' | 'months'> & { of: string }) => (
  <Table
    caption="Bagian usaha yang belum menjual"
    head={[of, ...months.map(monthName)]}
    rows={trends.map(({ cell, series }) => [
      cell.name,
      ...series.shares.map((share) => (share === null ? '–' : percent(share))),
    ])}
  />
);
