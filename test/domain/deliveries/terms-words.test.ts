import { describe, expect, test } from 'vitest';
import { type DeliveryTerms, STARTING_TERMS } from '../../../shared/domain/deliveries/terms.ts';
import { termsWords } from '../../../shared/domain/deliveries/terms-words.ts';

const districts = ['Klojen', 'Sukun', 'Blimbing', 'Lowokwaru', 'Kedungkandang'].map((name, at) => ({
  code: `35.73.0${at + 1}`,
  name,
}));
const courier = { feeRupiah: 5_000, freeFromRupiah: 100_000, districts: [] };
const pickUp = { address: 'Jl. Ijen 1', hours: '08.00–16.00' };
const other = (feeRupiah: number | null, ...at: number[]) =>
  at.map((place) => ({ district: districts[place]?.code ?? '', feeRupiah }));

describe('what a shop asks for bringing, in words', () => {
  test.each<[string, DeliveryTerms, (readonly { name: string; feeRupiah: number }[])?]>([
    ['Diantar gratis', STARTING_TERMS],
    ['Diantar Rp5.000 · gratis mulai Rp100.000', { courier, pickUp: null }],
    ['Diantar Rp5.000 · gratis mulai Rp100.000\nBisa diambil di Jl. Ijen 1, 08.00–16.00', { courier, pickUp }],
    ['Bisa diambil di Jl. Ijen 1, 08.00–16.00', { courier: null, pickUp }],
    [
      'Bisa diambil di Sentra Kuliner, Rp2.000\nBisa diambil di PKOR, gratis',
      { courier: null, pickUp: null },
      [
        { name: 'Sentra Kuliner', feeRupiah: 2_000 },
        { name: 'PKOR', feeRupiah: 0 },
      ],
    ],
    [
      'Diantar Rp5.000 · tidak ke Sukun · Rp9.000 ke Blimbing, Lowokwaru · gratis ke Klojen',
      {
        courier: {
          ...courier,
          freeFromRupiah: null,
          districts: [...other(null, 1), ...other(9_000, 2, 3), ...other(0, 0), ...other(5_000, 4)],
        },
        pickUp: null,
      },
    ],
    [
      'Diantar gratis · tidak ke 4 kecamatan',
      { courier: { feeRupiah: 0, freeFromRupiah: null, districts: other(null, 0, 1, 2, 3) }, pickUp: null },
    ],
  ])('are: %s', (words, terms, centres = []) => {
    expect(termsWords({ ...terms, centres }, districts).join('\n')).toBe(words);
  });
});
