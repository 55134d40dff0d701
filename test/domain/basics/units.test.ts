import { describe, expect, test } from 'vitest';
import { contentOfGoods, timesUnit } from '../../../shared/domain/basics/amounts/content.ts';
import { Unit } from '../../../shared/domain/basics/amounts/unit-schema.ts';
import { unitOf } from '../../../shared/domain/basics/amounts/units.ts';

describe('a unit of sale', () => {
  test.each([
    ['kg', 'kg'],
    ['Kg ', 'kg'],
    ['KG.', 'kg'],
    ['㎏', 'kg'],
    ['kg\u200b', 'kg'],
    ['k\u00adg', 'kg'],
    ['kilo', 'kg'],
    ['Kilogram', 'kg'],
    ['kɡ', 'kg'],
    ['pcs', 'buah'],
    ['box', 'kotak'],
    ['m²', 'meter persegi'],
    ['ℓ', 'liter'],
    ['karung 5 kg', 'karung 5 kg'],
    ['Karung isi 5KG', 'karung 5 kg'],
    ['karung (5 kilogram)', 'karung 5 kg'],
    ['botol 600ml', 'botol 600 ml'],
    ['2,50 kilo', '2,5 kg'],
    ['1 kg', 'kg'],
    ['½ kg', '0,5 kg'],
    ['1/2 kg', '0,5 kg'],
    ['1.000 gram', '1000 gram'],
    ['1,000 g', '1000 gram'],
    ['0.500 kg', '0,5 kg'],
    ['karung 1.000 kg', 'karung 1000 kg'],
  ])('typed %s is kept as %s', (typed, kept) => expect(Unit.parse(typed)).toBe(kept));

  test('that is none is refused with examples', () => {
    for (const typed of ['', 'xyz', 'kgkg', 'karung 0 kg', '\u200b', 'karung lima kg', 'kg isi 5 kg'])
      expect(Unit.safeParse(typed).error?.issues[0]?.message).toMatch(/^Satuan ini belum dikenal. Pilih misalnya kg/);
  });

  test('is its own spelling', () => {
    for (const text of ['karung 5 kg', 'botol 600 ml', 'kotak', '2,5 kg', 'meter persegi'])
      expect(unitOf(text)?.text).toBe(text);
  });

  test('tells what one piece holds, by itself or by the name of the goods', () => {
    expect(contentOfGoods({ name: 'Beras', unit: 'karung 5 kg' })).toEqual({ of: 'gram', size: 5000 });
    expect(contentOfGoods({ name: 'Beras 5㎏ pulen', unit: 'karung' })).toEqual({ of: 'gram', size: 5000 });
    expect(contentOfGoods({ name: 'Minyak 2 liter', unit: 'botol' })).toEqual({ of: 'ml', size: 2000 });
    expect(contentOfGoods({ name: 'Beras 5.000 gram', unit: 'karung' })).toEqual({ of: 'gram', size: 5000 });
    expect(contentOfGoods({ name: 'Beras ½ kg', unit: 'bungkus' })).toEqual({ of: 'gram', size: 500 });
    expect(contentOfGoods({ name: 'Beras 1 kg dari karung 50 kg', unit: 'bungkus' })).toEqual({
      of: 'gram',
      size: 1000,
    });
    expect(contentOfGoods({ name: 'Nasi kotak 3 lauk', unit: 'kotak' })).toBeUndefined();
  });

  test('is no metre where it is a square one, and holds nothing that is divided by nought', () => {
    expect(timesUnit({ name: 'Spanduk', unit: 'm2' }, 'meter')).toBeNull();
    expect(timesUnit({ name: 'Kain', unit: 'meter' }, 'm')).toBe(1);
    expect(timesUnit({ name: 'Telur', unit: 'rak 30 butir' }, 'rak')).toBe(1);
    expect(timesUnit({ name: 'Beras medium 1/0 kg', unit: 'karung' }, 'kg')).toBeNull();
    expect(Unit.safeParse('1/0 kg').success).toBe(false);
  });
});
