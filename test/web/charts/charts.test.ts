import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outstanding, slope, WORDS_GAP } from '../../../web/kit/charts/slope.ts';
import { spread } from '../../../web/kit/charts/spread.ts';
import { strip } from '../../../web/kit/charts/strip.ts';
import { piecesOf, scaleOf } from '../../../web/kit/charts/trend.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const names = (count: number) => fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: count, maxLength: count });
const changes = fc
  .array(fc.record({ before: share, after: share }), { minLength: 1, maxLength: 40 })
  .chain((moves) => names(moves.length).map((all) => moves.map((move, at) => ({ ...move, name: all[at] ?? '' }))));
const CLOSE = 1e-6;

describe('labels of a chart', () => {
  const asked = fc.record({
    wanted: fc.array(fc.double({ min: -500, max: 900, noNaN: true }), { maxLength: 40 }),
    gap: fc.double({ min: 1, max: 40, noNaN: true }),
  });
  test('never overlap where there is room, stay inside and keep their order', () => {
    fc.assert(
      fc.property(asked, ({ wanted, gap }) => {
        const [from, to] = [20, 20 + gap * wanted.length];
        const placed = spread(wanted, gap, from, to);
        expect(placed).toHaveLength(wanted.length);
        for (const at of placed) expect(at >= from - CLOSE && at <= to + CLOSE).toBe(true);
        for (const [one, at] of placed.entries())
          for (const [other, beside] of placed.entries())
            if (one !== other) {
              expect(Math.abs(at - beside)).toBeGreaterThanOrEqual(gap - CLOSE);
              if ((wanted[one] ?? 0) < (wanted[other] ?? 0)) expect(at).toBeLessThan(beside);
            }
      }),
    );
  });
  test('that are far enough apart stay where they belong', () => {
    expect(spread([100, 40, 70], 18, 0, 200)).toEqual([100, 40, 70]);
    expect(spread([], 18, 0, 200)).toEqual([]);
  });
});

describe('a slope of two months', () => {
  test('draws each place once, inside its frame, with words that never overlap', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { lines, height } = slope(given);
        expect(lines.map(({ name }) => name)).toEqual(given.map(({ name }) => name));
        for (const side of [0, 1] as const) {
          const words = lines.map((line) => line.words[side]).sort((a, b) => a - b);
          for (const [at, y] of words.entries()) {
            expect(y >= 24 && y <= height).toBe(true);
            if (at > 0) expect(y - (words[at - 1] ?? 0)).toBeGreaterThanOrEqual(WORDS_GAP - CLOSE);
          }
          for (const { ends } of lines) expect(ends[side] >= 24 && ends[side] <= height).toBe(true);
        }
      }),
    );
  });
  test('draws the larger share higher', () => {
    fc.assert(
      fc.property(changes, (given) => {
        for (const one of slope(given).lines)
          for (const other of slope(given).lines)
            if (one.before > other.before + CLOSE) expect(one.ends[0]).toBeLessThanOrEqual(other.ends[0] + CLOSE);
      }),
    );
  });
  test('tells apart what grew most and what fell most, and nothing that stood still', () => {
    const still = [{ name: 'a', before: 0.5, after: 0.5 }];
    expect(outstanding(still)).toEqual({ worse: undefined, better: undefined });
    expect(
      outstanding([
        { name: 'a', before: 0.5, after: 0.6 },
        { name: 'b', before: 0.1, after: 0.4 },
        { name: 'c', before: 0.9, after: 0.1 },
      ]),
    ).toMatchObject({ worse: { name: 'b' }, better: { name: 'c' } });
  });
});

describe('small multiples', () => {
  const series = fc.array(fc.option(share, { nil: null }), { minLength: 1, maxLength: 12 });
  test('share one scale, on which every month that is there is drawn once, inside its frame', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 12 }), (all) => {
        const many = all.map((shares, at) => ({ name: String(at), shares }));
        const scale = scaleOf(many);
        expect(scale.low).toBeLessThan(scale.high);
        for (const one of many) {
          const points = piecesOf(one, scale, { width: 170, height: 84 }).flat();
          expect(points).toHaveLength(one.shares.filter((known) => known !== null).length);
          for (const [x, y] of points) {
            expect(x >= 0 && x <= 170).toBe(true);
            expect(y >= -CLOSE && y <= 84 + CLOSE).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a strip of dots', () => {
  test('has each shop once, the unsold apart, each of the others in a spot of its own', () => {
    const places = fc.array(
      fc.record({
        name: fc.string(),
        turnovers: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_000_000_000 })), { maxLength: 60 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(places, (given) => {
        const { rows } = strip(given);
        for (const [at, row] of rows.entries()) {
          const turnovers = given[at]?.turnovers ?? [];
          expect(row.zeros).toBe(turnovers.filter((rupiah) => rupiah === 0).length);
          expect(row.zeros + row.dots.length).toBe(turnovers.length);
          expect(new Set(row.dots.map(({ bin, height }) => `${bin} ${height}`)).size).toBe(row.dots.length);
          for (const { height } of row.dots) expect(height).toBeLessThan(row.lines);
        }
      }),
    );
  });
});
