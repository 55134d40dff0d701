import type { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import { folded } from '../../basics/fold.ts';
import type { Day } from '../../basics/month.ts';
import type { RowFlaw, Sheet } from '../../basics/sheets/sheet.ts';
import { dayIn } from '../../basics/sheets/sheet-dates.ts';
import type { Heading } from '../../basics/sheets/sheet-heading.ts';
import { NewMerchant } from '../merchant.ts';
import { type Gazetteer, notPlaced, oneOf, placed } from './gazetteer.ts';
import { Decree } from './imported.ts';
import type { RegisterColumn } from './register-columns.ts';

export type SheetCity = { readonly cityCode: string; readonly gazetteer: Gazetteer; readonly today: Day };
export type SheetRow = {
  readonly row: number;
  readonly application: NewMerchant;
  /** The decision by which the city verified it before, where the list has one. */
  readonly decree?: Decree;
};
export type RegisterSheet = {
  /** Rows with something in them, below the heading. */
  readonly rows: number;
  readonly good: readonly SheetRow[];
  readonly flaws: readonly RowFlaw[];
};

/** What lists call what a shop sells, beside the market's own words. */
const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  'daily-needs': ['sembako', 'kelontong', 'toko kelontong', 'pertanian', 'perikanan', 'peternakan', 'warung'],
  'meeting-food': ['katering', 'catering', 'konsumsi', 'jasa boga', 'snack box', 'nasi kotak'],
  culinary: [
    'kuliner',
    'makanan',
    'minuman',
    'makanan dan minuman',
    'makanan minuman',
    'mamin',
    'kue',
    'olahan pangan',
  ],
  batik: ['batik', 'tenun', 'ecoprint'],
  uniforms: ['seragam', 'konveksi', 'penjahit', 'jahit'],
  'school-shoes': ['sepatu', 'alas kaki', 'sepatu sekolah'],
  fashion: ['fashion', 'fesyen', 'busana', 'pakaian', 'aksesoris', 'aksesori', 'sandang'],
  souvenirs: ['oleh oleh', 'suvenir', 'souvenir', 'cendera mata', 'cinderamata', 'hampers'],
  crafts: ['kerajinan', 'craft', 'handicraft', 'kriya', 'mebel', 'furnitur', 'perabot', 'kayu', 'rotan', 'bambu'],
  printing: ['percetakan', 'cetak', 'fotokopi', 'alat tulis', 'atk', 'sablon'],
  services: ['jasa', 'servis', 'service', 'bengkel', 'laundry', 'salon', 'sewa'],
};
const categoryNamed = new Map(
  (Object.keys(categories) as Category[]).flatMap((category) =>
    [category, categories[category], ...categoryWords[category]].map((name) => [folded(name), category] as const),
  ),
);

/** A number that a spreadsheet rounded: its last digits are lost, and no one can tell which they were. */
const isRounded = (text: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(text.trim());
/** A column of text keeps what is not a number: an apostrophe before it, a dash for none. */
const given = (text: string): string =>
  text
    .trim()
    .replace(/^'/, '')
    .replace(/^[-–—]+$/, '');

const ROUNDED = 'Angkanya dibulatkan oleh lembar. Jadikan kolom ini teks, lalu salin lagi angkanya.';

const YES = new Set(['ya', 'y', 'sudah', 'v', 'x', '1', 'true', 'benar', 'diverifikasi', 'terverifikasi']);

/** The decision that a row names; none where it does not say that the shop was verified, and then somebody looks at it here. */
const decreeOf = (
  of: (column: RegisterColumn) => string,
  today: Day,
  flaw: (column: RegisterColumn, detail: string) => void,
): Decree | undefined => {
  if (!YES.has(folded(of('verified')).replace(/^sudah (?=\S)/, ''))) return undefined;
  const on = dayIn(of('verifiedOn'));
  const number = Decree.shape.number.safeParse(of('decree'));
  if (of('decree') === '') flaw('decree', 'Tulis nomor keputusannya, atau tulis "belum" di kolom verifikasi.');
  else if (!number.success) for (const { message } of number.error.issues) flaw('decree', message);
  if (on === undefined) flaw('verifiedOn', 'Tulis tanggal keputusannya, misalnya 1 Maret 2025.');
  else if (on > today) flaw('verifiedOn', 'Tanggal keputusan ini belum tiba. Periksa tahunnya.');
  return number.success && on !== undefined && on <= today ? { number: number.data, on } : undefined;
};

/** One row as an application, or what is wrong with it. */
const readRow = (
  of: (column: RegisterColumn) => string,
  title: (column: RegisterColumn) => string,
  city: SheetCity,
  row: number,
): SheetRow | RowFlaw[] => {
  const flaws: RowFlaw[] = [];
  const flaw = (column: RegisterColumn, detail: string) => flaws.push({ row, column: title(column), detail });
  for (const column of ['nik', 'npwp', 'nib', 'phone'] as const) if (isRounded(of(column))) flaw(column, ROUNDED);
  const place = placed(city.gazetteer, of('district'), of('village'));
  if ('wrong' in place) flaw(place.wrong, notPlaced(city.gazetteer, place.wrong, of));
  const category = categoryNamed.get(folded(of('category')));
  if (category === undefined) flaw('category', oneOf(of('category'), 'belum dikenal', Object.values(categories)));
  const decree = decreeOf(of, city.today, flaw);
  if (flaws.length > 0) return flaws;
  const optional = (['nik', 'npwp', 'nib', 'description'] as const).flatMap((column) =>
    of(column) === '' ? [] : [[column, of(column)] as const],
  );
  const isEntity = /\b(pt|cv|koperasi|yayasan|entity|perseroan|firma)\b/.test(folded(of('kind')));
  const parsed = NewMerchant.safeParse({
    cityCode: city.cityCode,
    kind: isEntity ? 'entity' : 'person',
    name: of('name'),
    ownerName: of('ownerName'),
    phone: of('phone'),
    address: of('address'),
    category,
    ...('wrong' in place ? {} : place),
    ...Object.fromEntries(optional),
  });
  if (parsed.success) return { row, application: parsed.data, ...(decree ? { decree } : {}) };
  return parsed.error.issues.map(({ path, message }) => ({
    row,
    column: title(path[0] as RegisterColumn),
    detail: message,
  }));
};

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
