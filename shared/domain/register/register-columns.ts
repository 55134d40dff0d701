import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { type Sheet, titled } from '../basics/sheet.ts';
import { Line } from '../basics/text.ts';

/** What a list of shops may say of one, with the titles under which such lists have it. The first that is there counts. */
export const registerColumns = {
  name: ['NAMA USAHA', 'NAMA UMKM', 'NAMA IKM', 'NAMA TOKO', 'NAMA BADAN USAHA', 'NAMA PERUSAHAAN', 'MERK', 'USAHA'],
  ownerName: ['NAMA PEMILIK', 'PEMILIK', 'NAMA PENGUSAHA', 'NAMA LENGKAP', 'NAMA PELAKU USAHA', 'NAMA'],
  kind: ['BENTUK USAHA', 'BADAN USAHA', 'JENIS BADAN USAHA'],
  nik: ['NIK', 'NO NIK', 'NIK PEMILIK', 'NO KTP', 'NOMOR KTP', 'NIK KTP'],
  npwp: ['NPWP', 'NO NPWP', 'NOMOR NPWP'],
  nib: ['NIB', 'NO NIB', 'NOMOR NIB', 'NOMOR INDUK BERUSAHA'],
  phone: [
    ...['NO HP', 'NOMOR HP', 'HP', 'NO TELP', 'NO TELEPON', 'NOMOR TELEPON', 'TELEPON', 'TELP'],
    ...['NO WA', 'NOMOR WA', 'WHATSAPP', 'KONTAK'],
  ],
  district: ['KECAMATAN', 'KEC'],
  village: ['KELURAHAN', 'DESA', 'KELURAHAN DESA', 'DESA KELURAHAN', 'KEL'],
  address: ['ALAMAT USAHA', 'ALAMAT', 'ALAMAT LENGKAP'],
  category: ['KATEGORI', 'JENIS USAHA', 'BIDANG USAHA', 'SEKTOR USAHA', 'SEKTOR'],
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

/** Rows above the heading: letterheads and titles of lists. */
const HEADING_ROWS = 20;
/** So many titles a heading has at least; a title of the list itself is no heading. */
const LEAST_TITLES = 3;

export type Heading = {
  /** The row of the titles, from 0. */
  readonly at: number;
  readonly titles: readonly string[];
  /** Where each thing is said, as a place in a row. */
  readonly places: Readonly<Partial<Record<RegisterColumn, number>>>;
};

const placesIn = (titles: readonly string[], choice: ColumnChoice): Heading['places'] => {
  const found: Partial<Record<RegisterColumn, number>> = {};
  const taken = new Set<number>();
  const take = (name: RegisterColumn, title: string | undefined) => {
    const at = title === undefined ? -1 : titles.indexOf(titled(title));
    if (at < 0 || taken.has(at) || found[name] !== undefined) return;
    found[name] = at;
    taken.add(at);
  };
  // What the city chose first, so that no guess takes its column.
  for (const name of names) take(name, choice[name]);
  for (const name of names)
    take(
      name,
      registerColumns[name].find((title) => titles.includes(title) && !taken.has(titles.indexOf(title))),
    );
  return found;
};

/** The heading of a list: the first of its rows that names most of what is needed. @throws Problem sheet_not_readable */
export const headingOf = (sheet: Sheet, choice: ColumnChoice): Heading => {
  let best: Heading | undefined;
  for (const [at, row] of sheet.slice(0, HEADING_ROWS).entries()) {
    const titles = row.map(titled);
    if (titles.filter((title) => title !== '').length < LEAST_TITLES) continue;
    const places = placesIn(titles, choice);
    if (!best || Object.keys(places).length > Object.keys(best.places).length)
      best = { at, titles: row.map((cell) => cell.trim()), places };
  }
  if (best && Object.keys(best.places).length > 0) return best;
  throw new Problem(
    'sheet_not_readable',
    'Baris judul tidak ditemukan. Lembar pertama harus punya judul kolom, misalnya NAMA USAHA, PEMILIK, NO HP, ALAMAT.',
    [{ pointer: '/', detail: 'Tulis judul kolom di salah satu dari 20 baris pertama.' }],
  );
};

/** What no column says yet, of what every row needs. */
export const missingColumns = ({ places }: Heading): (typeof neededColumns)[number][] =>
  neededColumns.filter((name) => places[name] === undefined);
