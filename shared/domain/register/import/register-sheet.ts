import { folded } from '../../basics/fold.ts';
import type { RowFlaw, Sheet } from '../../basics/sheets/sheet.ts';
import type { Heading } from '../../basics/sheets/sheet-heading.ts';
import type { NewMerchant } from '../merchant.ts';
import { readRow, type SheetCity, type SheetRow } from './read-row.ts';
import type { RegisterColumn } from './register-columns.ts';

export type RegisterSheet = {
  /** Rows with something in them, below the heading. */
  readonly rows: number;
  readonly good: readonly SheetRow[];
  readonly flaws: readonly RowFlaw[];
};
/** A column of text keeps what is not a number: an apostrophe before it, a dash for none. */
const given = (text: string): string =>
  text
    .trim()
    .replace(/^'/, '')
    .replace(/^[-–—]+$/, '');

/** What makes two rows one shop: its number, and what it is called; a person may have two businesses. */
export const rowKey = ({ nik, npwp, nib, name }: NewMerchant): string => `${nik ?? npwp ?? nib}\n${folded(name)}`;

/**
 * The shops of a list. A row that names one twice is flawed, the first stands; so every good row is another shop, and the
 * same list gives the same shops whenever it is read.
 */
export const shopsOfSheet = (
  sheet: Sheet,
  { at, titles, places }: Heading<RegisterColumn>,
  city: SheetCity,
): RegisterSheet => {
  const good: SheetRow[] = [];
  const flaws: RowFlaw[] = [];
  const first = new Map<string, number>();
  let rows = 0;
  const title = (column: RegisterColumn) => titles[places[column] ?? -1] ?? columnWords[column];
  for (const [index, cells] of sheet.slice(at + 1).entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    const row = at + index + 2;
    const of = (column: RegisterColumn) => given(cells[places[column] ?? -1] ?? '');
    const found = readRow(of, title, city, row);
    if (!('application' in found)) {
      flaws.push(...found);
      continue;
    }
    const key = rowKey(found.application);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      good.push(found);
    } else flaws.push({ row, column: title('name'), detail: `Sama dengan baris ${before}. Hapus salah satunya.` });
  }
  return { rows, good, flaws };
};

/** What each column is, for people. */
export const columnWords: Readonly<Record<RegisterColumn, string>> = {
  name: 'Nama usaha',
  ownerName: 'Nama pemilik',
  kind: 'Bentuk usaha',
  nik: 'NIK',
  npwp: 'NPWP',
  nib: 'NIB',
  phone: 'Nomor HP',
  district: 'Kecamatan',
  village: 'Kelurahan atau desa',
  address: 'Alamat',
  category: 'Jenis usaha',
  verified: 'Sudah diverifikasi',
  verifiedOn: 'Tanggal keputusan',
  decree: 'Nomor keputusan',
  description: 'Keterangan',
};
