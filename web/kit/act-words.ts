import type { Output } from '../../shared/contract.ts';
import { count, day, monthName, rupiah } from '../../shared/domain/basics/wording.ts';
import { roleNames } from '../../shared/domain/people/role-names.ts';

type Act = Pick<Output<'GET /cities/{city}/audit'>['items'][number], 'act' | 'details'>;

/** What was done, as the officer who did it would say. */
export const actWords: Readonly<Record<Act['act'], string>> = {
  'seat-offered': 'Mengundang ke sebuah peran',
  'seat-taken': 'Menerima peran',
  'seat-declined': 'Menolak undangan',
  'seat-changed': 'Mengganti peran',
  'seat-left': 'Melepas peran sendiri',
  'seat-revoked': 'Mencabut peran',
  'offer-withdrawn': 'Menarik undangan',
  'link-made': 'Membuat tautan undangan',
  'link-withdrawn': 'Menarik tautan undangan',
  'merchant-verified': 'Memverifikasi usaha',
  'merchant-returned': 'Mengembalikan pendaftaran usaha',
  'merchant-suspended': 'Menangguhkan usaha',
  'proposal-confirmed': 'Menyetujui usulan perubahan usaha',
  'proposal-refused': 'Menolak usulan perubahan usaha',
  'owners-ruled': 'Memutuskan kepemilikan usaha',
  'policy-decided': 'Memutuskan aturan urutan',
  'ceiling-set': 'Menetapkan batas harga',
  'ceiling-ended': 'Mengakhiri batas harga',
  'appeal-answered': 'Menjawab keberatan urutan',
  'report-reopened': 'Membuka lagi laporan penjualan',
  'close-requested': 'Meminta tutup bulan',
  'dispute-decided': 'Memutuskan masalah pesanan',
  'review-moderated': 'Memeriksa ulasan',
  'integrity-closed': 'Menutup pertanyaan integritas',
  'identity-corrected': 'Memperbaiki identitas usaha',
  'payment-recorded': 'Mencatat pembayaran',
  'cash-refusal-struck': 'Menghapus catatan tolak bayar di tempat',
  'paper-settings-set': 'Mengubah pengaturan surat',
  'city-founded': 'Membuka kota',
  'city-changed': 'Mengubah pengaturan kota',
  'agency-added': 'Menambah dinas',
  'budget-set': 'Menetapkan anggaran dinas',
  'budget-imported': 'Memuat anggaran dinas',
  'procurement-set': 'Mengisi belanja pengadaan dinas',
  'procurements-imported': 'Memuat belanja pengadaan dinas',
  'scale-stated': 'Menyatakan skala usaha',
  'goal-set': 'Menetapkan target partisipasi ASN',
  'civil-servants-imported': 'Memuat daftar ASN',
  'civil-servant-released': 'Melepas NIP dari akun',
  'proof-decided': 'Memeriksa bukti belanja ASN',
  'register-imported': 'Memuat daftar usaha',
  'columns-chosen': 'Memilih kolom daftar usaha',
  'claim-offered': 'Membuat tautan untuk pemilik usaha',
  'reasons-set': 'Mengubah alasan pengembalian',
  'bans-set': 'Mengubah larangan barang',
  'goods-withdrawn': 'Menarik barang',
  'goods-kept': 'Membiarkan barang dijual',
  'follow-up-assigned': 'Menugaskan tindak lanjut usaha',
  'follow-up-recorded': 'Mencatat hasil tindak lanjut usaha',
  'tax-numbers-taken': 'Mengambil nomor pajak untuk bukti potong',
  'plan-imported': 'Memuat rencana pengadaan dinas',
  'plan-columns-chosen': 'Memilih kolom rencana pengadaan',
  'demand-corrected': 'Memperbaiki kategori paket rencana',
  'complaint-handled': 'Menangani pengaduan',
  'complaint-routes-set': 'Menetapkan dinas penjawab pengaduan',
  'partner-added': 'Menambah mitra',
  'agreement-set': 'Mencatat perjanjian dengan mitra',
  'obligation-set': 'Mencatat kewajiban perjanjian',
  'document-added': 'Menambah dokumen perjanjian',
  'bank-set': 'Mencatat bank dan skema modalnya',
};

const detailWords: Readonly<Record<string, (value: string) => string>> = {
  role: (role) => `sebagai ${roleNames[role] ?? role}`,
  month: monthName,
  effectiveFrom: (month) => `berlaku mulai ${monthName(month)}`,
  ceilingRupiah: rupiah,
  validTo: (date) => `sampai ${day(date)}`,
  year: (year) => `tahun ${year}`,
  budgetCode: (code) => `kode ${code}`,
  rows: (rows) => `${count(rows)} baris`,
  lines: (lines) => `${count(lines)} baris`,
  bans: (bans) => `${count(bans)} larangan`,
  version: (version) => `versi ${version}`,
};
/** The numbers of a decision in words; codes that only machines read are left out. */
export const detailsOf = ({ details }: Act): string =>
  Object.entries(details)
    .flatMap(([name, value]) => detailWords[name]?.(value) ?? [])
    .join(', ');
