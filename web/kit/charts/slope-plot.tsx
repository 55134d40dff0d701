import { percent } from '../../../shared/domain/basics/wording.ts';
import { fitted, NARROWEST, widthOf } from './fit.ts';
import { RowLink } from './row-link.tsx';
import { type Change, slope, WORDS_GAP } from './slope.ts';

/** Shares of the width: the two months, with room for a name on a phone. */
const LEFT = 14;
const RIGHT = 46;
/** What follows the share at the later end, inside the picture. */
const short = (name: string, share: string) =>
  fitted(name, ((100 - RIGHT - 3) / 100) * NARROWEST - widthOf(`${share} `));

/** Somebody acted in between: a shape of its own, on the line, so that it is seen in black and white too. */
const Diamond = ({ x, y }: { x: number; y: number }) => (
  <svg x={`${x}%`} y={y - 7} overflow="visible" width="1" height="1" aria-hidden="true">
    <path class="act" d="M0 0L7 7L0 14L-7 7Z" />
  </svg>
);

type Props = { readonly changes: readonly Change[]; readonly heads: readonly [string, string]; readonly label: string };
/** A line for each place from one month to another. Names stand once, at the later end. */
export const SlopePlot = ({ changes, heads, label }: Props) => {
  const { lines: laid, height } = slope(changes);
  // What is told apart lies over the grey.
  const lines = [...laid.filter(({ told }) => !told), ...laid.filter(({ told }) => told)];
  return (
    <svg class="chart slope" role={changes.some(({ to }) => to) ? 'group' : 'img'} aria-label={label} height={height}>
      <text x={`${LEFT}%`} y="14" text-anchor="middle" class="dim">
        {heads[0]}
      </text>
      <text x={`${RIGHT}%`} y="14" text-anchor="middle" class="dim">
        {heads[1]}
      </text>
      {[LEFT, RIGHT].map((at) => (
        <line key={at} class="rule" x1={`${at}%`} x2={`${at}%`} y1="24" y2={height} />
      ))}
      {lines.map(({ name, before, after, ends, words, acts, to, told = 'same' }) => (
        <g key={name} class={told}>
          <line class="move" x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={ends[0]} y2={ends[1]} />
          {acts !== undefined && <Diamond x={(LEFT + RIGHT) / 2} y={(ends[0] + ends[1]) / 2} />}
          <circle cx={`${LEFT}%`} cy={ends[0]} r="4" />
          <circle cx={`${RIGHT}%`} cy={ends[1]} r="4" />
          <text x={`${LEFT - 3}%`} y={words[0] + 5} text-anchor="end">
            {percent(before)}
          </text>
          {/* Lines cross: the words at the end, which never do, take the finger. */}
          <RowLink to={to} top={words[1] - WORDS_GAP / 2} height={WORDS_GAP}>
            <text x={`${RIGHT + 3}%`} y={words[1] + 5} class="strong">
              {percent(after)} {short(name, percent(after))}
            </text>
          </RowLink>
        </g>
      ))}
    </svg>
  );
};
