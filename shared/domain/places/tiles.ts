import * as z from 'zod';
import { DistrictCode } from './region.ts';
import { MOST_COLUMNS, MOST_ROWS, type Tile as Spot } from './tile-layout.ts';

const Tile = z.strictObject({
  code: DistrictCode,
  row: z.int().min(1).max(MOST_ROWS).describe('From the top'),
  column: z.int().min(1).max(MOST_COLUMNS).describe('From the left'),
});

const twiceIn = (tiles: readonly Spot[], of: (tile: Spot) => string): number[] => {
  const words = tiles.map(of);
  return words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));
};

/** Where each district stands on the city's picture of itself: squares of one size, roughly as on a map. */
export const Tiles = z
  .array(Tile)
  .max(80)
  .superRefine((tiles, { addIssue }) => {
    const wrong = (indexes: number[], field: 'code' | 'row', message: string) => {
      for (const index of indexes) addIssue({ code: 'custom', path: [index, field], message });
    };
    wrong(
      twiceIn(tiles, ({ code }) => code),
      'code',
      'Kecamatan ini sudah punya tempat.',
    );
    wrong(
      twiceIn(tiles, ({ row, column }) => `${row} ${column}`),
      'row',
      'Baris dan kolom ini sudah dipakai kecamatan lain.',
    );
  })
  .meta({ id: 'Tiles' });
