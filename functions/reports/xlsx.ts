import writeExcelFile, { type Row as ExcelRow } from 'write-excel-file/node';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import { definitionOf } from '../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../shared/domain/equity/definitions/indicator.ts';
import type { Span } from '../../shared/domain/equity/snapshot/cell-counter.ts';
import { offeringSentence } from '../../shared/domain/equity/snapshot/sentences.ts';
import { monthName } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { VisitRow } from '../../shared/domain/equity/standing/standing.ts';
import { spanMark } from './csv.ts';
import { monthsUnsold } from './least-sold.ts';
import type { Report } from './report.ts';
import { howConcentrated, howDeep, howFinal, howPriced, whatIsMissing, whereNext, whoDidNotSell } from './sentences.ts';
import { type SideTable, sideTables } from './side-tables.ts';
import { columns, isHidden, kindNames, pointsOf, type Row, rowsOf, shownIn, spanNames } from './table.ts';
import { withoutValue } from './without-value.ts';
import { figure, head, type Sheet, title, wrapped } from './xlsx-cells.ts';
import { printed } from './xlsx-print.ts';

/** A span's cells. */
const tableSheet = (sheet: string, span: Span, all: readonly Row[]): Sheet => ({
  sheet,
  stickyRowsCount: 1,
  titleColumns: 2,
  columns: [{ width: 20 }, { width: 28 }, { width: 14 }, ...columns.map(() => ({ width: 15 }))],
  data: [
    ['Jenis baris', 'Nama', 'Disembunyikan', ...columns.map(({ name }) => name)].map(head),
    ...all
      .filter((row) => row.span === span)
      .map((row): ExcelRow => {
        const marks = [kindNames[row.kind], row.name, isHidden(row) ? 'ya' : ''].map(wrapped);
        return [...marks, ...columns.map((column) => figure(shownIn(row, column), column.unit))];
      }),
  ],
});

const summary = (report: Report): Sheet => {
  const { snapshot, zone } = report;
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
      measure('Ditutup', dateTime(snapshot.takenAt, zone)),
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

/** Codes are for programs: people have the name beside them. */
const CODES = new Set(['kind', 'code']);
const phases: Readonly<Record<string, string>> = { final: 'Angka akhir', provisional: 'Angka sementara' };

const sideSheet = ({ sheet, marks, measures, rows }: SideTable, zone: Zone): Sheet => {
  const shown = marks.flatMap(([id, name], at) => (CODES.has(id) ? [] : [{ id, name, at }]));
  const said = (id: string, mark: string): string =>
    id === 'phase' ? (phases[mark] ?? mark) : id === 'takenAt' ? dateTime(mark, zone) : mark;
  return {
    sheet,
    stickyRowsCount: 1,
    columns: [{ width: 12 }, ...shown.map(() => ({ width: 30 })), ...measures.map(() => ({ width: 18 }))],
    data: [
      [spanMark[1], ...shown.map(({ name }) => name), ...measures.map(({ name }) => name)].map(head),
      ...rows.map(
        (row): ExcelRow => [
          wrapped(spanNames[row.span]),
          ...shown.map(({ id, at }) => wrapped(said(id, row.marks[at] ?? ''))),
          ...row.values.map((value, at) => figure(value, measures[at]?.unit ?? 'text')),
        ],
      ),
    ],
  };
};

const namesSheet = (least: readonly VisitRow[], districts: ReadonlyMap<string, string>): Sheet => ({
  sheet: 'Paling sedikit menjual',
  stickyRowsCount: 1,
  columns: [36, 44, 24, 28, 18, 18, 12].map((width) => ({ width })),
  data: [
    ['Usaha', 'Alamat', 'Kecamatan', 'Jenis usaha', 'Bulan tanpa penjualan', 'Omzet di pasar', 'Pesanan'].map(head),
    ...least.map(
      (card): ExcelRow => [
        wrapped(card.name),
        wrapped(card.address),
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
  const { snapshot, zone, least } = report;
  const rows = rowsOf(report);
  const tables = sideTables(snapshot);
  const districts = new Map(snapshot.districts.map(({ code, name }) => [code, name]));
  const sheets = [
    summary(report),
    tableSheet('Bulan', 'month', rows),
    tableSheet('12 bulan', 'year', rows),
    ...lorenzSheet(rows),
    ...tables.map((table) => sideSheet(table, zone)),
    ...(least ? [namesSheet(least, districts)] : []),
    missingSheet(report),
    explanation([...columns, definitionOf('lorenz'), ...tables.flatMap(({ measures }) => measures)]),
  ];
  return writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features: [printed(sheets)] }).toBuffer();
};
