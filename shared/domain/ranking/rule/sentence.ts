import { waitsForVisit } from '../ledger/unvisited-sales.ts';
import { digits, rupiahText, stepText } from './figures-in-words.ts';
import type { PriceLine } from './price-line.ts';
import { type RankedOffer, RULE_VERSION } from './ranking.ts';

/** Why an owner's turn comes where it comes, compared with the one above it, among so many offers that passed. */
export const sentenceAbove = (
  {
    decidedBy,
    rank,
    step,
    offer,
    recentSalesRupiah,
  }: Pick<RankedOffer, 'decidedBy' | 'rank' | 'step' | 'offer' | 'recentSalesRupiah'>,
  { passing, windowDays, ruleVersion = RULE_VERSION }: { passing: number; windowDays: number; ruleVersion?: number },
): string => {
  if (waitsForVisit(recentSalesRupiah))
    return `Urutan ${digits(rank)} dari ${digits(passing)}: usaha yang belum didatangi petugas kota, sesudah usaha lain.`;
  const start = `Urutan ${digits(rank)} dari ${digits(passing)}: ${stepText(step, windowDays, ruleVersion)}`;
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
