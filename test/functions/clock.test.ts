import { describe, expect, test } from 'vitest';
import { clockOf } from '../../functions/clock.ts';

describe('a clock', () => {
  test('tells every instant as it is written, however often it is looked at and whichever way it moves', () => {
    let at = 0;
    const now = clockOf(() => at);
    for (const instant of [0, 0, 1, 1_900_000_000_000, 999, 1]) {
      at = instant;
      expect(now()).toBe(new Date(instant).toISOString());
    }
  });
});
