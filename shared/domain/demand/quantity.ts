import { AMOUNT, amountOf, knownUnit, plainOf } from '../basics/amounts/units.ts';
import type { Category } from '../basics/category.ts';
import { folded } from '../basics/fold.ts';

/** How many of what a line wants; null where nobody says it in a unit of goods. */
export type Wanted = { readonly count: number; readonly unit: string } | null;

const VOLUME = new RegExp(
  String.raw`(?<![\d.,/⁄])(${AMOUNT})\s*([\p{L}][\p{L}0-9 ]{0,20}?)?(?=$|[^\p{L}0-9 ]|\s[\p{L}]*\s*[\dx×@])`,
  'u',
);
/** Units of time and of packages: `12 bulan`, `1 paket`, `1 kegiatan` say nothing of how many goods. */
const VAGUE = new Set([
  'paket',
  'bulan',
  'hari',
  'minggu',
  'kali',
  'acara',
  'jam',
  'jasa',
  'malam',
  'titik',
  'set',
  'unit',
]);
/** What one piece can cost, in rupiah: outside of it the unit or the amount is wrong, and no count is told. */
const pieceRupiah: Readonly<Record<Category, readonly [number, number]>> = {
  'daily-needs': [500, 1_000_000],
  'meeting-food': [2_500, 250_000],
  culinary: [1_000, 500_000],
  batik: [25_000, 5_000_000],
  uniforms: [20_000, 3_000_000],
  'school-shoes': [40_000, 750_000],
  fashion: [10_000, 3_000_000],
  souvenirs: [1_000, 10_000_000],
  crafts: [5_000, 50_000_000],
  printing: [50, 5_000_000],
  services: [5_000, 500_000_000],
};

const words: Readonly<Record<string, string>> = {
  ok: 'orang',
  oh: 'orang',
  oj: 'orang',
  pcs: 'buah',
  box: 'kotak',
  dus: 'kotak',
};

/** The amount and unit of a volume as officers write it: `1.200 kotak`, `300 Org`, `1.200 ok x 2`; null where it says neither. */
export const volumeIn = (text: string): Wanted => {
  const [, amount = '', measure = ''] = VOLUME.exec(plainOf(text).trim()) ?? [];
  const named = folded(measure).split(' ')[0] ?? '';
  const unit = words[named] ?? knownUnit(named);
  if (unit === undefined || VAGUE.has(unit)) return null;
  const count = Math.round(amountOf(amount, unit));
  return count >= 1 && count <= 10_000_000 ? { count, unit } : null;
};

/** The same, believed only where the money can pay for so many of them. */
export const wantedIn = (volume: string, category: Category | null, rupiah: number): Wanted => {
  const wanted = category === null ? null : volumeIn(volume);
  if (!wanted || category === null) return null;
  const [least, most] = pieceRupiah[category];
  const each = rupiah / wanted.count;
  return each >= least && each <= most ? wanted : null;
};
