import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tileLayout } from '../../../shared/domain/places/tile-layout.ts';
import { fitted, fittedBeside, NARROWEST, onTwoLines, widthOf } from '../../../web/kit/charts/fit.ts';
import { matrixRow } from '../../../web/kit/charts/matrix.ts';
import { BARS, monthBars, mostOf } from '../../../web/kit/charts/month-bars.ts';
import { outstanding, slope, WORDS_GAP } from '../../../web/kit/charts/slope.ts';
import { spread } from '../../../web/kit/charts/spread.ts';
import { strip } from '../../../web/kit/charts/strip.ts';
import { NARROW, SQUARE, tileGrid } from '../../../web/kit/charts/tile-grid.ts';
import { piecesOf, scaleOf } from '../../../web/kit/charts/trend.ts';
import { twentieths } from '../../../web/kit/charts/twentieths.ts';

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
          expect(row.zeros.map((of) => turnovers[of])).toEqual(turnovers.filter((rupiah) => rupiah === 0));
          expect(row.zeros.length + row.dots.length).toBe(turnovers.length);
          expect(new Set(row.dots.map(({ bin, height }) => `${bin} ${height}`)).size).toBe(row.dots.length);
          for (const { height } of row.dots) expect(height).toBeLessThan(row.lines);
        }
      }),
    );
  });
});

describe('a strip of dots that stand for groups', () => {
  const curves = fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000_000 })), { minLength: 1, maxLength: 400 })
    .map((sold) => {
      const turnovers = sold.toSorted((a, b) => a - b);
      const total = turnovers.reduce((sum, one) => sum + one, 0);
      const upTo = (many: number): number => {
        const whole = Math.floor(many);
        const sum = turnovers.slice(0, whole).reduce((all, one) => all + one, 0);
        return sum + (many - whole) * (turnovers[whole] ?? 0);
      };
      const lorenz =
        total === 0 ? [] : Array.from({ length: 21 }, (_, at) => upTo((at / 20) * turnovers.length) / total);
      const unsold = turnovers.filter((one) => one === 0).length;
      return { merchants: turnovers.length, unsold, turnoverRupiah: total, lorenz };
    });
  test('has as many as there are shops at most, the unsold apart, the others from small to large, and together what was sold', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const { merchants, unsold, turnoverRupiah } = curve;
        const dots = twentieths(curve) ?? [];
        expect(dots.length).toBe(Math.min(20, merchants));
        const sellers = dots.filter((rupiah) => rupiah > 0);
        expect(sellers.length > 0).toBe(unsold < merchants);
        expect(sellers.length < dots.length).toBe(unsold > 0 && dots.length > 1 ? true : unsold === merchants);
        expect(sellers).toEqual(sellers.toSorted((a, b) => a - b));
        const sold = sellers.reduce((sum, one) => sum + (one * (merchants - unsold)) / sellers.length, 0);
        expect(Math.abs(sold - turnoverRupiah)).toBeLessThanOrEqual(1e-6 * turnoverRupiah);
        const { rows } = strip([{ name: 'a', turnovers: dots }]);
        expect((rows[0]?.zeros.length ?? 0) + (rows[0]?.dots.length ?? 0)).toBe(dots.length);
      }),
    );
  });
  test('is none where somebody sold and no curve is told', () => {
    expect(twentieths({ merchants: 40, unsold: 10, turnoverRupiah: 5, lorenz: [] })).toBeUndefined();
    expect(twentieths({ merchants: 3, unsold: 3, turnoverRupiah: 0, lorenz: [] })).toEqual([0, 0, 0]);
  });
});

describe('a name on a chart', () => {
  const figure = fc.tuple(fc.nat(99_999), fc.nat(99_999)).map(([part, whole]) => `${part} dari ${whole}`);
  test('never runs into the figure at the other end, on the narrowest phone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), figure, (name, beside) => {
        const shown = fittedBeside(name, beside);
        expect(widthOf(shown, true) + widthOf(beside)).toBeLessThanOrEqual(NARROWEST);
        if (name.length <= 10) expect(shown).toBe(name);
      }),
    );
    expect(fitted('Kedungkandang', 130)).toBe('Kedungkandang');
  });
});

describe('a city of squares', () => {
  const districts = fc
    .uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 80 })
    .map((all) => all.map((at) => `35.73.${String(at).padStart(2, '0')}`));
  test('has each district once, inside the picture, none over another, its name inside its square', () => {
    fc.assert(
      fc.property(districts, fc.array(share, { minLength: 80, maxLength: 80 }), (codes, shares) => {
        const facts = codes.map((code, at) => ({ code, name: `Kecamatan ${code}`, share: shares[at] ?? null }));
        const { squares, height } = tileGrid(tileLayout(codes), facts);
        expect(squares.map(({ code }) => code).sort()).toEqual([...codes].sort());
        for (const one of squares) {
          expect(one.left >= 0 && one.left + one.width <= 100 + CLOSE).toBe(true);
          expect(one.top >= 0 && one.top + SQUARE <= height).toBe(true);
          expect(one.filled).toBeLessThanOrEqual(one.width + CLOSE);
          expect(one.filled).toBeCloseTo((one.share ?? 0) * one.width);
          expect(one.short.length).toBeLessThanOrEqual(2);
          for (const line of one.short)
            expect(widthOf(line, true)).toBeLessThanOrEqual(Math.max(3 * 9.4, (one.width / 100) * NARROW));
          for (const other of squares)
            if (one !== other && one.top === other.top)
              expect(one.left >= other.left + other.width || other.left >= one.left + one.width).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
  test('parts a long name between words or where it is spoken, and leaves a short one whole', () => {
    expect(onTwoLines('Klojen', 84)).toEqual(['Klojen']);
    expect(onTwoLines('Kedungkandang', 84)).toEqual(['Kedung-', 'kandang']);
    expect(onTwoLines('Kedungkandang', 112)).toEqual(['Kedung-', 'kandang']);
    expect(onTwoLines('Lowokwaru', 84)).toEqual(['Lowok-', 'waru']);
    expect(onTwoLines('Kota Baru', 84)).toEqual(['Kota', 'Baru']);
  });
  test('gives a name of wide letters two lines in a square on a phone, so that it touches no edge', () => {
    const code = '35.73.05';
    const facts = [{ code, name: 'Lowokwaru', share: 1 / 3 }];
    const three = [1, 2, 3].map((column) => ({ code: column === 2 ? code : `x${column}`, row: 1, column }));
    expect(tileGrid(three, facts).squares[1]).toMatchObject({ short: ['Lowok-', 'waru'], roomy: ['Lowokwaru'] });
  });
  test('tells nothing of a district that is told with others', () => {
    const facts = [{ code: 'a', name: 'Klojen', share: null }];
    expect(tileGrid([{ code: 'a', row: 1, column: 1 }], facts).squares).toMatchObject([{ share: null, filled: 0 }]);
  });
});

describe('two shops through the months', () => {
  const values = fc.array(fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2e9 })), { nil: null }), {
    minLength: 1,
    maxLength: 12,
  });
  test('share one scale, each month once, what sold nothing apart from what was not there', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const both = [first, second].map((all, at) => ({ name: String(at), values: all }));
        const most = mostOf(both);
        for (const one of both) {
          const bars = monthBars(one, most);
          expect(bars.map(({ kind }) => kind)).toEqual(
            one.values.map((value) => (value === null ? 'absent' : value > 0 ? 'sold' : 'nothing')),
          );
          for (const [at, { kind, left, width, height }] of bars.entries()) {
            expect(left >= 0 && left + width <= 100 + CLOSE).toBe(true);
            expect(height <= BARS + CLOSE).toBe(true);
            expect(height > 0).toBe(kind === 'sold');
            const before = bars[at - 1];
            if (before) expect(left).toBeGreaterThanOrEqual(before.left + before.width);
          }
        }
      }),
    );
  });
  test('have a cell for each month of a matrix, whatever is known of them', () => {
    const known = [
      { month: '2026-10', turnoverRupiah: 5_000, reported: true },
      { month: '2026-09', turnoverRupiah: 0, reported: false },
      { month: '2025-01', turnoverRupiah: 9, reported: false },
    ];
    expect(matrixRow(['2026-08', '2026-09', '2026-10'], known)).toEqual([
      { state: 'absent', rupiah: 0, reported: false },
      { state: 'unsold', rupiah: 0, reported: false },
      { state: 'sold', rupiah: 5_000, reported: true },
    ]);
  });
});
