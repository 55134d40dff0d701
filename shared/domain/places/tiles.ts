import * as z from 'zod';
import { DistrictCode } from './region.ts';
import { MOST_COLUMNS, MOST_ROWS } from './tile-layout.ts';

/** Where each district stands on the city's picture of itself: squares of one size, roughly as on a map. */
export const Tiles = z
  .array(
    z.strictObject({
      code: DistrictCode,
      row: z.int().min(1).max(MOST_ROWS).describe('From the top'),
      column: z.int().min(1).max(MOST_COLUMNS).describe('From the left'),
    }),
  )
  .max(80)
  .meta({ id: 'Tiles' });
