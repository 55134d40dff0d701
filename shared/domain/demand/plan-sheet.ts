import { Problem } from '../../problem.ts';
import { rupiahIn } from '../agencies/budget-sheet.ts';
import { folded } from '../basics/fold.ts';
import { addMonths, type Month } from '../basics/month.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import { monthIn } from '../basics/sheets/sheet-dates.ts';
import type { Heading } from '../basics/sheets/sheet-heading.ts';
import { Line } from '../basics/text.ts';
import { type PlanColumn, planColumnWords } from './plan-columns.ts';
import { type PlannedPurchase, RupCode } from './plan-line.ts';

/** What a file of a plan says of one office and year. */
export type PlanSheet = {
  /** Rows with something in them, below the heading, of this office. */
  readonly rows: number;
  readonly purchases: readonly PlannedPurchase[];
  /** Lines the file itself calls deleted, replaced or not announced. */
  readonly ended: readonly string[];
  readonly flaws: readonly RowFlaw[];
};

type Row = { readonly row: number; readonly of: (column: PlanColumn) => string };

const NAME_MOST = 300;
/** Numbers of persons: NIK and NPWP have 15 or 16 digits, NIP 18. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){14,}/g;
/** From here on a line says whose it is. */
const OF_SOMEBODY = /[\s,;(-]+(?:a\.\s?n\.?|an\.|atas nama|nip[.:]?)\s.*$/i;

const rowsOf = (sheet: Sheet, { at, places }: Heading<PlanColumn>): Row[] =>
  sheet.slice(at + 1).flatMap((cells, index): Row[] => {
    const of = (column: PlanColumn) => cells[places[column] ?? -1]?.trim() ?? '';
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (of('rupCode') === '' && cells.some((cell) => /^(total|jumlah)\b/i.test(cell.trim()))) return [];
    return [{ row: at + index + 2, of }];
  });

/** A file of several offices is parted by the unit that is asked for, or by the office's own name; nobody guesses further. */
const ofUnit = (rows: readonly Row[], agencyName: string, unit: string | undefined): readonly Row[] => {
  const codeOf = ({ of }: Row) => of('unit') || of('unitName');
  const units = new Map(
    rows.flatMap((row) => (codeOf(row) === '' ? [] : [[codeOf(row), row.of('unitName')] as const])),
  );
  const sameName = [...units].find(([, name]) => folded(name) === folded(agencyName))?.[0];
  const chosen = unit ?? (units.size > 1 ? sameName : undefined);
  if (chosen === undefined && units.size <= 1) return rows;
  const own = rows.filter((row) => codeOf(row) === chosen);
  if (chosen !== undefined && own.length > 0) return own;
  throw new Problem(
    'unit_needed',
    unit === undefined
      ? 'Berkas ini memuat beberapa satuan kerja. Pilih satuan kerja dinas ini.'
      : 'Satuan kerja itu tidak ada di berkas ini. Pilih lagi.',
    [...units].slice(0, 50).map(([code, name]) => ({ pointer: '#/query/unit', detail: `${code} ${name}`.trim() })),
  );
};

const isNo = (text: string): boolean => /^(false|0|tidak|no|nonaktif|non aktif)$/i.test(text);
const isYes = (text: string): boolean => /^(true|1|ya|yes)$/i.test(text);
const isEnded = ({ of }: Row): boolean =>
  isNo(of('active')) ||
  isYes(of('deleted')) ||
  (of('announced') !== '' && !/^(terumumkan|true|1|ya)$/i.test(of('announced')));

const FOR_SMALL =
  /^(?:paket )?(?:untuk )?(?:ukm|umkm|umk|usaha kecil|usaha mikro|mikro|kecil|koperasi|ya|yes|true|1)\b/;
const NOT_FOR_SMALL = /^(?:non|bukan|tidak|no\b|false|0|menengah|besar)/;
/** Whether a plan keeps a line for small businesses: `UKM`, `Non UKM`, or yes and no; what says neither says nothing. */
const forSmallIn = (text: string): boolean | null => {
  const said = folded(text);
  if (NOT_FOR_SMALL.test(said)) return false;
  return FOR_SMALL.test(said) ? true : null;
};

const withoutPersons = (name: string): string =>
  name.replace(OF_SOMEBODY, '').replace(LONG_NUMBER, '…').replace(/\s+/g, ' ').trim();

const monthsOf = ({ of }: Row): { readonly month: Month | undefined; readonly until: Month | undefined } => ({
  month: monthIn(of('from')) ?? monthIn(of('contract')) ?? monthIn(of('choosing')),
  until: monthIn(of('until')),
});

/** A row as a purchase, or what is wrong with it. */
const readRow = (one: Row, year: string, title: (column: PlanColumn) => string): PlannedPurchase | RowFlaw[] => {
  const { row, of } = one;
  const flaws: RowFlaw[] = [];
  const flaw = (column: PlanColumn, detail: string) => flaws.push({ row, column: title(column), detail });
  const shown = (column: PlanColumn) => `"${withoutPersons(of(column)).slice(0, 40)}"`;
  const rupCode = of('rupCode').replace(/[.,]0+$/, '');
  const name = Line(NAME_MOST).safeParse(
    Array.from(withoutPersons(of('name')))
      .slice(0, NAME_MOST)
      .join(''),
  );
  const rupiah = rupiahIn(of('rupiah'));
  const { month, until } = monthsOf(one);
  if (!RupCode.safeParse(rupCode).success)
    flaw('rupCode', `${shown('rupCode')} bukan kode RUP. Tulis angkanya saja, misalnya 54485403.`);
  if (!name.success) flaw('name', 'Nama paket kosong atau tidak terbaca. Ketik ulang namanya.');
  if (rupiah === undefined) flaw('rupiah', `${shown('rupiah')} bukan rupiah utuh. Tulis angka saja, misalnya 1250000.`);
  if (month === undefined) flaw('from', `${shown('from')} bukan tanggal. Tulis seperti 2026-05-01 atau Mei 2026.`);
  else if (month < `${year}-01` || month > `${Number(year) + 1}-12`)
    flaw('from', `${shown('from')} bukan di tahun ${year} atau sesudahnya. Periksa tahunnya.`);
  if (of('year') !== '' && of('year') !== year)
    flaw('year', `Baris ini tahun ${of('year').slice(0, 10)}, yang dimuat rencana ${year}. Pilih tahun yang sama.`);
  if (flaws.length > 0 || !name.success || rupiah === undefined || month === undefined) return flaws;
  const method = Line(60).safeParse(of('method')).data ?? null;
  const later = until !== undefined && until > month && until <= addMonths(month, 24) ? until : null;
  const told = { volume: of('volume').slice(0, 200), description: of('description').slice(0, 1000) };
  const forSmall = forSmallIn(of('small'));
  return { row, rupCode, name: name.data, rupiah, month, until: later, method, forSmall, ...told };
};

const isSame = (one: PlannedPurchase, other: PlannedPurchase): boolean =>
  one.name === other.name &&
  one.rupiah === other.rupiah &&
  one.month === other.month &&
  one.forSmall === other.forSmall;

type Asked = { readonly year: string; readonly agencyName: string; readonly unit?: string | undefined };

/**
 * The purchases a file plans for one office in a year. A code that stands twice with different words is flawed, the first stands.
 * @throws Problem unit_needed
 */
export const planOfSheet = (
  sheet: Sheet,
  heading: Heading<PlanColumn>,
  { year, agencyName, unit }: Asked,
): PlanSheet => {
  const rows = ofUnit(rowsOf(sheet, heading), agencyName, unit);
  const title = (column: PlanColumn) => heading.titles[heading.places[column] ?? -1] ?? planColumnWords[column];
  const flaws: RowFlaw[] = [];
  const ended = new Set<string>();
  const purchases = new Map<string, PlannedPurchase>();
  for (const one of rows) {
    if (isEnded(one)) {
      ended.add(one.of('rupCode'));
      continue;
    }
    const found = readRow(one, year, title);
    if (!('rupCode' in found)) {
      flaws.push(...found);
      continue;
    }
    const before = purchases.get(found.rupCode);
    if (!before) purchases.set(found.rupCode, found);
    else if (!isSame(before, found))
      flaws.push({
        row: one.row,
        column: title('rupCode'),
        detail: `Kode ini sudah ada di baris ${before.row}. Hapus salah satunya.`,
      });
  }
  return {
    rows: rows.length,
    purchases: [...purchases.values()],
    ended: [...ended].filter((code) => !purchases.has(code)),
    flaws,
  };
};
