import { describe, expect, test } from 'vitest';
import { procurementOfSheet } from '../../../shared/domain/spending/procurement-sheet.ts';

const offices = [
  { agencyId: 'agc_1', name: 'Dinas Pendidikan Kota Malang' },
  { agencyId: 'agc_2', name: 'Dinas Kesehatan' },
];
const known = { offices, cityName: 'Kota Malang', year: '2026' };
const heads = ['tahun_anggaran', 'kd_satker', 'nama_satker', 'belanja_modal', 'belanja_pengadaan', 'total_belanja'];
const line = (name: string, rupiah: string, year = '2026') => [year, '12', name, '0', rupiah, '99'];

describe('a sheet of official procurement budgets', () => {
  test('finds offices by their words, whatever the capitals and the region beside them', () => {
    const { offices: found, flaws } = procurementOfSheet(
      [heads, line('DINAS PENDIDIKAN', '1.250.000.000'), line('Dinas Kesehatan Kota Malang', '900000000')],
      known,
    );
    expect(flaws).toEqual([]);
    expect(found.map(({ agencyId, procurementRupiah }) => [agencyId, procurementRupiah])).toEqual([
      ['agc_1', 1_250_000_000],
      ['agc_2', 900_000_000],
    ]);
  });

  test('takes a year of more than one amount may be: the largest offices spend trillions', () => {
    const { offices: found, flaws } = procurementOfSheet([heads, line('Dinas Kesehatan', '1.250.000.000.000')], known);
    expect(flaws).toEqual([]);
    expect(found[0]?.procurementRupiah).toBe(1_250_000_000_000);
  });

  test('guesses no office, amount or year, and says which row is wrong', () => {
    const { offices: found, flaws } = procurementOfSheet(
      [
        ['Struktur anggaran'],
        heads,
        line('Dinas Bina Marga', '1000000'),
        line('Dinas Kesehatan', 'banyak'),
        line('Dinas Pendidikan', '1000000', '2025'),
        line('Dinas Pendidikan', '2000000'),
        ['', '', 'Total', '', '5', ''],
      ],
      known,
    );
    expect(found).toEqual([]);
    expect(flaws.map(({ row, column }) => [row, column])).toEqual([
      [3, 'NAMA SATKER'],
      [4, 'BELANJA PENGADAAN'],
      [5, 'TAHUN ANGGARAN'],
      [6, 'NAMA SATKER'],
    ]);
  });

  test('is refused whole where its columns are not there', () => {
    expect(() => procurementOfSheet([['NAMA', 'JUMLAH']], known)).toThrow('NAMA SATKER dan BELANJA PENGADAAN');
  });
});
