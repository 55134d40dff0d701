import type { Tile } from '../../../shared/domain/places/tile-layout.ts';
import { onTwoLines } from './fit.ts';

/** What a district's square tells; no share where it is told together with others, or has no shops. */
export type TileFact = { readonly code: string; readonly name: string; readonly share: number | null };
export type GridSquare = TileFact & {
  /** Percent of the picture's width. */
  readonly left: number;
  readonly width: number;
  /** Pixels from the top. */
  readonly top: number;
  /** How far its bar reaches, in percent of the picture's width: the share, seen without colour. */
  readonly filled: number;
  /** The name on a line or two, as far as it fits a phone, and a wider screen. */
  readonly short: readonly string[];
  readonly roomy: readonly string[];
};
export type Grid = { readonly squares: readonly GridSquare[]; readonly height: number };

export const SQUARE = 72;
const GAP = 6;
/** The narrowest picture: a sheet within a phone of 360 px; and from 480 px on. */
export const NARROW = 296;
const ROOMY = 408;
/** Free at both sides of a name: some are all wide letters, as `Lowokwaru` is. */
const EDGES = 14;

const linesIn = (name: string, width: number, picture: number): readonly string[] =>
  onTwoLines(name, (width / 100) * picture - EDGES);

/** Lays out a city of squares: each district once, on its row and column, none over another at any width. */
export const tileGrid = (tiles: readonly Tile[], facts: readonly TileFact[]): Grid => {
  const columns = Math.max(1, ...tiles.map(({ column }) => column));
  const rows = Math.max(1, ...tiles.map(({ row }) => row));
  const pitch = 100 / columns;
  const squares = tiles.map(({ code, row, column }): GridSquare => {
    const { name, share } = facts.find((fact) => fact.code === code) ?? { name: code, share: null };
    const width = pitch - (GAP / NARROW) * 100;
    return {
      code,
      name,
      share,
      width,
      filled: (share ?? 0) * width,
      short: linesIn(name, width, NARROW),
      roomy: linesIn(name, width, ROOMY),
      left: (column - 1) * pitch,
      top: (row - 1) * (SQUARE + GAP),
    };
  });
  return { squares, height: rows * (SQUARE + GAP) };
};
