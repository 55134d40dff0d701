import { expect, test } from 'vitest';
import { monthsOfCity, yearsOfCity } from '../../../web/dasbor/since-founding.ts';

const founded = { foundedAt: '2025-12-31T18:00:00.000Z', zone: 'Asia/Jakarta' } as const;

test('a city is asked for no month and no year from before it was founded, by its own clock', () => {
  expect(monthsOfCity(founded, '2026-03', 3)).toEqual(['2026-03', '2026-02', '2026-01']);
  expect(monthsOfCity(founded, '2026-02', 3)).toEqual(['2026-02', '2026-01']);
  expect(yearsOfCity(founded, '2026', 3)).toEqual(['2026']);
  expect(yearsOfCity(founded, '2029', 3)).toEqual(['2029', '2028', '2027']);
});

test('the running month and year are there also where a device’s clock is behind', () => {
  expect(monthsOfCity(founded, '2025-11', 3)).toEqual(['2025-11']);
  expect(yearsOfCity(founded, '2025', 3)).toEqual(['2025']);
});
