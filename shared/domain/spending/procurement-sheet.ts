import { Problem } from '../../problem.ts';
import { rupiahIn } from '../agencies/budget-sheet.ts';
import { type KnownOffices, officeFinder } from '../agencies/office-names.ts';
import { type RowFlaw, type Sheet, titled } from '../basics/sheet.ts';

/** Names of columns as the export of a region's budget structure has them (RUP-StrukturAnggaranPD). The first there counts. */
const columns = {
  name: ['NAMA SATKER', 'NAMA SKPD', 'NAMA OPD', 'NAMA DINAS'],
  amount: ['BELANJA PENGADAAN'],
  year: ['TAHUN ANGGARAN', 'TAHUN'],
} as const;
type Places = Partial<Record<keyof typeof columns, { readonly at: number; readonly title: string }>>;

const HEADING_ROWS = 20;
const placesOf = (row: readonly string[]): Places => {
  const titles = row.map(titled);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, names]) => {
      const title = (names as readonly string[]).find((name) => titles.includes(name));
      return title === undefined ? [] : [[column, { at: titles.indexOf(title), title }]];
    }),
  );
};

export type SheetOffice = { readonly agencyId: string; readonly procurementRupiah: number };
export type ProcurementSheet = {
  readonly rows: number;
  readonly offices: readonly SheetOffice[];
  readonly flaws: readonly RowFlaw[];
};
type Known = KnownOffices & { readonly year: string };

/**
 * The official procurement budgets in a sheet, by office. A row whose office, amount or year is not clear is a flaw and never
 * guessed. @throws Problem sheet_not_readable
 */
export const procurementOfSheet = (sheet: Sheet, { year, ...known }: Known): ProcurementSheet => {
  const heading = sheet.slice(0, HEADING_ROWS).findIndex((row) => {
    const { name, amount } = placesOf(row);
    return name !== undefined && amount !== undefined;
  });
  if (heading < 0)
    throw new Problem('sheet_not_readable', 'Kolom NAMA SATKER dan BELANJA PENGADAAN tidak ditemukan di lembar ini.', [
      { pointer: '/', detail: 'Pakai berkas struktur anggaran perangkat daerah dari SIRUP.' },
    ]);
  const places = placesOf(sheet[heading] ?? []);
  const find = officeFinder(known);
  const taken = new Map<string, number>();
  const flaws: RowFlaw[] = [];
  const found: SheetOffice[] = [];
  let rows = 0;
  for (const [index, cells] of sheet.slice(heading + 1).entries()) {
    const of = (column: keyof typeof columns) => cells[places[column]?.at ?? -1]?.trim() ?? '';
    if (cells.every((cell) => cell.trim() === '') || /^(total|jumlah)\b/i.test(of('name') || (cells[0] ?? '').trim()))
      continue;
    rows += 1;
    const row = heading + index + 2;
    const flaw = (column: keyof typeof columns, detail: string) =>
      flaws.push({ row, column: places[column]?.title ?? '', detail });
    const agencyId = find(of('name'));
    const amount = rupiahIn(of('amount'));
    const earlier = agencyId && taken.get(agencyId);
    if (!agencyId)
      flaw(
        'name',
        `"${of('name').slice(0, 60)}" bukan nama satu dinas di pasar ini. Tambahkan dinasnya, atau samakan namanya.`,
      );
    else if (earlier !== undefined) flaw('name', `Dinas ini sudah ada di baris ${earlier}. Sisakan satu baris.`);
    if (amount === undefined)
      flaw('amount', `"${of('amount').slice(0, 40)}" bukan rupiah utuh. Tulis angka saja, misalnya 1250000.`);
    const [dated, asked] = [of('year'), year];
    if (dated !== '' && dated !== asked)
      flaw('year', `Baris ini tahun ${dated.slice(0, 10)}, yang diunggah tahun ${asked}. Pilih tahun yang sama.`);
    if (!agencyId || earlier !== undefined) continue;
    taken.set(agencyId, row);
    if (amount !== undefined && (dated === '' || dated === asked)) found.push({ agencyId, procurementRupiah: amount });
  }
  return { rows, offices: found, flaws };
};
