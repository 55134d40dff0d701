import type { Ban } from '../domain/catalogue/banned.ts';
import type { Dated } from './dated.ts';

/**
 * Goods that nobody may sell, or not in such a market, by the names people give them. The rules are named by
 * their titles; their texts were not at hand. Each is to be read before the first city goes live. What needs a permit that
 * this market cannot check is here too; a city that can check one takes its goods off by changing this file.
 */
export const bannedGoods: readonly (Ban & Dated)[] = [
  {
    goods: ['ganja', 'sabu sabu', 'ekstasi', 'kokain', 'heroin', 'tembakau gorila', 'narkotika'],
    reason: 'narkotika',
    source: 'UU 35/2009 tentang Narkotika',
    validFrom: '2009-10-12',
    validTo: null,
    confirmed: false,
  },
  {
    goods: [
      'obat keras',
      'antibiotik',
      'amoxicillin',
      'amoksisilin',
      'tramadol',
      'misoprostol',
      'cytotec',
      'obat aborsi',
    ],
    reason: 'obat yang hanya dijual apotek',
    source: 'Peraturan BPOM 8/2020 tentang peredaran obat dan makanan secara daring',
    validFrom: '2020-04-07',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['telur penyu', 'daging penyu', 'sisik penyu', 'sisik trenggiling', 'gading gajah', 'kulit harimau'],
    reason: 'bagian dari satwa yang dilindungi',
    source: 'UU 5/1990 tentang Konservasi, diubah dengan UU 32/2024',
    validFrom: '1990-08-10',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['senjata api', 'amunisi', 'petasan', 'mercon', 'bahan peledak'],
    unless: ['mainan', 'kue', 'mie', 'mi', 'tahu', 'seblak', 'sambal', 'ayam', 'ceker', 'bakso', 'tetelan', 'oseng'],
    reason: 'senjata api dan bahan peledak',
    source: 'UU Darurat 12/1951',
    validFrom: '1951-09-04',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['minuman keras', 'minuman beralkohol', 'miras', 'tuak', 'whisky', 'vodka', 'arak bali'],
    reason: 'minuman beralkohol, yang memerlukan izin khusus',
    source: 'Perpres 74/2013 tentang Pengendalian Minuman Beralkohol',
    validFrom: '2013-12-06',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['rokok', 'rokok elektronik', 'vape', 'cerutu', 'liquid vape'],
    unless: ['asbak', 'kotak', 'tempat', 'dompet', 'korek', 'larangan', 'dilarang', 'rambu', 'stiker', 'poster'],
    reason: 'rokok, yang tidak boleh dijual lewat situs web',
    source: 'PP 28/2024 tentang pelaksanaan UU Kesehatan',
    validFrom: '2024-07-26',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['boraks', 'bleng', 'formalin', 'rhodamin', 'methanyl yellow'],
    unless: ['uji', 'tes', 'test', 'pendeteksi'],
    reason: 'bahan berbahaya untuk makanan',
    source: 'Permendag 7/2022 tentang Bahan Berbahaya',
    validFrom: '2022-02-01',
    validTo: null,
    confirmed: false,
  },
  {
    goods: [
      'gas melon',
      'elpiji melon',
      'lpg 3kg',
      'elpiji 3kg',
      'gas 3kg',
      'pertalite',
      'solar subsidi',
      'pupuk bersubsidi',
      'pupuk subsidi',
    ],
    unless: ['kompor', 'regulator', 'selang', 'tutup', 'sarung'],
    reason: 'barang bersubsidi, yang dijual pangkalan resmi',
    source: 'Perpres 104/2007 dan UU 22/2001',
    validFrom: '2007-11-28',
    validTo: null,
    confirmed: false,
  },
  {
    goods: ['pakaian bekas impor', 'baju bekas impor'],
    reason: 'pakaian bekas impor',
    source: 'Permendag 40/2022 tentang Barang Dilarang Impor',
    validFrom: '2022-07-11',
    validTo: null,
    confirmed: false,
  },
];
