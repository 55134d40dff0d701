import { describe, expect, test } from 'vitest';
import { evidenceFor } from '../../../shared/domain/ranking/rule/evidence.ts';
import { lineOf, priceLine } from '../../../shared/domain/ranking/rule/price-line.ts';
import { offer } from './offers.ts';

const here = (owners: number, medianRupiah = 10_000) => ({ owners, medianRupiah });
const past = { ...here(5, 9_000), month: '2026-03' };

describe('what a price is compared with', () => {
  test('is like goods of three owners in the city', () => {
    expect(evidenceFor(here(3), [here(50, 1)], past, '2026-11')).toEqual({ ...here(3), source: 'like' });
  });

  test('else the province, each city counted with its owners', () => {
    const evidence = evidenceFor(here(1, 90_000), [here(1, 8_000), here(4, 10_000), here(2, 12_000)], past, '2026-11');
    expect(evidence).toEqual({ medianRupiah: 10_000, owners: 8, source: 'province' });
  });

  test('else the last verdict of the year, else nothing', () => {
    expect(evidenceFor(here(2), [], past, '2026-11')).toEqual({ ...here(5, 9_000), source: 'past' });
    expect(evidenceFor(here(2), [], past, '2027-04')).toEqual({ ...here(2), source: 'few' });
    expect(evidenceFor(here(2), [], null, '2026-11')).toEqual({ ...here(2), source: 'few' });
  });

  test('is never unlike goods: with too few it passes at any price, but not above an official ceiling', () => {
    const whole = priceLine([], 20);
    const like = { ...here(2), source: 'few' as const };
    expect(lineOf(offer('a', { like }), whole, 20)).toMatchObject({
      medianRupiah: null,
      lineRupiah: null,
      source: null,
    });
    expect(lineOf(offer('a', { like, ceilingRupiah: 9_500 }), whole, 20)).toMatchObject({ lineRupiah: 9_500 });
  });
});
