import type { VNode } from 'preact';
import { count, rupiah, shortRupiah } from '../../../shared/domain/basics/wording.ts';
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

const heightOf = ({ lines }: StripRow): number => LABEL + lines * STEP + GAP;

/** How many businesses a row tells of, where its dots are not each one of them. */
type Counted = { readonly unsold: number; readonly merchants: number };
type WordsProps = { row: StripRow; top: number; to: string | undefined; counted: Counted | undefined };
/** The row's words, and all of its width for the finger. */
const Words = ({ row, top, to, counted }: WordsProps) => {
  const { unsold, merchants } = counted ?? {
    unsold: row.zeros.length,
    merchants: row.zeros.length + row.dots.length,
  };
  const told = `${count(unsold)} dari ${count(merchants)}`;
  return (
    <RowLink to={to} top={top} height={heightOf(row)}>
      <text x="0" y={top + 14} class="strong">
        {fittedBeside(row.name, told)}
      </text>
      <text x="100%" y={top + 14} text-anchor="end" class={unsold > 0 ? 'gap' : 'dim'}>
        {told}
        <tspan class="roomy"> belum menjual</tspan>
      </text>
    </RowLink>
  );
};

/** A business that a dot stands for: what it is called, and where it is looked at, for who may see it. */
export type StripShop = { readonly turnoverRupiah: number; readonly name?: string; readonly to?: string | undefined };

/** A dot leads to its shop. It is no stop of the Tab key, which would stop hundreds of times: arrows go along a row. */
const Dot = ({ shop, children }: { shop: StripShop | undefined; children: VNode }) =>
  shop?.to ? (
    <a class="one" href={shop.to} tabIndex={-1} aria-label={`${shop.name}, ${rupiah(shop.turnoverRupiah)}`}>
      <title>{`${shop.name}, ${rupiah(shop.turnoverRupiah)}`}</title>
      {children}
    </a>
  ) : (
    children
  );

const Dots = ({ row, top, shops }: { row: StripRow; top: number; shops: readonly StripShop[] }) => (
  <>
    {row.zeros.map((of, at) => (
      <Dot key={of} shop={shops[of]}>
        <circle
          class="hollow"
          cx={4 + (at % ZEROS_A_LINE) * STEP}
          cy={top + LABEL + 4 + Math.floor(at / ZEROS_A_LINE) * STEP}
          r="3"
        />
      </Dot>
    ))}
    {row.dots.map(({ of, bin, height }) => (
      <Dot key={of} shop={shops[of]}>
        <circle class="dot" cx={across((bin + 0.5) / BINS)} cy={top + LABEL + 4 + height * STEP} r="3.5" />
      </Dot>
    ))}
  </>
);

/** From a row to its first dot, from dot to dot, and back. */
const alongRow = (event: KeyboardEvent): void => {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const stops = [...(event.currentTarget as Element).querySelectorAll<SVGAElement>('a')];
  const next = by === 0 ? undefined : stops[stops.indexOf(document.activeElement as SVGAElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

type Place = {
  readonly name: string;
  readonly shops: readonly StripShop[];
  /** Where the shops of a place are listed, for who may see them. */
  readonly to?: string | undefined;
  readonly counted?: Counted;
};
/**
 * One dot a business, or a group of them: who sold nothing in a column of their own, the others along a log scale. Positions across are
 * shares of the width and text keeps its size, so one picture serves a phone and paper.
 */
export const StripPlot = ({ places, label }: { places: readonly Place[]; label: string }) => {
  const { rows, ticks } = strip(
    places.map(({ name, shops }) => ({ name, turnovers: shops.map(({ turnoverRupiah }) => turnoverRupiah) })),
  );
  const tops: number[] = [];
  let height = HEAD;
  for (const row of rows) {
    tops.push(height);
    height += heightOf(row);
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
      {shown.map(({ at, rupiah: sold }, index) => (
        <>
          <line class="rule" x1={across(at)} x2={across(at)} y1={HEAD - 4} y2={height} />
          <text
            // On a phone every second one, so that they never touch.
            class={index % 2 === 1 && shown.length > 2 ? 'dim roomy' : 'dim'}
            x={across(at)}
            y={height + 16}
            text-anchor={at === 1 ? 'end' : at === 0 ? 'start' : 'middle'}
          >
            {shortRupiah(sold)}
          </text>
        </>
      ))}
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the links within take the focus; arrows only go between them.
        <g key={row.name} onKeyDown={alongRow}>
          <Words row={row} top={tops[at] ?? 0} to={places[at]?.to} counted={places[at]?.counted} />
          <Dots row={row} top={tops[at] ?? 0} shops={places[at]?.shops ?? []} />
        </g>
      ))}
    </svg>
  );
};
