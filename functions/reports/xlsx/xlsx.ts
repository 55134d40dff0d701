import type { Row as ExcelRow } from 'write-excel-file/node';
import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../../shared/domain/equity/definitions/indicator.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import type { Report } from '../report.ts';
import { howConcentrated, howDeep } from '../sentences/concentration.ts';
import { howPriced, whatCouldBe } from '../sentences/prices.ts';
import { whereNext, whoDidNotSell } from '../sentences/reach.ts';
import { howFinal, whatIsMissing } from '../sentences.ts';
import { rowsOf } from '../tables/rows.ts';
import { sideTables } from '../tables/side-tables.ts';
import { columns } from '../tables/table.ts';
import { withoutValue } from '../tables/without-value.ts';
import { head, type Sheet, title, wrapped } from './cells.ts';
import { lorenzSheet } from './lorenz-sheet.ts';
import { namesSheet } from './names-sheet.ts';
import { printed } from './print.ts';
import { sideSheet } from './side-sheet.ts';
import { tableSheet } from './table-sheet.ts';

const summary = (report: Report): Sheet => {
  const { snapshot, zone } = report;
  const [missing, prices, attainable] = [whatIsMissing(report), howPriced(snapshot), whatCouldBe(snapshot)];
  const measure = (name: string, sentence: string): ExcelRow => [wrapped(name), wrapped(sentence)];
  return {
    sheet: 'Ringkasan',
    columns: [{ width: 24 }, { width: 100 }],
    data: [
      [title(`Pemerataan pasar ${snapshot.placeName}, ${monthName(snapshot.month)}`)],
      ...(missing === '' ? [] : [measure('Kelengkapan', missing)]),
      measure('Siapa belum menjual', whoDidNotSell(snapshot)),
      measure('Menurut penawaran', offeringSentence(snapshot.total)),
      measure('Omzet tengah', howDeep(snapshot)),
      measure('Pemusatan', howConcentrated(snapshot)),
      measure('Ke mana berikutnya', whereNext(snapshot)),
      ...(prices === '' ? [] : [measure('Harga dibayar', prices)]),
      ...(attainable.length === 0 ? [] : [measure('Yang bisa dicapai', attainable.join(' '))]),
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
  const { writeExcelFile } = await import('../../print/workbook-writer.ts');
  return writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features: [printed(sheets)] }).toBuffer();
};
