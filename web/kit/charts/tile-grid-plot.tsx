import { percent } from '../../../shared/domain/basics/wording.ts';
import type { Tile } from '../../../shared/domain/places/tile-layout.ts';
import { type GridSquare, SQUARE, type TileFact, tileGrid } from './tile-grid.ts';

const BAR = 10;
/** Where a name of one line stands, and one of two; its share below. */
const LINES = [[28], [19, 35]] as const;
const SHARE = 55;

type NameProps = { readonly lines: readonly string[]; readonly x: string; readonly top: number; readonly on: string };
const Name = ({ lines, x, top, on }: NameProps) => (
  <text class={`strong ${on}`} text-anchor="middle">
    {lines.map((line, at) => (
      <tspan key={line} x={x} y={top + (LINES[lines.length - 1]?.[at] ?? 0)}>
        {line}
      </tspan>
    ))}
  </text>
);

const Square = ({ square }: { square: GridSquare }) => {
  const { left, width, top, filled, short, roomy, name, share } = square;
  const x = `${left + width / 2}%`;
  return (
    <>
      <title>{share === null ? `${name}: tidak dirinci` : `${name}: ${percent(share)}`}</title>
      <rect class="outline" x={`${left}%`} y={top} width={`${width}%`} height={SQUARE} />
      {share !== null && <rect class="have" x={`${left}%`} y={top + SQUARE - BAR} width={`${width}%`} height={BAR} />}
      <rect class="lack" x={`${left}%`} y={top + SQUARE - BAR} width={`${filled}%`} height={BAR} />
      <Name lines={short} x={x} top={top} on="narrow" />
      <Name lines={roomy} x={x} top={top} on="roomy" />
      <text x={x} y={top + SHARE} text-anchor="middle">
        {share === null ? '–' : percent(share)}
      </text>
    </>
  );
};

type Props = {
  readonly tiles: readonly Tile[];
  readonly facts: readonly TileFact[];
  readonly label: string;
  /** Where what a square counts is listed, for who may see it. */
  readonly to?: ((code: string) => string | undefined) | undefined;
};
/**
 * A city as squares of one size, each with a bar as long as its share: read from the length and the number, so that it says
 * the same in black and white.
 */
export const TileGrid = ({ tiles, facts, label, to }: Props) => {
  const { squares, height } = tileGrid(tiles, facts);
  return (
    <svg class="chart tiles" role={to ? 'group' : 'img'} aria-label={label} height={height}>
      {squares.map((square) => {
        const link = square.share === null ? undefined : to?.(square.code);
        return link ? (
          <a key={square.code} href={link}>
            <Square square={square} />
          </a>
        ) : (
          <g key={square.code}>
            <Square square={square} />
          </g>
        );
      })}
    </svg>
  );
};
