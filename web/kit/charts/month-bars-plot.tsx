import { shortRupiah } from '../../../shared/domain/basics/wording.ts';
import { BARS, type Months, monthBars } from './month-bars.ts';

const TOP = 22;
type Props = {
  readonly months: Months;
  /** The scale it shares with others. */
  readonly most: number;
  readonly ends: readonly [string, string];
  readonly label: string;
};
/** One shop's money month by month: full bars, hollow rings where it sold nothing, nothing where it was not there. */
export const MonthBars = ({ months, most, ends, label }: Props) => (
  <svg class="chart" role="img" aria-label={label} height={TOP + BARS + 26}>
    <line class="rule" x1="0" x2="100%" y1={TOP} y2={TOP} />
    <text x="0" y={TOP - 6} class="dim">
      {shortRupiah(most)}
    </text>
    {monthBars(months, most).map(({ kind, left, width, height }) =>
      kind === 'sold' ? (
        <rect key={left} class="dot" x={`${left}%`} y={TOP + BARS - height} width={`${width}%`} height={height} />
      ) : kind === 'nothing' ? (
        <circle key={left} class="hollow" cx={`${left + width / 2}%`} cy={TOP + BARS - 5} r="4" />
      ) : null,
    )}
    <line class="rule" x1="0" x2="100%" y1={TOP + BARS} y2={TOP + BARS} />
    <text x="0" y={TOP + BARS + 18} class="dim">
      {ends[0]}
    </text>
    <text x="100%" y={TOP + BARS + 18} text-anchor="end" class="dim">
      {ends[1]}
    </text>
  </svg>
);
