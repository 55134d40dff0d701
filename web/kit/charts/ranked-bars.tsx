import { fittedBeside } from './fit.ts';
import { RowLink } from './row-link.tsx';

export type Bar = {
  readonly name: string;
  readonly part: number;
  readonly whole: number;
  readonly text: string;
  /** Where what it counts is listed, for who may see it. */
  readonly to?: string | undefined;
};

const ROW = 46;
const share = (value: number, of: number) => `${of > 0 ? Math.round((value / of) * 1000) / 10 : 0}%`;

/**
 * Counts in rank order, all on one scale: the dark part of each bar is what is lacking, the pale rest is done. Name and
 * figure stand above the bar, so that small phones can read them.
 */
export const RankedBars = ({ bars, label }: { bars: readonly Bar[]; label: string }) => {
  const most = Math.max(...bars.map(({ whole }) => whole));
  return (
    <svg class="chart" role={bars.some(({ to }) => to) ? 'group' : 'img'} aria-label={label} height={bars.length * ROW}>
      {bars.map(({ name, part, whole, text, to }, at) => (
        <RowLink key={name} to={to} top={at * ROW} height={ROW}>
          <text x="0" y={at * ROW + 16} class="strong">
            {fittedBeside(name, text)}
          </text>
          <text x="100%" y={at * ROW + 16} text-anchor="end" class="dim">
            {text}
          </text>
          <rect class="have" x="0" y={at * ROW + 24} width={share(whole, most)} height="10" />
          <rect class="lack" x="0" y={at * ROW + 24} width={share(part, most)} height="10" />
        </RowLink>
      ))}
    </svg>
  );
};
