import * as z from 'zod';
import type { Heading } from '../basics/sheets/sheet-heading.ts';
import { Line } from '../basics/text.ts';

/**
 * What a plan says of a line, with the columns of the national plan's files and of what offices make of them. Who signed it
 * (`nama_ppk`, `nip_ppk`, `username_ppk`) is not among them and is never read.
 */
export const planColumns = {
  rupCode: ['KD RUP', 'KODE RUP', 'ID RUP', 'ID PAKET', 'KD PAKET', 'KODE PAKET', 'RUP'],
  name: ['NAMA PAKET', 'PAKET', 'NAMA PAKET PENGADAAN', 'NAMA PEKERJAAN', 'RUP NAMA PKT'],
  rupiah: ['PAGU', 'PAGU RP', 'TOTAL PAGU', 'PAGU ANGGARAN', 'PAGU RUP', 'NILAI PAGU', 'JUMLAH PAGU'],
  from: [
    'TGL AWAL PEMANFAATAN',
    'AWAL PEMANFAATAN',
    'MULAI PEMANFAATAN',
    'PEMANFAATAN BARANG JASA',
    'WAKTU PEMANFAATAN',
  ],
  until: ['TGL AKHIR PEMANFAATAN', 'AKHIR PEMANFAATAN', 'SELESAI PEMANFAATAN'],
  contract: ['TGL AWAL KONTRAK', 'AWAL KONTRAK', 'JADWAL PELAKSANAAN KONTRAK', 'WAKTU PELAKSANAAN', 'MULAI KONTRAK'],
  choosing: ['TGL AWAL PEMILIHAN', 'AWAL PEMILIHAN', 'PEMILIHAN', 'WAKTU PEMILIHAN', 'JADWAL PEMILIHAN', 'BULAN'],
  volume: ['VOLUME PEKERJAAN', 'VOLUME', 'KUANTITAS'],
  description: ['URARIAN PEKERJAAN', 'URAIAN PEKERJAAN', 'SPESIFIKASI PEKERJAAN', 'URAIAN', 'SPESIFIKASI'],
  method: ['METODE PENGADAAN', 'METODE PEMILIHAN', 'METODE', 'MTD PEMILIHAN'],
  small: ['STATUS UKM', 'STATUS UMKM', 'USAHA KECIL', 'PAKET UNTUK USAHA KECIL', 'UNTUK USAHA KECIL', 'UKM', 'UMKM'],
  year: ['TAHUN ANGGARAN', 'TAHUN'],
  unit: ['KD SATKER STR', 'KODE SATKER STR', 'KD SATKER', 'KODE SATKER', 'ID SATKER'],
  unitName: ['NAMA SATKER', 'SATUAN KERJA', 'SATKER', 'PERANGKAT DAERAH', 'NAMA SATUAN KERJA'],
  active: ['STATUS AKTIF RUP', 'STATUS AKTIF'],
  deleted: ['STATUS DELETE RUP', 'STATUS DELETE'],
  announced: ['STATUS UMUMKAN RUP', 'STATUS UMUMKAN'],
} as const;
export type PlanColumn = keyof typeof planColumns;
const names = Object.keys(planColumns) as PlanColumn[];

/** Titles such a file has, for anyone who sent one without. */
export const PLAN_TITLES = 'KD_RUP, NAMA_PAKET, PAGU, TGL_AWAL_PEMANFAATAN';

const OF_PERSONS = /\b(?:nip|nik|nama[ _]?ppk|username|nama[ _]?kpa|nama[ _]?pa)\b/i;
const Title = Line(80).refine(
  (title) => !OF_PERSONS.test(title.replaceAll('_', ' ')),
  'Kolom ini memuat data orang. Pilih kolom lain.',
);

/** Which column of an office's own file says what, by its title; kept, so that it is said once. */
export const PlanColumnChoice = z
  .strictObject(
    Object.fromEntries(names.map((name) => [name, Title.optional()])) as Record<
      PlanColumn,
      z.ZodOptional<typeof Title>
    >,
  )
  .meta({ id: 'PlanColumnChoice' });
export type PlanColumnChoice = z.infer<typeof PlanColumnChoice>;

/** What no column says yet: the month may stand in one of three. */
export const missingPlanColumns = ({ places }: Heading<PlanColumn>): PlanColumn[] => [
  ...(['rupCode', 'name', 'rupiah'] as const).filter((name) => places[name] === undefined),
  ...((places.from ?? places.contract ?? places.choosing) === undefined ? (['from'] as const) : []),
];

/** What each column is, for people. */
export const planColumnWords: Readonly<Record<PlanColumn, string>> = {
  rupCode: 'Kode RUP',
  name: 'Nama paket',
  rupiah: 'Pagu',
  from: 'Awal pemanfaatan',
  until: 'Akhir pemanfaatan',
  contract: 'Awal kontrak',
  choosing: 'Awal pemilihan',
  volume: 'Volume',
  description: 'Uraian pekerjaan',
  method: 'Metode',
  small: 'Untuk usaha kecil',
  year: 'Tahun',
  unit: 'Kode satuan kerja',
  unitName: 'Satuan kerja',
  active: 'Status aktif',
  deleted: 'Status hapus',
  announced: 'Status diumumkan',
};
