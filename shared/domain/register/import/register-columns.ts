import * as z from 'zod';
import type { Heading } from '../../basics/sheets/sheet-heading.ts';
import { Line } from '../../basics/text.ts';

/** What a list of shops may say of one, with the titles under which such lists have it. The first that is there counts. */
export const registerColumns = {
  name: ['NAMA USAHA', 'NAMA UMKM', 'NAMA IKM', 'NAMA TOKO', 'NAMA BADAN USAHA', 'NAMA PERUSAHAAN', 'MERK', 'USAHA'],
  ownerName: ['NAMA PEMILIK', 'PEMILIK', 'NAMA PENGUSAHA', 'NAMA LENGKAP', 'NAMA PELAKU USAHA', 'NAMA'],
  kind: ['BENTUK USAHA', 'BADAN USAHA', 'JENIS BADAN USAHA'],
  nik: ['NIK', 'NO NIK', 'NIK PEMILIK', 'NO KTP', 'NOMOR KTP', 'NIK KTP'],
  npwp: ['NPWP', 'NO NPWP', 'NOMOR NPWP'],
  nib: ['NIB', 'NO NIB', 'NOMOR NIB', 'NOMOR INDUK BERUSAHA'],
  phone: [
    'NO HP',
    'NOMOR HP',
    'HP',
    'NO TELP',
    'NO TELEPON',
    'NOMOR TELEPON',
    'TELEPON',
    'TELP',
    'NO WA',
    'NOMOR WA',
    'WHATSAPP',
    'KONTAK',
  ],
  district: ['KECAMATAN', 'KEC'],
  village: ['KELURAHAN', 'DESA', 'KELURAHAN DESA', 'DESA KELURAHAN', 'KEL'],
  address: ['ALAMAT USAHA', 'ALAMAT', 'ALAMAT LENGKAP'],
  category: ['KATEGORI', 'JENIS USAHA', 'BIDANG USAHA', 'SEKTOR USAHA', 'SEKTOR'],
  verified: ['SUDAH DIVERIFIKASI', 'DIVERIFIKASI', 'TERVERIFIKASI', 'STATUS VERIFIKASI', 'VERIFIKASI'],
  verifiedOn: ['TANGGAL KEPUTUSAN', 'TANGGAL SK', 'TGL SK', 'TANGGAL VERIFIKASI', 'TGL VERIFIKASI'],
  decree: ['NOMOR KEPUTUSAN', 'NO KEPUTUSAN', 'NOMOR SK', 'NO SK', 'SURAT KEPUTUSAN', 'SK'],
  description: ['KETERANGAN', 'PRODUK', 'JENIS PRODUK', 'NAMA PRODUK', 'DESKRIPSI'],
} as const;
export type RegisterColumn = keyof typeof registerColumns;
const names = Object.keys(registerColumns) as RegisterColumn[];

/** Without these a row is no application. A company's numbers are asked of companies alone, row by row. */
export const neededColumns = ['name', 'ownerName', 'phone', 'village', 'address'] as const;

/** Which column of a city's own list says what, by its title; kept, so that it is said once. */
export const ColumnChoice = z
  .strictObject(
    Object.fromEntries(names.map((name) => [name, Line(80).optional()])) as Record<
      RegisterColumn,
      z.ZodOptional<ReturnType<typeof Line>>
    >,
  )
  .meta({ id: 'RegisterColumnChoice' });
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** Titles such a list has, for anyone who sent one without. */
export const EXAMPLE_TITLES = 'NAMA USAHA, PEMILIK, NO HP, ALAMAT';

/** What no column says yet, of what every row needs. */
export const missingColumns = ({ places }: Heading<RegisterColumn>): (typeof neededColumns)[number][] =>
  neededColumns.filter((name) => places[name] === undefined);
