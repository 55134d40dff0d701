import type { Output } from '../../../shared/contract.ts';
import { count, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { StageName } from '../../../shared/domain/spending/stage-names.ts';

export type CitySpending = Output<'GET /cities/{city}/spending/{year}'>;
export type OfficeSpending = Output<'GET /agencies/{agencyId}/spending/{year}'>;
export type Spent = CitySpending['total'];
type Rule = CitySpending['rule'];

export const share = (value: number | null): string => (value === null ? '–' : percent(value));
export const money = (total: string | null): string => (total === null ? '–' : rupiah(total));
/** `5,2 UMKM`: as if bought in equal parts from so many. */
export const equivalent = (value: number | null): string =>
  value === null ? '–' : `${String(Math.round(value * 10) / 10).replace('.', ',')} UMKM`;
export const days = (value: number | null): string => (value === null ? '–' : `${count(value)} hari`);

/** The share a stage is shown with: of the official budget where it is known, else of what went through the market. */
export const shareOfStage = (spent: Spent, stage: StageName): number | null =>
  spent.procurementRupiah === null ? spent[stage].ofMarket : spent[stage].ofProcurement;
export const wholeOf = ({ procurementRupiah }: Spent): string =>
  procurementRupiah === null ? 'belanja lewat pasar ini' : 'belanja pengadaan resmi';

/** What the year says, in a sentence. */
export const headline = (spent: Spent, year: string): string => {
  const of = shareOfStage(spent, 'delivered');
  if (of === null) return `Belum ada barang yang diterima dinas pada ${year}.`;
  return `${percent(of)} ${wholeOf(spent)} ${year} sudah diterima dari usaha mikro, kecil, dan koperasi.`;
};

/** What the headline leaves out while nobody said how large a shop is; undefined where all is said. */
export const unstatedSentence = ({ delivered }: Spent): string | undefined =>
  BigInt(delivered.unstatedRupiah) === 0n
    ? undefined
    : `${rupiah(delivered.unstatedRupiah)} lagi diterima dari usaha yang skalanya belum dinyatakan kota, jadi belum dihitung sebagai usaha kecil.`;

export const ruleSentence = (rule: Rule): string =>
  rule === null
    ? 'Tahun itu belum ada aturan bagian usaha kecil.'
    : `Aturannya paling sedikit ${rule.percent}% dari belanja pengadaan. Usaha menengah tidak dihitung.`;
/** Where the rule stands: for who asks how it is counted. */
export const ruleSource = (rule: Rule): string | undefined =>
  rule === null
    ? undefined
    : `Sumber aturan: ${rule.source}${rule.confirmed ? '' : '; naskahnya belum kami baca sendiri'}.`;

/** Where the planned figure comes from, when nobody said it but the plan itself is marked. */
export const plannedFrom = ({ plannedByMarks }: Spent, offices: number): string | undefined => {
  if (plannedByMarks === 0) return undefined;
  const whose = offices === 1 ? 'Rencana' : `Rencana ${count(plannedByMarks)} dinas`;
  return `${whose} dijumlah dari paket RUP yang bertanda untuk usaha kecil.`;
};

export const howCounted = [
  'Direncanakan: angka yang diisi kota; bila kosong, jumlah paket RUP yang bertanda untuk usaha kecil (status_ukm).',
  'Dipesan: nilai pesanan yang disetujui dan belum batal, dengan ongkos antar.',
  'Diterima: yang sudah ada serah terimanya (BAST), dengan ongkosnya.',
  'Dibayar: uang yang sudah dikonfirmasi penjual; catatan bendahara saja belum dihitung.',
  'Skala usaha dinyatakan kota dari NIB. Yang belum dinyatakan tidak dihitung sebagai usaha kecil.',
  'Setara n UMKM: 1 dibagi jumlah kuadrat bagian tiap pemilik. Toko satu pemilik dihitung satu.',
  'Hari bayar: dari serah terima pertama sampai tanggal uang keluar, untuk pesanan yang lunas.',
  'Setiap pesanan masuk tahun anggaran yang membayarnya.',
] as const;
