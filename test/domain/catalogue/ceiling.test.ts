import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ceiling, ceilingOf, NewCeiling, requireMeasurable } from '../../../shared/domain/catalogue/ceiling.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { Problem } from '../../../shared/problem.ts';
import { countryCeilings } from '../../../shared/rules/ceilings.ts';
import { anyInput, input, offer } from '../ranking/offers.ts';

const of = (goods: string, ceilingRupiah: number, more: Partial<Ceiling> = {}): Ceiling => ({
  category: 'daily-needs',
  goods,
  unit: 'kg',
  ceilingRupiah,
  validFrom: '2026-01-01',
  validTo: null,
  source: 'Perwali 1/2026',
  ...more,
});
const rice = { category: 'daily-needs', name: 'Beras Premium Rojolele', unit: 'Kg ' };

describe('an official ceiling', () => {
  test('holds for goods whose name has all of its words, sold by its unit', () => {
    expect(ceilingOf(rice, '2026-11-10', [of('beras premium', 14_900)])).toBe(14_900);
    expect(ceilingOf(rice, '2026-11-10', [of('beras medium', 13_500)])).toBeNull();
    expect(
      ceilingOf({ ...rice, name: 'Nasi beras premium', category: 'culinary' }, '2026-11-10', [of('beras premium', 1)]),
    ).toBeNull();
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
    expect(sack('Beras medium 10 x 500 gram', 'dus')).toBe(67_500);
    // The sack is believed no more than the name.
    expect(sack('Beras medium 5 kg', 'karung 50 kg')).toBe(67_500);
    // What nobody says counts as one kilogram.
    for (const unit of ['liter', 'karung', 'dus', 'paket', 'kotak']) expect(sack('Beras medium', unit)).toBe(13_500);
  });

  test('is the whole rupiah that a pack may cost, to the gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 200_000 }), (grams, rupiah) => {
        const pack = { ...rice, name: 'Beras medium', unit: `bungkus ${grams} gram` };
        const whole = Number((BigInt(grams) * BigInt(rupiah)) / 1000n);
        expect(ceilingOf(pack, '2026-11-10', [of('beras medium', rupiah)])).toBe(whole);
      }),
    );
    // Nothing is divided by nought: what says no amount counts as one kilogram.
    const sack = { ...rice, name: 'Beras medium 1/0 kg', unit: 'karung' };
    expect(ceilingOf(sack, '2026-11-10', [of('beras medium', 13_500)])).toBe(13_500);
  });

  test('for a piece holds for a tray, a dozen or a pack by their number', () => {
    const ceilings = [of('telur ayam', 2_000, { unit: 'butir' })];
    const tray = (name: string, unit: string) => ceilingOf({ ...rice, name, unit }, '2026-11-10', ceilings);
    expect(tray('Telur ayam', 'butir')).toBe(2_000);
    expect(tray('Telur ayam', 'rak 30 butir')).toBe(60_000);
    expect(tray('Telur ayam 30 butir', 'rak')).toBe(60_000);
    expect(tray('Telur ayam', 'lusin')).toBe(24_000);
    expect(tray('Telur ayam', 'keranjang 2 lusin')).toBe(48_000);
    expect(tray('Telur ayam', 'rak')).toBe(2_000);
  });

  test.each(['culinary', 'meeting-food', 'souvenirs', 'services'])('holds under %s as well', (category) => {
    const ceilings = [of('beras medium', 13_500)];
    for (const name of [
      'Beras medium',
      'Promo beras medium 5 kg',
      'Medium beras',
      'Karung beras pulen medium',
      'B3ras m3dium',
    ])
      expect(ceilingOf({ category, name, unit: 'karung 5 kg' }, '2026-11-10', ceilings), name).toBe(67_500);
    for (const name of ['Nasi beras medium', 'Lontong dari beras medium', 'Kerupuk beras medium'])
      expect(ceilingOf({ category, name, unit: 'kotak' }, '2026-11-10', ceilings), name).toBeNull();
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

  const refusalOf = (but: object) => {
    const ceilings = [of('beras medium', 13_500), of('telur', 30_000)];
    try {
      requireMeasurable({ ...rice, name: 'Beras medium', ...but }, '2026-11-10', ceilings);
      return null;
    } catch (error) {
      const { code, flaws } = error as Problem;
      return [code, flaws[0]?.pointer];
    }
  };

  test.each([
    'karung',
    'Karung',
    'sak',
    'dus',
    'paket',
    'kemasan',
    'bungkus',
    'liter',
    'kotak',
    'buah',
    'paket 3 buah',
  ])('is not dodged by a %s that does not say what is in it', (unit) =>
    expect(refusalOf({ unit })).toEqual(['content_required', '/unit']),
  );

  test('lets a pack pass that says so, in its unit or in its name', () => {
    for (const unit of ['kg', 'karung 5 kg', 'dus 5.000 gram', 'ons', 'kuintal'])
      expect(refusalOf({ unit }), unit).toBeNull();
    expect(refusalOf({ name: 'Beras medium 5 kg', unit: 'karung' })).toBeNull();
    expect(refusalOf({ name: 'Beras putih', unit: 'karung' })).toBeNull();
  });

  test('is not dodged by another category, and leaves dishes of the goods alone', () => {
    for (const name of ['Beras medium', 'Telur ayam', 'Jual telur', 'Paket telur 1 kg', 'Sembako: beras medium'])
      expect(refusalOf({ category: 'culinary', name }), name).toEqual(['category_not_possible', '/category']);
    for (const name of ['Nasi telur', 'Martabak telur spesial', 'Nasi kotak beras medium', 'Kue telur gabus'])
      expect(refusalOf({ category: 'culinary', name, unit: 'kotak' }), name).toBeNull();
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
