import { categories } from '../../basics/category-labels.ts';
import { folded } from '../../basics/fold.ts';
import type { Day } from '../../basics/month.ts';
import type { RowFlaw } from '../../basics/sheets/sheet.ts';
import { dayIn } from '../../basics/sheets/sheet-dates.ts';
import { NewMerchant } from '../merchant.ts';
import { categoryNamed } from './category-words.ts';
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

/** A number that a spreadsheet rounded: its last digits are lost, and no one can tell which they were. */
const isRounded = (text: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(text.trim());

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
export const readRow = (
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
