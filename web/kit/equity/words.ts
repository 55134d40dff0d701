import type { Output } from '../../../shared/contract.ts';
import { count, dateTime, monthName, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../shared/domain/equity/disclosure/others.ts';
import type { City } from '../places.ts';

/** Figures of a place; where they tell of more than their month, `span` says of what: `12 bulan sampai Oktober 2026`. */
export type Snapshot = Output<'GET /cities/{city}/snapshots/{month}'> & { readonly span?: string };
export type Cell = Snapshot['total'];
export type Standing = Output<'GET /cities/{city}/standings/{month}'>['items'][number];

/** A measure as people read it: the figure, what it says, and how it is counted. */
export type Measure = {
  readonly name: string;
  readonly value: string;
  readonly sentence: string;
  readonly how: string;
};

const HIDDEN = {
  value: 'Tidak ditampilkan',
  sentence: 'Usahanya terlalu sedikit: angka ini akan membuka omzet orang per orang.',
};

const depth = ({ spread }: Cell): Pick<Measure, 'value' | 'sentence'> => {
  if (!spread) return HIDDEN;
  const { value } = spread.median;
  return value === null
    ? { value: '–', sentence: 'Belum ada usaha yang menjual, jadi belum ada nilai tengah.' }
    : { value: rupiah(value), sentence: 'Separuh usaha yang menjual menerima sebesar ini atau kurang.' };
};

const missing: Record<string, string> = {
  fewer_than_ten_merchants: 'Usahanya kurang dari 10, jadi sepuluh terbesar berarti semuanya.',
};
/** The ten largest, not the largest tenth: of sixty shops a tenth is six, too few to publish. */
const concentration = ({ spread }: Cell): Pick<Measure, 'value' | 'sentence'> => {
  if (!spread) return HIDDEN;
  const { value, reason = '' } = spread.topTenMerchantsShare;
  return value === null
    ? { value: '–', sentence: missing[reason] ?? 'Belum ada omzet yang bisa dibagi.' }
    : { value: percent(value), sentence: 'dari seluruh omzet dipegang 10 usaha terbesar.' };
};

const gap = ({ unsold, unsoldThreeOrMore: long }: Cell, year: boolean): string => {
  if (year) return unsold === 0 ? 'Semua usaha menjual dalam 12 bulan ini.' : 'tidak menjual apa pun dalam 12 bulan.';
  return unsold === 0
    ? 'Semua usaha aktif sudah menjual bulan ini.'
    : long === 0
      ? 'belum menjual apa pun bulan ini.'
      : `belum menjual apa pun; ${count(long)} di antaranya sudah 3 bulan atau lebih.`;
};

/** Always these four, always in this order: reach, depth, concentration, gap. */
export const measuresOf = (cell: Cell, year = false): readonly [Measure, Measure, Measure, Measure] => [
  {
    name: 'Jangkauan',
    value: `${count(cell.sold)} dari ${count(cell.merchants)}`,
    sentence: 'usaha menjual lewat pasar ini.',
    how: 'Penyebutnya semua usaha terverifikasi pada bulan itu, termasuk yang omzetnya Rp0. Usaha dihitung menjual bila pembeli sudah menerima paling sedikit satu pesanannya.',
  },
  {
    name: 'Omzet tengah',
    ...depth(cell),
    how: 'Nilai tengah (median) omzet pesanan yang sudah diterima, hanya di antara usaha yang menjual. Penjualan di luar pasar tidak dicampur.',
  },
  {
    name: 'Pemusatan',
    ...concentration(cell),
    how: 'Usaha diurutkan menurut omzet, termasuk yang Rp0. Omzet 10 usaha teratas dibagi omzet semuanya. Bulan yang sepi selalu tampak terpusat: lihat juga jumlah pesanannya.',
  },
  {
    name: 'Perlu didatangi',
    value: `${count(cell.unsold)} usaha`,
    sentence: gap(cell, year),
    how: 'Usaha terverifikasi tanpa satu pun pesanan yang diterima pembeli bulan itu. Lamanya dihitung dari bulan-bulan sebelumnya secara berturut-turut.',
  },
];

/** Where the figures come from and how fresh they are. */
export const sourceOf = (
  { month, phase, revision, takenAt, span = monthName(month) }: Snapshot,
  { zone }: City,
): string =>
  `Pesanan yang diterima pembeli, ${span} · dihitung ${dateTime(takenAt, zone)} · ${
    phase === 'final' ? 'angka akhir' : 'angka sementara'
  }, revisi ${revision}`;

type Place = {
  readonly code: string;
  readonly name: string;
  readonly merchants: number;
  readonly sold: number;
  readonly unsold: number;
};

/** Those with most unsold first; the larger first among equals, then by name, so that the order never flickers. */
export const byGap = <P extends Place>(places: readonly P[]): P[] =>
  [...places]
    .filter(({ merchants }) => merchants > 0)
    .sort((a, b) => b.unsold - a.unsold || b.merchants - a.merchants || (a.name < b.name ? -1 : 1));

/** The finding over a list of places or categories. */
export const gapTitle = (places: readonly Place[], kind: string): string => {
  if (places.every(({ unsold }) => unsold === 0)) return `Di semua ${kind}, semua usaha sudah menjual`;
  // What is told as one, because each alone would name a shop, is no place to go to.
  const [worst] = byGap(places.filter(({ code }) => code !== OTHERS));
  if (!worst || worst.unsold === 0) return `Menurut ${kind}: usahanya terlalu sedikit untuk dirinci`;
  return `Terbanyak di ${worst.name}: ${count(worst.unsold)} dari ${count(worst.merchants)} usaha belum menjual`;
};

/** How long nothing was sold, this month included. */
export const unsoldFor = ({ turnoverRupiah, monthsUnsold }: Standing): string =>
  turnoverRupiah > 0 ? '–' : `${monthsUnsold + 1} bulan`;
