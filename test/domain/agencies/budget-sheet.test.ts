import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetOfSheet } from '../../../shared/domain/agencies/budget-sheet.ts';
import { rupiahIn } from '../../../shared/domain/agencies/sheet/budget-rows.ts';
import { Problem } from '../../../shared/problem.ts';

const rekap = [
  ['REKAP PENETAPAN APBD'],
  ['NO', 'TAHUN', 'KODE SKPD', 'NAMA SKPD', 'KODE REKENING', 'NAMA REKENING', 'PAGU'],
  ['1', '2026', '1.01', 'Dinas Pendidikan', '5.1.02.01.01.0052', 'Makanan dan minuman rapat', '50.000.000'],
  ['2', '2026', '1.01', 'Dinas Pendidikan', '5.1.02.01.01.0024', 'Alat tulis', '12500000'],
  [],
  ['', '', '', 'TOTAL', '', '', '62.500.000'],
];
const refusal = (work: () => unknown): Problem => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('expected a refusal');
};

describe('a budget sheet', () => {
  test('of the recap has a line for each account, without blank rows and totals', () => {
    expect(budgetOfSheet(rekap, '2026')).toEqual({
      rows: 2,
      flaws: [],
      lines: [
        { budgetCode: '5.1.02.01.01.0052', name: 'Makanan dan minuman rapat', ceilingRupiah: 50_000_000, row: 3 },
        { budgetCode: '5.1.02.01.01.0024', name: 'Alat tulis', ceilingRupiah: 12_500_000, row: 4 },
      ],
    });
  });

  test('of details is added up by account', () => {
    const rka = [
      ['kode_akun', 'Nama Akun', 'KOEFISIEN', 'HARGA SATUAN', 'TOTAL HARGA'],
      ['5.1.02.01.01.0052', 'Makan rapat', '10 kotak', '25.000', '250.000'],
      ['5.1.02.01.01.0052', 'Makan rapat', '20 kotak', '25.000', 'Rp 500.000,00'],
    ];
    expect(budgetOfSheet(rka, '2026').lines).toMatchObject([{ ceilingRupiah: 750_000, row: 2 }]);
  });

  test('says row, column and how to mend what is wrong, and leaves that account out whole', () => {
    const wrong = [
      ...rekap.slice(0, 4),
      ['3', '2026', '1.01', 'Dinas Pendidikan', '5.1.02.01.01.0052', 'Makan', 'lima juta'],
      ['4', '2025', '1.01', 'Dinas Pendidikan', '5.1.02.x', 'Sewa', '1'],
    ];
    const { lines, flaws } = budgetOfSheet(wrong, '2026');
    expect(lines.map(({ budgetCode }) => budgetCode)).toEqual(['5.1.02.01.01.0024']);
    expect(flaws.map(({ row, column }) => [row, column])).toEqual([
      [5, 'PAGU'],
      [6, 'KODE REKENING'],
      [6, 'TAHUN'],
    ]);
    for (const { detail } of flaws) expect(detail).toMatch(/\. (Tulis|Pilih)/);
  });

  test('of several units asks which is meant', () => {
    const two = [...rekap.slice(0, 3), ['2', '2026', '1.02', 'Dinas Kesehatan', '5.1.02.01.01.0024', 'Alat', '1']];
    const { code, flaws } = refusal(() => budgetOfSheet(two, '2026'));
    expect([code, flaws.map(({ detail }) => detail)]).toEqual([
      'unit_needed',
      ['1.01 Dinas Pendidikan', '1.02 Dinas Kesehatan'],
    ]);
    expect(budgetOfSheet(two, '2026', '1.02').lines).toMatchObject([{ ceilingRupiah: 1 }]);
    expect(refusal(() => budgetOfSheet(two, '2026', '9')).code).toBe('unit_needed');
  });

  test('that is something else says what was read instead', () => {
    expect(refusal(() => budgetOfSheet([['Nama', 'Umur']], '2026')).flaws[0]?.detail).toContain('"Nama", "Umur"');
    expect(refusal(() => budgetOfSheet([], '2026')).code).toBe('sheet_not_readable');
  });

  test('has the sum of its rows, whatever they are', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, (all) => {
        const rows = all.map((amount, at) => [`5.1.02.01.01.${at % 7}`, 'Belanja', String(amount)]);
        const { lines } = budgetOfSheet([['KODE REKENING', 'NAMA REKENING', 'PAGU'], ...rows], '2026');
        const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
        expect(sum(lines.map(({ ceilingRupiah }) => ceilingRupiah))).toBe(sum(all));
      }),
    );
  });
});

describe('rupiah in a cell', () => {
  test.each([
    ['1.250.000', 1_250_000],
    ['1,250,000.00', 1_250_000],
    ['Rp 1.250.000,00', 1_250_000],
    ['1250000', 1_250_000],
    ['1250000.0', 1_250_000],
    ['1.25E6', 1_250_000],
    ['0', 0],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1.250.00', undefined],
    ['=1+1', undefined],
    ['1E99', undefined],
    ['9999999999999999', undefined],
  ])('%s is %s', (text, rupiah) => {
    expect(rupiahIn(text)).toBe(rupiah);
  });
});

describe('a line of a sheet', () => {
  test('is one that can be kept and read again: no amount beyond the most, no name that shows nothing', () => {
    const read = (...rows: string[][]) => budgetOfSheet([['KODE REKENING', 'NAMA REKENING', 'PAGU'], ...rows], '2026');
    const code = '5.1.02.01.01.0053';
    expect(read([code, 'Belanja', '1000000000001']).flaws).toHaveLength(1);
    const half = [code, 'Belanja', '600000000000'];
    expect(read(half, half)).toMatchObject({ lines: [], flaws: [{ row: 3 }] });
    for (const name of ['\u3164', '\u200b', '', '\u202e', 'Bеlanja'])
      expect(read([code, name, '1000']).lines).toMatchObject([{ name: code, ceilingRupiah: 1000 }]);
    expect(read([code, 'Bel\u200banja', '1000']).lines[0]?.name).toBe('Belanja');
  });
});
