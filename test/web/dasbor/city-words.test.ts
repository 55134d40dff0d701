import { expect, test } from 'vitest';
import { daysIn, daysWritten } from '../../../web/dasbor/city/words.ts';

test("a city's days off are written as people write days, and read back as they were", () => {
  const days = [
    { day: '2026-04-01', name: 'Hari jadi kota' },
    { day: '2026-12-09', name: 'Pilkada 2026' },
  ];
  expect(daysWritten(days)).toBe('1 April 2026 Hari jadi kota\n9 Desember 2026 Pilkada 2026');
  expect(daysIn(daysWritten(days))).toEqual(days);
});

test.each([
  ['1 Apr 2026 Hari jadi kota', '2026-04-01', 'Hari jadi kota'],
  ['  17   agustus  2026  Kirab ', '2026-08-17', 'Kirab'],
  ['2026-04-01 Hari jadi kota', '2026-04-01', 'Hari jadi kota'],
  ['1 April 2026', '2026-04-01', ''],
  // None of these is a day: each goes on as it is, and the market refuses it by its place.
  ['besok libur', 'besok', 'libur'],
  ['1 Apricot 2026 Kirab', '1', 'Apricot 2026 Kirab'],
  ['2026-13-01 Kirab', '2026-13-01', 'Kirab'],
])('the line "%s" is read', (line, day, name) => {
  expect(daysIn(`\n${line}\n\n`)).toEqual([{ day, name }]);
});

test('a line that is no day comes back as it was typed', () => {
  expect(daysWritten(daysIn('besok libur\n2026-13-01 Kirab'))).toBe('besok libur\n2026-13-01 Kirab');
});
