import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { everyIndicator } from '../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../shared/domain/equity/definitions/indicator.ts';
import { OVER_YEAR } from '../../shared/domain/equity/definitions/indicator.ts';
import { DEFINITION } from '../../shared/domain/equity/snapshot/snapshot.ts';

/** What a measure says of twelve months, where that is more than the same over a longer time. */
const overYear = (measures: readonly MeasureDefinition[]): string[] => {
  const own = measures.filter((one) => one.overYear !== OVER_YEAR);
  if (own.length === 0) return [];
  return ['Dua belas bulan:', '', ...own.map((one) => `- ${one.name}: ${one.overYear}`), ''];
};

/** The method page, made of the same definitions as the reports and the API. A test keeps it in step. */
export const rendered = (): string =>
  [
    '# Cara menghitung',
    '',
    `Dibuat dari definisi \`${DEFINITION}\` oleh \`npm run method\`; jangan disunting dengan tangan. Nilai yang tidak`,
    'terdefinisi tetap kosong dengan sebabnya, tidak pernah 0. Semua jumlah dihitung dalam rupiah bulat yang tepat.',
    '',
    ...everyIndicator.flatMap(({ number, name, sentence, formula, inclusion, source, measures }) => [
      `## ${number}. ${name}`,
      '',
      sentence,
      '',
      `- Rumus: ${formula}`,
      `- Yang dihitung: ${inclusion}`,
      `- Sumber: ${source}`,
      '',
      '| Ukuran | Artinya | Rumus | Satuan | Kolom |',
      '|---|---|---|---|---|',
      ...measures.map((one) => `| ${one.name} | ${one.sentence} | ${one.formula} | ${one.unit} | \`${one.id}\` |`),
      '',
      ...overYear(measures),
    ]),
    '## Sel kecil',
    '',
    'Untuk umum, sebuah sel tampil bila berisi paling sedikit 10 usaha, paling sedikit 10 di antaranya menjual, dan dua usaha',
    'terbesarnya memegang kurang dari 85% omzetnya (aturan p% dengan p = 15). Sel lain digabung menjadi "Lainnya", dengan sel',
    'kedua bila perlu, sampai jumlah gabungan itu sendiri boleh tampil; yang tampil ditambah "Lainnya" selalu sama dengan',
    'jumlah seluruhnya. Jumlah di atasnya tidak pernah disembunyikan demi bagiannya: bila satu kota terlalu kecil, kota kedua di',
    'provinsinya ikut disamarkan. Kecamatan dan jenis usaha diperiksa silang: usaha terbesar dalam tiap pasangan harus bisa',
    'sepersepuluh lebih besar tanpa satu pun angka yang tampil berubah. Ukuran bulat ke tiga angka desimal, kuartil ke dua angka;',
    'bagian yang terbesar, kurva, Hoover, Theil dan Palma tampil mulai 20 penjual, dan hanya bila di kedua sisinya ada 10 penjual.',
    'Dua belas bulan tampil bila kedua belas bulannya tampil dan tepat menjadi jumlahnya; usaha yang sudah keluar tetap dihitung di dalamnya, supaya',
    'selisihnya dengan bulan-bulan itu tidak membuka omzetnya.',
    '',
    'Laporan penjualan di luar pasar hanya tampil untuk seluruh wilayah, sesudah batas lapor, bila yang melapor, yang tidak,',
    'dan omzet keduanya masing-masing berasal dari cukup banyak usaha; perubahan sesudahnya tidak tampil. Kurva Lorenz umum',
    'punya titik sebanyak yang di antaranya ada paling sedikit 10 penjual.',
    '',
    'Harga yang dibayar hanya tampil untuk seluruh wilayah, bila berasal dari 10 usaha atau lebih dan dua yang terbesar',
    'menerima kurang dari 85%; di atas kota bila kota yang menahannya pun tidak dapat dihitung dari selisihnya. Pembagian',
    'kesenjangan di dalam dan antarkelompok hanya tampil bila tidak ada kelompok yang disembunyikan.',
    '',
  ].join('\n');

const file = fileURLToPath(new URL('../../docs/equity/method.md', import.meta.url));
export const written = (): string => readFileSync(file, 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, rendered());
