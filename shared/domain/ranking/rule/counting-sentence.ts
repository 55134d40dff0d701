import type { Month } from '../../basics/month.ts';
import { monthName } from '../../basics/wording.ts';
import type { RankingPolicy } from '../policy/policy.ts';

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
