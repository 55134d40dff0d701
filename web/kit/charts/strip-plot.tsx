import { count, shortRupiah } from '../../../shared/domain/basics/wording.ts';
import { fittedBeside } from './fit.ts';
import { RowLink } from './row-link.tsx';
import { BINS, type StripRow, strip, ZEROS_A_LINE } from './strip.ts';

const STEP = 9;
const LABEL = 22;
const GAP = 16;
const HEAD = 26;
/** Shares of the width: zeros to the left of the split, the scale from `LEFT` to `RIGHT`. */
const SPLIT = 31;
const LEFT = 34;
const RIGHT = 98;
const across = (part: number) => `${LEFT + part * (RIGHT - LEFT)}%`;

const Row = ({ row, top }: { row: StripRow; top: number }) => (
  <>
    <text x="0" y={top + 14} class="strong">
      {fittedBeside(row.name, `${count(row.zeros)} dari ${count(row.zeros + row.dots.length)}`)}
    </text>
    <text x="100%" y={top + 14} text-anchor="end" class={row.zeros > 0 ? 'gap' : 'dim'}>
      {count(row.zeros)} dari {count(row.zeros + row.dots.length)}
      <tspan class="roomy"> belum menjual</tspan>
    </text>
    {Array.from({ length: row.zeros }, (_, at) => (
      <circle
        key={at}
        class="hollow"
        cx={4 + (at % ZEROS_A_LINE) * STEP}
        cy={top + LABEL + 4 + Math.floor(at / ZEROS_A_LINE) * STEP}
        r="3"
      />
    ))}
    {row.dots.map(({ bin, height }) => (
      <circle
        key={`${bin} ${height}`}
        class="dot"
        cx={across((bin + 0.5) / BINS)}
        cy={top + LABEL + 4 + height * STEP}
        r="3.5"
      />
    ))}
  </>
);

/**
 * One dot a business: who sold nothing in a column of their own, the others along a log scale. Positions across are
 * shares of the width and text keeps its size, so one picture serves a phone and paper.
 */
export const StripPlot = ({
  places,
  label,
}: {
  /** `to`: where the shops of a place are listed, for who may see them. */
  places: readonly { name: string; turnovers: readonly number[]; to?: string | undefined }[];
  label: string;
}) => {
  const { rows, ticks } = strip(places);
  const tops: number[] = [];
  let height = HEAD;
  for (const row of rows) {
    tops.push(height);
    height += LABEL + row.lines * STEP + GAP;
  }
  const shown = ticks.length > 5 ? ticks.filter((_, at) => at % 2 === 0) : ticks;
  return (
    <svg class="chart" role={places.some(({ to }) => to) ? 'group' : 'img'} aria-label={label} height={height + 20}>
      <text x="0" y="14" class="dim">
        Rp0
      </text>
      <text x={`${LEFT}%`} y="14" class="dim">
        Ada penjualan
      </text>
      <line class="rule split" x1={`${SPLIT}%`} x2={`${SPLIT}%`} y1="0" y2={height} />
      {shown.map(({ at, rupiah }, index) => (
        <>
          <line class="rule" x1={across(at)} x2={across(at)} y1={HEAD - 4} y2={height} />
          <text
            // On a phone every second one, so that they never touch.
            class={index % 2 === 1 && shown.length > 2 ? 'dim roomy' : 'dim'}
            x={across(at)}
            y={height + 16}
            text-anchor={at === 1 ? 'end' : at === 0 ? 'start' : 'middle'}
          >
            {shortRupiah(rupiah)}
          </text>
        </>
      ))}
      {rows.map((row, at) => (
        <RowLink key={row.name} to={places[at]?.to} top={tops[at] ?? 0} height={LABEL + row.lines * STEP + GAP}>
          <Row row={row} top={tops[at] ?? 0} />
        </RowLink>
      ))}
    </svg>
  );
};
