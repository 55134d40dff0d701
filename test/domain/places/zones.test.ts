import { afterEach, describe, expect, test, vi } from 'vitest';
import { zoneOf } from '../../../shared/rules/zones.ts';
import { today } from '../../../web/kit/today.ts';

describe('the zone of a region', () => {
  afterEach(() => void vi.useRealTimers());

  test.each([
    ['35.73', 'Asia/Jakarta'],
    ['61', 'Asia/Jakarta'],
    ['52.71.01', 'Asia/Makassar'],
    ['64.72', 'Asia/Makassar'],
    ['91.71', 'Asia/Jayapura'],
  ])('%s is %s', (code, zone) => {
    expect(zoneOf(code)).toBe(zone);
  });

  test('nobody knows is none', () => {
    expect(() => zoneOf('99.01')).toThrow('no zone is known for province 99');
  });

  test('says which day it is on a page: past midnight in the east while it is yesterday in the west', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-30T15:30:00Z') });
    expect(['35.73', '52.71', '91.71'].map((code) => today(code))).toEqual(['2026-11-30', '2026-11-30', '2026-12-01']);
  });
});
