import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../shared/domain/demand/classify.ts';
import { likenessOf } from '../../../shared/domain/demand/likeness.ts';
import { measured, readLabelled, splitLabelled } from '../../../shared/domain/demand/measure.ts';

const { built, held } = splitLabelled(readLabelled(readFileSync('test/domain/demand/labelled-lines.csv', 'utf8')));

describe('a line of a plan', () => {
  test.each([
    ['it was built with', built],
    ['held back', held],
  ])('is classified with precision ≥ 0.9 at recall ≥ 0.8 on the lines %s', (_, lines) => {
    const { precision, recall, sold } = measured(lines, (name) => classify(name).category);
    expect(sold).toBeGreaterThan(100);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test.each([
    'mamin',
    'ma-min rapat',
    'ma/min',
    'mak-min tamu',
    'makan-minum',
    'Belanja makan & minum',
    'mkn mnm',
    'mkn/mnm rapat',
    'mknn dan mnmn',
    'Mamirat',
    'Makmin',
    'm a m i n rapat',
    'maknan dan minuman',
    'Makanan dna minuman',
    'Мakan minum',
    'nasi ktk',
    'nasikotak',
    'nasi dos rapat',
    'snack dos',
    'konsumi rapat',
    'komsumsi kegiatan',
    'makanminum rapat',
    'bel. mak & min rapat',
    'konsumsi kader posyandu kampung batik',
    'Belanja Mamin Kel. Batikan',
  ])('is food for a meeting however it is spelt: %s', (name) => {
    expect(classify(name).category).toBe('meeting-food');
  });

  test.each([
    'Rehab SDN Batik 2',
    'Perum Batik Indah paving',
    'IPAL Industri Batik',
    'Pengolahan limbah batik',
    'Toko batik',
    'Pemberdayaan pengrajin batik',
    'Lomba desain batik',
    'Kompor batik',
    'Konstruksi jalan Batiknau',
    'Monumen batik',
    'Pemasangan CCTV Kampung Kuliner',
    'Penggilingan beras',
    'Pengadaan mesin jahit seragam',
    'Kebun kopi rakyat',
  ])('buys nothing by a word in the name of a place or of what it is for: %s', (name) => {
    expect(classify(name).category).toBeNull();
  });

  test('is what it names first, whatever it names after', () => {
    expect(classify('Sewa tenda dan makan minum pameran batik').category).toBe('services');
    expect(classify('Makan minum dan sewa tenda').category).toBe('meeting-food');
    expect(classify('Seragam batik guru')).toEqual({ category: 'batik', because: 'seragam batik' });
  });

  test('is looked at by its description only where its name says nothing', () => {
    expect(classify('Paket 12', 'nasi kotak 300 kotak').category).toBe('meeting-food');
    expect(classify('Rehab kantor', 'nasi kotak 300 kotak').category).toBeNull();
  });

  test('of 5,000 letters or of marks alone is no burden and no fault', () => {
    for (const name of [
      'belanja '.repeat(600),
      'a b '.repeat(1200),
      '((((',
      '—',
      '🍱'.repeat(300),
      'sewa '.repeat(900),
    ])
      expect(() => classify(name)).not.toThrow();
  });
});

describe('two lines', () => {
  test.each([
    ['Belanja mamin rapat (Bidang II)', 'Pengadaan Makan Minum Rapat di Kelurahan Kauman'],
    ['Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Komputer', 'BAHAN KOMPUTER untuk Seksi Umum'],
    ['Kain lap', 'Pengadaan kain lap TA 2026'],
  ])('are alike by what they buy, not by whom or where: %s', (one, other) => {
    expect(likenessOf(one)).toBe(likenessOf(other));
  });

  test('of different goods are not', () => {
    expect(likenessOf('Bahan komputer')).not.toBe(likenessOf('Modal komputer'));
    expect(likenessOf('Sewa tenda')).not.toBe(likenessOf('Sewa kursi'));
  });

  test('make a key of letters, digits and hyphens, whatever is typed', () => {
    for (const name of ['', '#', '123', 'Belanja', '/|\\', 'Пр#ивет ##', 'x'.repeat(400)])
      expect(likenessOf(name)).toMatch(/^[a-z0-9-]{1,120}$/);
  });
});
