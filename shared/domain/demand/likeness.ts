import { plainWords } from './spelling.ts';

/** Words of buying, which say nothing of what is bought. */
const EMPTY = new Set(
  'belanja pengadaan pembelian penyediaan penyelenggaraan biaya paket kegiatan kantor dan atau serta yang dengan barang habis pakai alat bahan lainnya sub keg dalam rangka dinas kota kabupaten'.split(
    ' ',
  ),
);
/** From here on a line says for whom, where or when. */
const PURPOSE =
  /\b(?:pada|di|bagi|untuk|kepada|oleh|dalam rangka|sub kegiatan|bidang|seksi|bagian|upt|uptd|ta|tahun|tw|triwulan|tahap)\b.*$/;
const MOST_WORDS = 8;

/**
 * What makes two lines of a city alike: the words of what is bought, in any order and spelling, without brackets, numbers, places
 * and purposes. `Belanja mamin rapat (Bidang II)` and `Pengadaan Makan Minum Rapat di Kelurahan Kauman` are alike; a correction
 * of one is one of the other. Letters, digits and hyphens alone, so that it can be a key.
 */
export const likenessOf = (name: string): string => {
  const outside = name.replace(/[([{][^)\]}]*[)\]}]?/g, ' ');
  const words = (text: string) => text.split(' ').filter((word) => word.length > 1 && !/\d/.test(word));
  const all = words(plainWords(outside));
  const bought = words(plainWords(outside).replace(PURPOSE, '')).filter((word) => !EMPTY.has(word));
  const telling = bought.length > 0 ? bought : all.filter((word) => !EMPTY.has(word));
  const kept = telling.length > 0 ? telling : all;
  return [...new Set(kept)].slice(0, MOST_WORDS).sort().join('-').slice(0, 120) || 'lainnya';
};
