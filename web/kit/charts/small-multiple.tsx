import { percent } from '../../../shared/domain/basics/wording.ts';
import { piecesOf, type Scale, type Series } from './trend.ts';

const FRAME = { width: 170, height: 84 };
const LEFT = 44;
const TOP = 10;

const path = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${(LEFT + x).toFixed(1)} ${(TOP + y).toFixed(1)}`).join('L')}`;

type Props = {
  readonly series: Series;
  /** The other lines of the page, in grey behind it. */
  readonly others: readonly Series[];
  readonly scale: Scale;
  readonly ends: readonly [string, string];
  readonly worse: boolean;
  /** At which of the months something was decided. */
  readonly marks?: readonly number[];
  readonly label: string;
};
/** One place's line on the scale that all places share. */
export const SmallMultiple = ({ series, others, scale, ends, worse, marks = [], label }: Props) => {
  const last = piecesOf(series, scale, FRAME).at(-1)?.at(-1);
  const share = series.shares.filter((one) => one !== null).at(-1);
  return (
    <svg class="chart multiple" viewBox="0 0 268 122" role="img" aria-label={label}>
      {[scale.high, scale.low].map((at) => {
        const y = TOP + (at === scale.high ? 0 : FRAME.height);
        return (
          <g key={at}>
            <line class="rule" x1={LEFT} x2={LEFT + FRAME.width} y1={y} y2={y} />
            <text x={LEFT - 6} y={y + 5} text-anchor="end" class="dim">
              {percent(at)}
            </text>
          </g>
        );
      })}
      {marks.map((at) => {
        const x = LEFT + (series.shares.length > 1 ? (at / (series.shares.length - 1)) * FRAME.width : 0);
        return <line key={`aturan ${at}`} class="rule split" x1={x} x2={x} y1={TOP} y2={TOP + FRAME.height} />;
      })}
      {others
        .flatMap((other) => piecesOf(other, scale, FRAME))
        .map((piece) => (
          <path key={path(piece)} class="rule" d={path(piece)} />
        ))}
      <g class={worse ? 'worse' : 'better'}>
        {piecesOf(series, scale, FRAME).map((piece) => (
          <path key={path(piece)} class="move" fill="none" d={path(piece)} />
        ))}
        {last && share != null && (
          <>
            <circle cx={LEFT + last[0]} cy={TOP + last[1]} r="4" />
            <text x={LEFT + last[0] + 10} y={TOP + last[1] + 5}>
              {percent(share)}
            </text>
          </>
        )}
      </g>
      <text x={LEFT} y={118} class="dim">
        {ends[0]}
      </text>
      <text x={LEFT + FRAME.width} y={118} text-anchor="end" class="dim">
        {ends[1]}
      </text>
    </svg>
  );
};
