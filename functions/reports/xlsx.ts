import writeExcelFile, { type CellObject, type Row as ExcelRow, type SheetData } from 'write-excel-file/node';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { definitionOf } from '../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition, Unit } from '../../shared/domain/equity/definitions/indicator.ts';
import type { Span } from '../../shared/domain/equity/snapshot/cell-counter.ts';
import { offeringSentence } from '../../shared/domain/equity/snapshot/sentences.ts';
import { monthName } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { StandingCard } from '../../shared/domain/equity/standing/standing.ts';
import { spanMark } from './csv.ts';
import type { Value } from './figures.ts';
import { monthsUnsold } from './least-sold.ts';
import type { Report } from './report.ts';
import { howConcentrated, howDeep, howFinal, howPriced, whatIsMissing, whereNext, whoDidNotSell } from './sentences.ts';
import { type SideTable, sideTables } from './side-tables.ts';
import { columns, isHidden, kindNames, pointsOf, type Row, rowsOf, shownIn, spanNames } from './table.ts';
import { withoutValue } from './without-value.ts';

type Sheet = { sheet: string; data: SheetData; columns: { width: number }[]; stickyRowsCount?: number };

const formats: Readonly<Record<Unit, string>> = {
  merchants: '#,##0',
  owners: '#,##0.0',
  orders: '#,##0',
  reports: '#,##0',
  rupiah: '#,##0',
  share: '0.0%',
  index: '0.000',
  points: '0.000',
  text: '@',
};

const head = (value: string): CellObject => ({ value, fontWeight: 'bold', wrap: true, backgroundColor: '#F1EEE6' });
const title = (value: string): CellObject => ({ value, fontWeight: 'bold', fontSize: 16 });
const wrapped = (value: string): CellObject => ({ value, type: String, wrap: true, alignVertical: 'top' });
/** A real number, so that it can be summed. Beyond 2^53 a spreadsheet would round it: then the digits stay as words. */
const figure = (value: Value, unit: Unit): CellObject | null => {
  if (value === null || value === '') return null;
  const amount = Number(value);
  if (unit === 'text' || !Number.isSafeInteger(Math.trunc(amount))) return { value: String(value), type: String };
  return { value: amount, type: Number, format: formats[unit] };
};

/** A span's cells. */
const tableSheet = (sheet: string, span: Span, all: readonly Row[]): Sheet => ({
  sheet,
  stickyRowsCount: 1,
  columns: [{ width: 20 }, { width: 12 }, { width: 28 }, { width: 14 }, ...columns.map(() => ({ width: 15 }))],
  data: [
    ['Jenis baris', 'Kode', 'Nama', 'Disembunyikan', ...columns.map(({ name }) => name)].map(head),
    ...all
      .filter((row) => row.span === span)
      .map((row): ExcelRow => {
        const code = row.code in categories ? row.name : row.code;
        const marks = [
          wrapped(kindNames[row.kind]),
          wrapped(code),
          wrapped(row.name),
          wrapped(isHidden(row) ? 'ya' : ''),
        ];
        return [...marks, ...columns.map((column) => figure(shownIn(row, column), column.unit))];
      }),
  ],
});

const summary = (report: Report): Sheet => {
  const { snapshot } = report;
  const [missing, prices] = [whatIsMissing(report), howPriced(snapshot)];
  const measure = (name: string, sentence: string): ExcelRow => [wrapped(name), wrapped(sentence)];
  return {
    sheet: 'Ringkasan',
    columns: [{ width: 24 }, { width: 100 }],
    data: [
      [title(`Pemerataan pasar ${snapshot.placeName}, ${monthName(snapshot.month)}`)],
      ...(missing === '' ? [] : [measure('Kelengkapan', missing)]),
      measure('Siapa belum menjual', whoDidNotSell(snapshot)),
      measure('Menurut penawaran', offeringSentence(snapshot.whole)),
      measure('Omzet tengah', howDeep(snapshot)),
      measure('Pemusatan', howConcentrated(snapshot)),
      measure('Ke mana berikutnya', whereNext(snapshot)),
      ...(prices === '' ? [] : [measure('Harga dibayar', prices)]),
      [],
      measure('Keadaan', howFinal(report)),
      measure('Revisi', String(snapshot.revision)),
      measure('Definisi', snapshot.definition),
      measure('Diambil', snapshot.takenAt),
      measure('Sidik hitungan', snapshot.hash),
      measure('Kosong', 'Sel kosong berarti disembunyikan atau tanpa nilai, bukan nol. Lihat lembar Tanpa nilai.'),
    ],
  };
};

const lorenzSheet = (rows: readonly Row[]): Sheet[] => {
  const drawn = rows.filter((row) => pointsOf(row).length > 0);
  if (drawn.length === 0) return [];
  const lorenz: Sheet = {
    sheet: 'Lorenz',
    stickyRowsCount: 1,
    columns: [{ width: 22 }, ...drawn.map(() => ({ width: 18 }))],
    data: [
      [
        head('Bagian usaha, dari yang terkecil'),
        ...drawn.map(({ name, span }) => head(span === 'year' ? `${name}, 12 bulan` : name)),
      ],
      ...Array.from(
        { length: 21 },
        (_, at): ExcelRow => [
          figure(at / 20, 'share'),
          ...drawn.map((row) => figure(pointsOf(row).find((point) => point.at === at)?.share ?? null, 'share')),
        ],
      ),
    ],
  };
  return [lorenz];
};

/** Every figure without a value, and why: an empty cell alone would leave people guessing. */
const missingSheet = (report: Report): Sheet => ({
  sheet: 'Tanpa nilai',
  stickyRowsCount: 1,
  columns: [{ width: 28 }, { width: 14 }, { width: 30 }, { width: 60 }],
  data: [
    ['Nama', 'Rentang', 'Ukuran', 'Sebab'].map(head),
    ...withoutValue(report).map((row): ExcelRow => row.map(wrapped)),
  ],
});

const sideSheet = ({ sheet, marks, measures, rows }: SideTable): Sheet => ({
  sheet,
  stickyRowsCount: 1,
  columns: [{ width: 12 }, ...marks.map(() => ({ width: 30 })), ...measures.map(() => ({ width: 18 }))],
  data: [
    [...[spanMark, ...marks].map(([, name]) => head(name)), ...measures.map(({ name }) => head(name))],
    ...rows.map(
      (row): ExcelRow => [
        ...[spanNames[row.span], ...row.marks].map(wrapped),
        ...row.values.map((value, at) => figure(value, measures[at]?.unit ?? 'text')),
      ],
    ),
  ],
});

const namesSheet = (least: readonly StandingCard[], districts: ReadonlyMap<string, string>): Sheet => ({
  sheet: 'Paling sedikit menjual',
  stickyRowsCount: 1,
  columns: [{ width: 36 }, { width: 24 }, { width: 28 }, { width: 18 }, { width: 18 }, { width: 12 }],
  data: [
    ['Usaha', 'Kecamatan', 'Jenis usaha', 'Bulan tanpa penjualan', 'Omzet di pasar', 'Pesanan'].map(head),
    ...least.map(
      (card): ExcelRow => [
        wrapped(card.name),
        wrapped(districts.get(card.district) ?? card.district),
        wrapped(categories[card.category]),
        figure(monthsUnsold(card), 'merchants'),
        figure(card.turnoverRupiah, 'rupiah'),
        figure(card.orders, 'orders'),
      ],
    ),
  ],
});

const explanation = (measures: readonly MeasureDefinition[]): Sheet => ({
  sheet: 'Penjelasan',
  stickyRowsCount: 1,
  columns: [{ width: 26 }, { width: 50 }, { width: 50 }, { width: 40 }, { width: 60 }, { width: 50 }],
  data: [
    ['Kolom', 'Artinya', 'Pada lembar 12 bulan', 'Rumus', 'Siapa dihitung', 'Sumber'].map(head),
    ...new Map(
      measures.map(({ id, name, sentence, overYear, formula, inclusion, source }) => [
        id,
        [name, sentence, overYear, formula, inclusion, source].map(wrapped),
      ]),
    ).values(),
  ],
});

/** A month as a workbook: real numbers, a sheet per span, and a sheet that explains each column. */
export const xlsx = async (report: Report): Promise<Uint8Array> => {
  const { snapshot, least } = report;
  const rows = rowsOf(report);
  const tables = sideTables(snapshot);
  const districts = new Map(snapshot.districts.map(({ code, name }) => [code, name]));
  const sheets = [
    summary(report),
    tableSheet('Bulan', 'month', rows),
    tableSheet('12 bulan', 'year', rows),
    ...lorenzSheet(rows),
    ...tables.map(sideSheet),
    ...(least ? [namesSheet(least, districts)] : []),
    missingSheet(report),
    explanation([...columns, definitionOf('lorenz'), ...tables.flatMap(({ measures }) => measures)]),
  ];
  return writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
};
