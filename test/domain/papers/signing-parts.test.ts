import { describe, expect, test } from 'vitest';
import { partOfTitle, signersFor } from '../../../shared/domain/papers/signing-parts.ts';

const office = [
  { role: 'Pejabat Pembuat Komitmen', name: 'Ratna' },
  { role: 'Pejabat Pengadaan', name: 'Bayu' },
  { role: 'Pejabat Pelaksana Teknis Kegiatan (PPTK)', name: 'Dian' },
  { role: 'Pemeriksa Barang', name: 'Yuni' },
  { role: 'Bendahara Pengeluaran', name: 'Teguh' },
];

describe('who signs a paper', () => {
  test.each([
    ['Pejabat Pembuat Komitmen', 'ppk'],
    ['PPK', 'ppk'],
    ['Kuasa Pengguna Anggaran selaku Pejabat Pembuat Komitmen', 'ppk'],
    ['KPA', 'ppk'],
    ['PPTK', 'technical'],
    ['Pejabat Pengadaan Barang/Jasa', 'procurement'],
    ['Bendahara Pengeluaran Pembantu', 'treasurer'],
    ['Tim Pemeriksa Hasil Pekerjaan', 'inspector'],
    ['PjPHP', 'inspector'],
    ['Kepala Dinas', undefined],
    ['Kepala Seksi Penempatan Pegawai', undefined],
  ])('is told by the title: %s', (title, part) => expect(partOfTitle(title)).toBe(part));

  test.each([
    ['surat-pesanan', ['Ratna', 'Bayu']],
    ['spk', ['Ratna']],
    ['kuitansi', ['Ratna', 'Dian', 'Teguh']],
    ['bast', ['Ratna', 'Dian', 'Yuni']],
    ['pemeriksaan', ['Yuni']],
    ['bukti-bayar', ['Teguh']],
    ['pajak', ['Teguh']],
  ] as const)('a %s', (kind, names) => expect(signersFor(kind, office).map(({ name }) => name)).toEqual(names));

  test('a title that says nothing signs everything, and what the office says goes before its title', () => {
    expect(signersFor('pajak', [{ role: 'Kepala Dinas' }])).toHaveLength(1);
    expect(signersFor('pajak', [{ role: 'Kepala Dinas', part: 'ppk' }])).toEqual([]);
    expect(signersFor('bast', [{ role: 'Bendahara Barang', part: 'inspector' }])).toHaveLength(1);
  });
});
