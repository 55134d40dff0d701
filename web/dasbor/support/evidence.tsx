import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortReasons } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import { shortNames } from '../../kit/categories.ts';
import { type City, districtName } from '../../kit/places.ts';

export type Line = Output<'GET /cities/{city}/gap/{month}'>['items'][number];
const shelfWords = ({ offers, soldOut }: Line['evidence']): string => {
  if (offers === 0) return 'Belum ada barang yang ditawarkan.';
  return `${count(offers)} barang ditawarkan${soldOut > 0 ? `, ${count(soldOut)} habis` : ''}.`;
};
const requestWords = ({ requests, passed, failures }: Line['evidence']): string => {
  if (requests === 0) return 'Belum ada permintaan yang bisa dihadapkan.';
  const kept = failures.map(({ reason, requests: often }) => `${shortReasons[reason]} (${count(often)})`);
  const below = kept.length > 0 ? ` Tertahan karena ${kept.join(', ')}.` : '';
  return `Lolos pada ${count(passed)} dari ${count(requests)} permintaan.${below}`;
};

/** What can be checked before anybody goes, in short sentences. */
export const evidenceWords = ({ evidence }: Pick<Line, 'evidence'>): string[] => [
  shelfWords(evidence),
  ...(evidence.offers > 0
    ? [`Tampil setara ${count(Math.round(evidence.impressions))} kali di urutan pertama.`, requestWords(evidence)]
    : []),
  ...(evidence.price
    ? [`Harga ${rupiah(evidence.price.priceRupiah)}, batasnya ${rupiah(evidence.price.lineRupiah)}.`]
    : []),
];

/** What was missed, with how sure that is; said to be unknown where too few shops are alike. */
export const missedWords = (city: City, { missed, shops: [shop] }: Pick<Line, 'missed' | 'shops'>) => {
  if (!missed || !shop) return { amount: '–', why: 'Toko sejenis kurang dari enam: tidak diperkirakan.' };
  const where = missed.within === 'district' ? districtName(city, shop.district) : city.name;
  return {
    amount: `${rupiah(missed.lowRupiah)}–${rupiah(missed.highRupiah)}`,
    why: `Tengah ${rupiah(missed.rupiah)} dari ${count(missed.shops)} toko ${shortNames[shop.category as Category]} di ${where}.`,
  };
};
