import type { Category } from '../../../shared/domain/basics/category.ts';
import { type Chance, chanceOf } from './chance.ts';

/** Common names only, joined by chance: no real person is meant. */
const women = [
  ...'Sri Siti Endang Wulan Ratih Yuni Lestari Nur Dwi Tri Rini Puji Indah Ani Kartika Mega Fitri Ningsih Retno Umi'.split(
    ' ',
  ),
];
const men = [
  ...'Agus Bambang Slamet Hadi Eko Joko Suryo Arif Imam Yanto Heru Wahyu Rudi Dedi Budi Gunawan Fajar Tono Rizal Anwar'.split(
    ' ',
  ),
];
const family = [
  ...'Wibowo Santoso Rahayu Susanti Prasetyo Handayani Utomo Wijayanti Setiawan Kurniawan Puspita Hidayat Lestari Saputra Maulana Purnomo Astuti Nugroho Suryani Mulyono'.split(
    ' ',
  ),
];
const words = [
  ...'Berkah Barokah Sejahtera Makmur Lancar Jaya Mandiri Rejeki Sumber Amanah Sentosa Mulya Abadi Rukun Tentrem Guyub'.split(
    ' ',
  ),
];
const streets = [
  ...'Kenanga Melati Cempaka Anggrek Merpati Rajawali Kartini Diponegoro Sudirman Imam Bonjol Gajah Mada Pattimura Veteran Mawar'.split(
    ' ',
  ),
];

export type Named = { readonly name: string; readonly first: string; readonly woman: boolean };
export const personName = (chance: Chance): Named => {
  const woman = chance.happens(0.58);
  const first = chance.pick(woman ? women : men);
  return { first, woman, name: `${first} ${chance.pick(family)}` };
};

const shopPatterns: Record<Category, readonly string[]> = {
  'daily-needs': ['Toko Sembako {word}', 'Warung {aunt} {first}', 'Agen Beras {word}', 'Toko {word} {first}'],
  'meeting-food': ['Dapur {aunt} {first}', 'Katering {word}', 'Snack Box {word}', 'Kue {aunt} {first}'],
  culinary: ['Warung {aunt} {first}', 'Depot {word}', 'Kedai {first}', 'Dapur {word}'],
  batik: ['Batik {first}', 'Sanggar Batik {word}', 'Rumah Batik {first}'],
  uniforms: ['Konveksi {word}', 'Penjahit {first}', 'Seragam {word}'],
  'school-shoes': ['Sepatu {word}', 'Rumah Sepatu {first}'],
  fashion: ['Busana {first}', 'Butik {first}', 'Hijab {word}'],
  souvenirs: ['Oleh-oleh {word}', 'Pusat Oleh-oleh {first}', 'Keripik {aunt} {first}'],
  crafts: ['Mebel {word}', 'Kerajinan {first}', 'Anyaman {word}'],
  printing: ['Percetakan {word}', 'Fotokopi {word}', 'Digital Print {first}'],
  services: ['Servis AC {word}', 'Jasa Kebersihan {word}', 'Sewa Tenda {word}', 'Laundry {first}'],
};
export const shopName = (category: Category, owner: Named, chance: Chance): string =>
  chance
    .pick(shopPatterns[category])
    .replace('{word}', chance.pick(words))
    .replace('{first}', owner.first)
    .replace('{aunt}', owner.woman ? 'Bu' : 'Pak');

export const addressOf = (chance: Chance): string => `Jl. ${chance.pick(streets)} No. ${chance.whole(1, 180)}`;

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** A telephone number from a block of subscriber numbers that begins with four zeros, which nobody is given. */
export const phoneOf = (...who: readonly (string | number)[]): string =>
  `0812-0000-${padded(chanceOf('phone', ...who).whole(0, 9999), 4)}`;

const banks = ['002', '008', '009', '014', '114', '451', '542'] as const;
/** One account for each shop, from numbers that begin with six zeros: no real account is meant. */
export const accountOf = (shop: string, holder: string) => ({
  bank: chanceOf('bank', shop).pick(banks),
  number: `000000${shop.replace(/\D/g, '')}`,
  holder,
});

/** A well-formed NIK with a serial above any that Dukcapil reaches on one day in one district. */
export const nikOf = (district: string, { woman }: Named, chance: Chance): string => {
  const day = chance.whole(1, 28) + (woman ? 40 : 0);
  const born = `${padded(day, 2)}${padded(chance.whole(1, 12), 2)}${padded(chance.whole(60, 99), 2)}`;
  return `${district.replaceAll('.', '')}${born}${chance.whole(9000, 9999)}`;
};
export const npwpOf = (chance: Chance): string =>
  `09${padded(chance.whole(0, 9_999_999), 7)}${padded(chance.whole(0, 9_999_999), 7)}`;
export const nibOf = (chance: Chance): string => `9${padded(chance.whole(0, 999_999_999_999), 12)}`;
