import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ceiling, ceilingOf, NewCeiling } from '../../../shared/domain/catalogue/ceiling.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { countryCeilings } from '../../../shared/rules/ceilings.ts';
import { anyInput, input, offer } from '../ranking/offers.ts';

const of = (goods: string, ceilingRupiah: number, more: Partial<Ceiling> = {}): Ceiling => ({
  ...{ category: 'daily-needs', goods, unit: 'kg', ceilingRupiah },
  ...{ validFrom: '2026-01-01', validTo: null, source: 'Perwali 1/2026' },
  ...more,
});
const rice = { category: 'daily-needs', name: 'Beras Premium Rojolele', unit: 'Kg ' };

describe('an official ceiling', () => {
  test('holds for goods whose name has all of its words, sold by its unit', () => {
    expect(ceilingOf(rice, '2026-11-10', [of('beras premium', 14_900)])).toBe(14_900);
    expect(ceilingOf(rice, '2026-11-10', [of('beras medium', 13_500)])).toBeNull();
    expect(ceilingOf({ ...rice, unit: 'karung' }, '2026-11-10', [of('beras premium', 14_900)])).toBeNull();
    expect(ceilingOf({ ...rice, category: 'culinary' }, '2026-11-10', [of('beras premium', 14_900)])).toBeNull();
  });

  test('holds however unit and name are written', () => {
    const ceilings = [of('beras medium', 13_500)];
    const units = ['kg', '㎏', 'kg\u200b', 'kilogram', 'kilo', 'Kg.', 'kɡ'];
    for (const unit of units)
      expect(ceilingOf({ ...rice, name: 'Beras medium', unit }, '2026-11-10', ceilings)).toBe(13_500);
    expect(ceilingOf({ ...rice, name: 'Bayam' }, '2026-11-10', [of('ayam', 13_500)])).toBeNull();
    for (const name of [
      'Berás medium',
      'Be\u200bras medium',
      'Be\u00adras medium',
      'B\u0435ras mediu\u043c',
      'BERAS-MEDIUM',
      'Berasmedium',
      'B e r a s medium',
      'B.eras medium',
      'Bera5 m3dium',
    ])
      expect(ceilingOf({ ...rice, name }, '2026-11-10', ceilings), name).toBe(13_500);
  });

  test('for a kilogram holds for a sack by what is in it', () => {
    const ceilings = [of('beras medium', 13_500)];
    const sack = (name: string, unit: string) => ceilingOf({ ...rice, name, unit }, '2026-11-10', ceilings);
    expect(sack('Beras medium', 'karung 5 kg')).toBe(67_500);
    expect(sack('Beras medium 5 kg', 'karung')).toBe(67_500);
    expect(sack('Beras medium', 'bungkus 500 gram')).toBe(6_750);
    expect(sack('Beras medium 5.000 gram', 'karung')).toBe(67_500);
    expect(sack('Beras medium 1 kg dari karung 50 kg', 'bungkus')).toBe(13_500);
    expect(sack('Beras medium', 'liter')).toBeNull();
  });

  test('that names the goods by most words goes first, then the lowest', () => {
    const ceilings = [of('beras', 10_000), of('premium beras', 15_000), of('beras premium', 14_900)];
    expect(ceilingOf(rice, '2026-11-10', ceilings)).toBe(14_900);
    expect(ceilingOf(rice, '2026-11-10', ceilings.toReversed())).toBe(14_900);
  });

  test('holds from its first day through its last', () => {
    const dated = [of('beras', 10_000, { validFrom: '2026-02-01', validTo: '2026-03-31' })];
    const days = ['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'];
    expect(days.map((day) => ceilingOf(rice, day, dated))).toEqual([null, 10_000, 10_000, null]);
  });

  test('of rice is the decree’s, by zone, from the day it was signed', () => {
    expect(ceilingOf(rice, '2026-11-10', countryCeilings('35'))).toBe(14_900);
    expect(ceilingOf(rice, '2026-11-10', countryCeilings('18'))).toBe(14_900);
    expect(ceilingOf(rice, '2026-11-10', countryCeilings('61'))).toBe(15_400);
    expect(ceilingOf({ ...rice, name: 'Beras medium' }, '2026-11-10', countryCeilings('94'))).toBe(15_500);
    expect(ceilingOf(rice, '2025-08-21', countryCeilings('35'))).toBeNull();
    expect(countryCeilings('99')).toEqual([]);
  });

  test('with words nobody can have, or an end before its beginning, is refused', () => {
    const { success } = NewCeiling.safeParse({ ...of('!', 1), validTo: undefined });
    expect(success).toBe(false);
    expect(NewCeiling.safeParse({ ...of('beras', 1), validTo: '2025-12-31' }).success).toBe(false);
  });

  test('keeps what is above it below the line, with the number', () => {
    const offers = ['a', 'b', 'c'].map((id) => offer(id, { ceilingRupiah: 18_000 }));
    const dear = offer('d', { priceRupiah: 18_500, ceilingRupiah: 18_000 });
    const { below } = rankOffers(input([...offers, dear]));
    expect(below[0]?.failures).toEqual([{ reason: 'price_above_ceiling', priceRupiah: 18_500, ceilingRupiah: 18_000 }]);
  });

  test('is never passed above the line, whatever the median', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        for (const { offer: passed } of rankOffers(any).above)
          expect(passed.priceRupiah).toBeLessThanOrEqual(passed.ceilingRupiah ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 10_000 },
    );
  });
});
