import type { Month } from '../../basics/month.ts';
import { monthName } from '../../basics/wording.ts';
import { waitsForVisit } from '../ledger/unvisited-sales.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import type { Failure } from './gate.ts';
import type { PriceLine } from './price-line.ts';
import type { RankedOffer } from './ranking.ts';

type Counting = Pick<
  RankingPolicy,
  | 'pricePowerAbove'
  | 'pricePowerBelow'
  | 'ratingPower'
  | 'newcomerDays'
  | 'referenceRise'
  | 'silenceDays'
  | 'provenOwners'
  | 'confirmAfterMonths'
  | 'confirmOldMonths'
>;

/** How orders are counted where they do not simply count as they were paid; empty where they do. */
export const countingSentence = (policy: Counting): string => {
  const parts = [
    ...(policy.pricePowerAbove > 1 ? ['pesanan di atas harga acuan dihitung lebih besar'] : []),
    ...(policy.pricePowerBelow > 1 ? ['pesanan di bawah harga acuan dihitung lebih kecil'] : []),
    ...(policy.ratingPower > 0 ? ['pesanan usaha yang dinilai lebih baik dihitung lebih kecil'] : []),
    ...(policy.silenceDays < 365 ? [`yang ${policy.silenceDays} hari tidak mendapat pesanan didahulukan`] : []),
    ...(policy.newcomerDays > 0 ? ['usaha baru didahulukan untuk pesanan pertamanya'] : []),
    ...(policy.provenOwners > 0 ? ['pesanan pembeli yang belum dikenal dihitung mulai hari pengantarannya'] : []),
    ...(policy.confirmAfterMonths > 0 ? ['usaha baru menunggu didatangi petugas kota sesudah pesanan pertamanya'] : []),
    ...(policy.confirmOldMonths > 0 ? ['usaha lama bergiliran'] : []),
    ...(policy.referenceRise === null
      ? []
      : ['harga acuan adalah harga tengah yang dibayar pembeli, tetap selama sebulan']),
  ];
  const [first = '', ...more] = parts;
  return parts.length === 0 ? '' : `${first.charAt(0).toUpperCase()}${[first, ...more].join('; ').slice(1)}.`;
};

/** The sentence over every list, and how its rule counts. */
export const listSentence = (policy: Counting & Pick<RankingPolicy, 'windowDays'>): string => {
  const order = `Diurutkan dari UMKM yang paling sedikit menerima pesanan ${policy.windowDays} hari terakhir, di antara yang harganya wajar dan mutunya memenuhi.`;
  const counting = countingSentence(policy);
  return counting === '' ? order : `${order} ${counting}`;
};

/** The sentence over a list whose category is not ranked yet. */
export const waitingSentence = (begins: Month): string =>
  `Diurutkan dari harga terendah di antara barang sejenis, di antara yang harganya wajar dan mutunya memenuhi; yang sama diundi. Mulai ${monthName(begins)} kategori ini diurutkan dari yang paling sedikit menerima pesanan.`;

/** `1.250.000`, by hand: a list of thousands is written at once, and Intl is slow. */
const digits = (amount: number): string => {
  let rest = amount;
  let text = '';
  while (rest >= 1000) {
    const part = rest % 1000;
    text = `.${part < 10 ? '00' : part < 100 ? '0' : ''}${part}${text}`;
    rest = Math.floor(rest / 1000);
  }
  return `${rest}${text}`;
};

/** `Rp1.250.000`, for whole safe amounts. */
export const rupiahText = (amount: number): string => `Rp${digits(amount)}`;

const ratingText = (rating: number): string => rating.toFixed(2).replace('.', ',');

/** V in words that do not tell it: in usual orders. */
const stepText = (step: number, windowDays: number): string =>
  step === 0
    ? `pesanan ${windowDays} hari terakhir belum sampai satu pesanan biasa`
    : `pesanan ${windowDays} hari terakhir sekitar ${digits(step)} kali pesanan biasa`;

/** Why an owner's turn comes where it comes, compared with the one above it, among so many offers that passed. */
export const sentenceAbove = (
  {
    decidedBy,
    rank,
    step,
    offer,
    recentSalesRupiah,
  }: Pick<RankedOffer, 'decidedBy' | 'rank' | 'step' | 'offer' | 'recentSalesRupiah'>,
  { passing, windowDays }: { passing: number; windowDays: number },
): string => {
  if (waitsForVisit(recentSalesRupiah))
    return `Urutan ${digits(rank)} dari ${digits(passing)}: usaha yang belum didatangi petugas kota, sesudah usaha lain.`;
  const start = `Urutan ${digits(rank)} dari ${digits(passing)}: ${stepText(step, windowDays)}`;
  if (decidedBy === 'first') return `${start}, di kelompok yang paling sedikit menerima pesanan.`;
  if (decidedBy === 'relevance') return `${start}; namanya hanya memuat awal kata yang dicari.`;
  if (decidedBy === 'recent_sales_step') return `${start}, lebih banyak daripada urutan di atasnya.`;
  if (decidedBy === 'exposure') return `${start}, setara urutan di atasnya tetapi sudah lebih sering ditampilkan.`;
  if (decidedBy === 'price')
    return `${start}, setara urutan di atasnya tetapi harganya lebih tinggi di antara barang sejenis, ${rupiahText(offer.priceRupiah)}.`;
  if (decidedBy === 'recent_sales') return `${start}, sedikit lebih banyak daripada urutan di atasnya.`;
  return `${start}, sama dengan urutan di atasnya, sehingga diundi dengan kunci hari ini.`;
};

/** Why a turn comes where it comes in a list that is not ranked yet. */
export const sentenceByPrice = (
  { decidedBy, rank, offer }: Pick<RankedOffer, 'decidedBy' | 'rank' | 'offer'>,
  { passing }: { passing: number },
): string => {
  const start = `Urutan ${digits(rank)} dari ${digits(passing)}: menurut harga di antara barang sejenis, ${rupiahText(offer.priceRupiah)}`;
  if (decidedBy === 'relevance') return `${start}; namanya hanya memuat awal kata yang dicari.`;
  return decidedBy === 'draw'
    ? `${start}, sama dengan urutan di atasnya, sehingga diundi dengan kunci hari ini.`
    : `${start}.`;
};

/** An owner's further goods wait until every owner has had a turn. */
export const sentenceBehind = (rank: number, turn: number): string =>
  `Urutan ${digits(rank)}: barang lain dari usaha di urutan ${digits(turn)}, sesudah setiap usaha mendapat giliran.`;

/** Whose prices an offer was compared with, where these are not the city's own. */
export const sentenceOfEvidence = (source: PriceLine['source']): string | null => {
  if (source === 'like' || source === 'paid') return null;
  if (source === 'province') return 'Harganya dibandingkan dengan barang sejenis di provinsi.';
  if (source === 'past') return 'Harganya dibandingkan dengan barang sejenis bulan-bulan lalu.';
  return 'Harganya belum ada pembanding.';
};

/** Why an offer stands below the line. */
export const sentenceBelow = (failure: Failure): string => {
  switch (failure.reason) {
    case 'not_verified':
      return 'Di bawah garis karena usahanya belum diverifikasi.';
    case 'closed':
      return 'Di bawah garis karena tokonya sedang tutup.';
    case 'not_delivered_there':
      return 'Di bawah garis karena tidak mengantar ke lokasi pesanan.';
    case 'not_on_that_day':
      return 'Di bawah garis karena tidak bisa mengantar pada hari itu.';
    case 'fewer_than_minimum':
      return `Di bawah garis karena dipesan paling sedikit ${digits(failure.minUnits)}.`;
    case 'capacity_too_little':
      return `Di bawah garis karena kapasitasnya ${digits(failure.capacityUnits)}, sedangkan diperlukan ${digits(failure.neededUnits)}.`;
    case 'price_above_ceiling':
      return `Di bawah garis karena harganya ${rupiahText(failure.priceRupiah)}, di atas batas resmi ${rupiahText(failure.ceilingRupiah)}.`;
    case 'price_above_fair':
      return `Di bawah garis karena harganya ${rupiahText(failure.priceRupiah)}, di atas harga wajar ${rupiahText(failure.lineRupiah)}.`;
    case 'rating_too_low':
      return `Di bawah garis karena nilai mutunya ${ratingText(failure.rating)}, di bawah ${ratingText(failure.floor)}.`;
  }
};

/** Every reason of the gate in few words, in the order they are tested. Only added to: closed months name them. */
export const shortReasons: Readonly<Record<Failure['reason'], string>> = {
  not_verified: 'belum diverifikasi',
  closed: 'sedang tutup',
  not_delivered_there: 'tidak mengantar ke lokasi',
  not_on_that_day: 'tidak bisa pada hari itu',
  fewer_than_minimum: 'di bawah jumlah paling sedikit',
  capacity_too_little: 'kapasitas kurang',
  price_above_ceiling: 'di atas batas resmi',
  price_above_fair: 'di atas harga wajar',
  rating_too_low: 'mutu di bawah batas',
};

/** What a buyer is asked a reason for. */
export const sentenceOfReason = (reason: string): string =>
  `Di bawah garis: ${shortReasons[reason as Failure['reason']] ?? reason}.`;
