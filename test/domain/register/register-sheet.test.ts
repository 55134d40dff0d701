import { expect, test } from 'vitest';
import { headingOf } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import { gazetteerOf } from '../../../shared/domain/register/import/gazetteer.ts';
import { EXAMPLE_TITLES, registerColumns } from '../../../shared/domain/register/import/register-columns.ts';
import { shopsOfSheet } from '../../../shared/domain/register/import/register-sheet.ts';

const regions = [
  {
    code: '35.71.01',
    name: 'Mojoroto',
    villages: [
      { code: '35.71.01.1001', name: 'Pojok' },
      { code: '35.71.01.1002', name: 'Campurejo' },
    ],
  },
  { code: '35.71.03', name: 'Pesantren', villages: [{ code: '35.71.03.1001', name: 'Pakunden' }] },
];
const city = { cityCode: '35.71', gazetteer: gazetteerOf(regions), today: '2026-11-28' };
const titles = ['Nama Usaha', 'Nama Pemilik', 'NIK', 'No HP', 'Kecamatan', 'Kelurahan', 'Alamat', 'Jenis Usaha'];
const shop = (district: string, village: string, category: string) => [
  'Warung Bu Tin',
  'Tin',
  '3571016608800001',
  '085800000001',
  district,
  village,
  'Jl. Dhoho 1',
  category,
];
const flawsOf = (...cells: [string, string, string]) => {
  const sheet = [titles, shop(...cells)];
  const heading = headingOf(sheet, registerColumns, {}, EXAMPLE_TITLES);
  return shopsOfSheet(sheet, heading, city).flaws.map(({ column, detail }) => `${column}: ${detail}`);
};

test('a row that names no place of the city is told which there are, and an empty cell that it is empty', () => {
  expect(flawsOf('Mojoroto', 'Pojok', 'Kuliner')).toEqual([]);
  expect(flawsOf('Kec. Mojoroto', '', 'Kuliner')).toEqual([
    'Kelurahan: Belum diisi. Tulis salah satu: Pojok, Campurejo.',
  ]);
  expect(flawsOf('35.71.01', 'Atlantis', 'Kuliner')).toEqual([
    'Kelurahan: "Atlantis" bukan kelurahan atau desa di kecamatan itu. Tulis salah satu: Pojok, Campurejo.',
  ]);
  expect(flawsOf('Atlantis', 'Pojok', 'Kuliner')).toEqual([
    'Kecamatan: "Atlantis" bukan kecamatan kota ini. Tulis salah satu: Mojoroto, Pesantren.',
  ]);
  expect(flawsOf('', '', 'Kuliner')).toEqual(['Kelurahan: Belum diisi. Tulis nama atau kodenya.']);
  expect(flawsOf('', 'Pakunden', '')).toEqual([
    expect.stringMatching(/^Jenis Usaha: Belum diisi\. Tulis salah satu: /),
  ]);
});
