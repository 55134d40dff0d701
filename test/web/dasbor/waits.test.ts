import { describe, expect, test } from 'vitest';
import { differences } from '../../../web/kit/desk/edit.tsx';
import { dueIn, lengthOf } from '../../../web/kit/desk/waits.tsx';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000).toISOString();

describe('how long something waits', () => {
  test.each([
    [0, 'kurang dari 1 jam'],
    [0.99, 'kurang dari 1 jam'],
    [1, '1 jam'],
    [23.9, '23 jam'],
    [24, '1 hari'],
    [24 * 64, '64 hari'],
    // A device or a server whose clock is behind.
    [-5, 'kurang dari 1 jam'],
  ])('%d hours is told in the largest unit that says enough', (hours, told) => {
    expect(lengthOf(at(0), at(hours))).toBe(told);
  });
  test('is told against its deadline', () => {
    expect([dueIn(at(48), at(0)), dueIn(at(0), at(0)), dueIn(at(0), at(30))]).toEqual([
      'sisa 2 hari',
      'sisa kurang dari 1 jam',
      'terlambat 1 hari',
    ]);
  });
});

describe('two versions', () => {
  test('differ in the fields that were changed, and in no other', () => {
    expect(
      differences([
        ['Nama', 'a', 'a'],
        ['Batas', '2', '3'],
      ]),
    ).toEqual([['Batas', '2', '3']]);
  });
});
