import { describe, expect, test } from 'vitest';
import { bannedBy, requireAllowed } from '../../../shared/domain/catalogue/banned.ts';
import { bannedGoods } from '../../../shared/rules/banned-goods.ts';

const TODAY = '2026-11-10';
const ban = (name: string, day = TODAY) => bannedBy(name, bannedGoods, [], day)?.goods;

describe('goods that may not be sold', () => {
  test.each([
    'Ganja kering',
    'GAN JA',
    'Petasan banting',
    'Rokok filter',
    'Bo raks murni',
    'Telur penyu hijau',
    'Sabu-sabu',
    'V0dka',
    'Rokok kretek non filter',
    'Rokok kotak isi 12',
    'Rokok bebas cukai',
    'Paket asbak + rokok',
    'Kotak kayu isi rokok',
    'Vodka tanpa ribet',
    'Tanpa ribet: rokok filter',
    'Petasan mainan anak',
    'Kompor dan gas melon',
    'LPG 3kg',
    'Elpiji 3 kg',
    'Tabung LPG (3 kg)',
  ])('are told by their names, however they are written: %s', (name) => expect(ban(name)).toBeDefined());

  test.each([
    'Mie mercon level 5',
    'Bakso tanpa boraks',
    'Kotak rokok kayu jati',
    'Stiker dilarang merokok',
    'Tenun Sabu',
    'Gula merah',
    'Anggur merah segar',
    'Asbak rokok',
    'Kompor gas melon',
    'Kerupuk tanpa boraks dan formalin',
    'Selai non-miras, bebas vodka',
    'Promo kotak rokok',
    'Regulator LPG 3 kg',
    'LPG 5,5 kg',
    'Alat uji boraks',
  ])('are not those that only name them: %s', (name) => expect(ban(name)).toBeUndefined());

  test('are those of a rule that is in force, and of the city', () => {
    expect(ban('Rokok filter', '2024-07-25')).toBeUndefined();
    const own = [{ goods: 'kantong plastik', reason: 'Perwali 8/2021' }];
    expect(bannedBy('Kantong plastik hitam', bannedGoods, own, TODAY)).toEqual(own[0]);
    expect(bannedBy('Kantong bebas plastik', bannedGoods, own, TODAY)).toBeUndefined();
    expect(() => requireAllowed('Kantong plastik', [], own, TODAY)).toThrow(
      'Barang ini tidak boleh dijual di sini: Perwali 8/2021.',
    );
  });

  test('name their rule and the day from which it holds', () => {
    for (const { goods, reason, source, validFrom } of bannedGoods) {
      expect(goods.length).toBeGreaterThan(0);
      expect([reason, source].every((text) => text.length > 5)).toBe(true);
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
