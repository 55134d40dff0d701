import { describe, expect, test } from 'vitest';
import { groupTimeChecks, lalondeChecks, spanAt } from '../../../scripts/effect/published.ts';

/*
 * The published data are under a licence that does not fit here: a file somebody has is read by `npm run effect:check`. What is
 * tried here is that its columns are taken for what they are, on rows made up, and that the published figures are those.
 */
const row = (columns: Record<string, string | number>) =>
  new Map(Object.entries(columns).map(([name, value]) => [name, String(value)]));
const person = (treat: number, re78: number, but: object = {}) =>
  row({ treat, age: 27, educ: 11, race: 'black', married: 0, nodegree: 1, re74: 0, re75: 0, re78, ...but });

describe('the check of published figures', () => {
  test('counts a cut to what begins there', () => {
    expect([0, 1, 4999, 5000, 10_000].map((value) => spanAt(value, [1, 5000, 10_000]))).toEqual([0, 1, 1, 2, 3]);
  });
  test('reads LaLonde by its columns: naive, exact, coarsened', () => {
    const checks = lalondeChecks([
      person(1, 100),
      person(1, 300, { married: 1 }),
      person(0, 50),
      person(0, 70),
      person(0, 10, { race: 'white' }),
      person(0, 90, { age: 45 }),
    ]);
    const found = new Map(checks.map(({ name, found: value }) => [name, value]));
    expect(found.get('selisih polos')).toBeCloseTo(200 - 55, 10);
    expect(found.get('strata persis, pengaruh')).toBeCloseTo(100 - 70, 10);
    expect(found.get('strata kasar, pengaruh')).toBeCloseTo(100 - 60, 10);
    expect(checks.map(({ published }) => published)).toEqual([
      -635.026, 12, 1309.897, 111.525, 28, 88, 67, -1144.212, 21.652, 1,
    ]);
  });
  test('reads mpdta by its columns: twelve effects of three groups', () => {
    const county = (countyreal: number, first_treat: number, gain: number) =>
      [2003, 2004, 2005, 2006, 2007].map((year) =>
        row({ year, countyreal, first_treat, lemp: countyreal + (first_treat > 0 && year >= first_treat ? gain : 0) }),
      );
    const rows = [0, 2004, 2006, 2007].flatMap((began, at) =>
      [1, 2].flatMap((one) => county(10 * at + one, began, 0.5)),
    );
    const checks = groupTimeChecks(rows);
    expect(checks).toHaveLength(12);
    expect(checks.map(({ found }) => Math.round(found * 10) / 10)).toEqual([
      0.5, 0.5, 0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 0.5,
    ]);
    expect(checks.map(({ published }) => published)).toEqual([
      -0.010503, -0.070423, -0.137259, -0.100811, 0.00652, -0.002751, -0.004595, -0.041224, 0.030507, -0.002726,
      -0.031087, -0.026054,
    ]);
  });
});
