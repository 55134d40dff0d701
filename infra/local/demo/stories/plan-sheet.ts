import type { Month } from '../../../../shared/domain/basics/month.ts';

/** What an office plans, as its file of the national plan says it: name, rupiah, how many; each in every so many months. */
const purchases = [
  ['Belanja Makanan dan Minuman Rapat', 36_000_000, '1.200 kotak', 1],
  ['Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor', 9_500_000, '1 Paket', 2],
  ['Belanja Pakaian Batik Tradisional', 42_000_000, '140 stel', 6],
  ['Pengadaan Seragam Sekolah Siswa Kurang Mampu', 90_000_000, '600 stel', 6],
  ['Bantuan Sepatu Siswa', 75_000_000, '500 pasang', 6],
  ['Belanja Alat/Bahan untuk Kegiatan Kantor- Suvenir/Cendera Mata', 7_500_000, '150 buah', 4],
  ['Sewa Tenda dan Kursi Peringatan Hari Jadi', 12_000_000, '1 Kegiatan', 6],
  ['Belanja Modal Mebel - Meja dan Kursi Siswa', 60_000_000, '120 buah', 4],
  ['Rehabilitasi Ruang Kelas SDN Kampung Batik', 450_000_000, '1 Paket', 3],
  ['Belanja Tagihan Listrik', 8_000_000, '1 Bulan', 1],
] as const;

/** The file of one year, of the months that fall into it; a code is a purchase's and its month's. */
export const planSheet = (year: string, months: readonly Month[]): string => {
  const rows = months.flatMap((month, at) =>
    purchases.flatMap(([name, rupiah, volume, every], number) =>
      month.startsWith(year) && at % every === 0
        ? [[`${month.replace('-', '')}${number}`, name, rupiah, `${month}-01`, volume, year].join(';')]
        : [],
    ),
  );
  return ['kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan;volume_pekerjaan;tahun_anggaran', ...rows].join('\n');
};
