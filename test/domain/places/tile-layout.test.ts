import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tileFlaws } from '../../../shared/domain/places/tile-flaws.ts';
import { MOST_COLUMNS, tileLayout } from '../../../shared/domain/places/tile-layout.ts';

const code = fc.integer({ min: 1, max: 80 }).map((at) => `35.73.${String(at).padStart(2, '0')}`);
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 80 });
const spot = fc.record({
  code,
  row: fc.integer({ min: 1, max: 20 }),
  column: fc.integer({ min: 1, max: MOST_COLUMNS }),
});
const placed = fc.array(spot, { maxLength: 40 }).filter(
  (tiles) =>
    tileFlaws(
      tiles,
      tiles.map((tile) => tile.code),
    ).length === 0,
);

describe('the squares of a city’s districts', () => {
  test('hold each district once, each in a square of its own, within the columns of a phone', () => {
    fc.assert(
      fc.property(codes, placed, (districts, tiles) => {
        const laid = tileLayout(districts, tiles);
        expect(laid.map((tile) => tile.code).sort()).toEqual([...districts].sort());
        expect(new Set(laid.map(({ row, column }) => `${row} ${column}`)).size).toBe(districts.length);
        for (const { row, column } of laid) {
          expect(row).toBeGreaterThanOrEqual(1);
          expect(column >= 1 && column <= MOST_COLUMNS).toBe(true);
        }
      }),
    );
  });

  test('stand where the city put them', () => {
    fc.assert(
      fc.property(codes, placed, (districts, tiles) => {
        const laid = tileLayout(districts, tiles);
        for (const tile of tiles) if (districts.includes(tile.code)) expect(laid).toContainEqual(tile);
      }),
    );
  });

  test('stand in rows by their codes where the city said nothing', () => {
    expect(tileLayout(['35.73.03', '35.73.01', '35.73.02', '35.73.05', '35.73.04'])).toEqual([
      { code: '35.73.01', row: 1, column: 1 },
      { code: '35.73.02', row: 1, column: 2 },
      { code: '35.73.03', row: 1, column: 3 },
      { code: '35.73.04', row: 2, column: 1 },
      { code: '35.73.05', row: 2, column: 2 },
    ]);
  });
});
