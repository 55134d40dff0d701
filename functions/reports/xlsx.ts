import writeExcelFile, { type CellObject, type Row as ExcelRow, type SheetData } from 'write-excel-file/node';
import { categories } from '../../shared/domain/category-labels.ts';
import { definitionOf, reasonInWords, type Unit } from '../../shared/domain/equity/definition.ts';
import { monthName, type Snapshot } from '../../shared/domain/snapshot.ts';
import type { StandingCard } from '../../shared/domain/standing.ts';
import type { Value } from './figures.ts';
import { monthsUnsold } from './least-sold.ts';
import { howConcentrated, howDeep, whereNext, whoDidNotSell } from './sentences.ts';
import { columns, figureOf, isHidden, kindNames, type Row, rowsOfSnapshot } from './table.ts';

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
const told = (value: string): CellObject => ({ value, type: String, wrap: true, alignVertical: 'top' });
/** A real number, so that it can be summed. Beyond 2^53 a spreadsheet would round it: then the digits stay as words. */
const figure = (value: Value, unit: Unit): CellObject | null => {
  if (value === null || value === '') return null;
  const amount = Number(value);
  if (unit === 'text' || !Number.isSafeInteger(Math.trunc(amount))) return { value: String(value), type: String };
  return { value: amount, type: Number, format: formats[unit] };
};

const tableSheet = (sheet: string, rows: readonly Row[]): Sheet => ({
  sheet,
  stickyRowsCount: 1,
  columns: [{ width: 20 }, { width: 12 }, { width: 28 }, { width: 14 }, ...columns.map(() => ({ width: 15 }))],
  data: [
    [head('Jenis baris'), head('Kode'), head('Nama'), head('Disembunyikan'), ...columns.map(({ name }) => head(name))],
    ...rows.map((row): ExcelRow => {
      const code = row.code in categories ? row.name : row.code;
      const marks = [told(kindNames[row.kind]), told(code), told(row.name), told(isHidden(row) ? 'ya' : '')];
      return [...marks, ...columns.map(({ read, unit }) => figure(read(row.cell), unit))];
    }),
  ],
});

const summary = (snapshot: Snapshot): Sheet => {
  const measure = (name: string, sentence: string): ExcelRow => [told(name), told(sentence)];
  return {
    sheet: 'Ringkasan',
    columns: [{ width: 24 }, { width: 100 }],
    data: [
      [title(`Pemerataan pasar ${snapshot.placeName}, ${monthName(snapshot.month)}`)],
      measure('Siapa belum menjual', whoDidNotSell(snapshot)),
      measure('Kedalaman', howDeep(snapshot)),
      measure('Seberapa terpusat', howConcentrated(snapshot)),
      measure('Ke mana berikutnya', whereNext(snapshot)),
      [],
      measure('Keadaan', snapshot.phase === 'final' ? 'Akhir' : 'Sementara, sebelum batas lapor'),
      measure('Revisi', String(snapshot.revision)),
      measure('Definisi', snapshot.definition),
      measure('Diambil', snapshot.takenAt),
      measure('Sidik hitungan', snapshot.hash),
      ...(snapshot.missing.length > 0 ? [measure('Belum lengkap, tanpa', snapshot.missing.join(', '))] : []),
      measure('Kosong', 'Sel kosong berarti disembunyikan atau tanpa nilai, bukan nol. Lihat lembar Tanpa nilai.'),
    ],
  };
};

const lorenzSheet = (rows: readonly Row[]): Sheet => {
  const drawn = rows.filter(({ cell }) => (cell.spread?.lorenz.length ?? 0) > 0);
  return {
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
          ...drawn.map(({ cell }) => figure(cell.spread?.lorenz[at] ?? null, 'share')),
        ],
      ),
    ],
  };
};

/** Every figure without a value, and why: an empty cell alone would leave people guessing. */
const missingSheet = (rows: readonly Row[]): Sheet => ({
  sheet: 'Tanpa nilai',
  stickyRowsCount: 1,
  columns: [{ width: 28 }, { width: 14 }, { width: 30 }, { width: 50 }],
  data: [
    [head('Nama'), head('Rentang'), head('Ukuran'), head('Sebab')],
    ...rows.flatMap((row): ExcelRow[] => {
      const span = row.span === 'year' ? '12 bulan' : 'Bulan ini';
      if (isHidden(row))
        return [
          [
            told(row.name),
            told(span),
            told('Semua ukuran omzet'),
            told('disembunyikan: dapat membuka omzet usaha tertentu'),
          ],
        ];
      return columns.flatMap(({ id, name, read }) => {
        const reason = figureOf(row.cell, id)?.reason;
        return reason !== undefined && read(row.cell) === null
          ? [[told(row.name), told(span), told(name), told(reasonInWords(reason))]]
          : [];
      });
    }),
  ],
});

const officeFields = ['rupiah', 'owners', 'equivalentOwners', 'largestShare', 'newOwners', 'newRupiah'] as const;
const officesSheet = ({ agencies }: Snapshot): Sheet => ({
  sheet: 'Dinas',
  stickyRowsCount: 1,
  columns: [{ width: 36 }, ...officeFields.map(() => ({ width: 18 }))],
  data: [
    [head('Dinas'), ...officeFields.map((id) => head(definitionOf(id).name))],
    ...agencies.map(
      (agency): ExcelRow => [
        told(agency.name),
        ...officeFields.map((id) => {
          const value = agency[id];
          return figure(typeof value === 'object' ? value.value : value, definitionOf(id).unit);
        }),
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
        told(card.name),
        told(districts.get(card.district) ?? card.district),
        told(categories[card.category]),
        figure(monthsUnsold(card), 'merchants'),
        figure(card.turnoverRupiah, 'rupiah'),
        figure(card.orders, 'orders'),
      ],
    ),
  ],
});

const explanation = (ids: readonly string[]): Sheet => ({
  sheet: 'Penjelasan',
  stickyRowsCount: 1,
  columns: [{ width: 26 }, { width: 50 }, { width: 40 }, { width: 60 }, { width: 50 }],
  data: [
    ['Kolom', 'Artinya', 'Rumus', 'Siapa dihitung', 'Sumber'].map(head),
    ...ids
      .map(definitionOf)
      .map(
        ({ name, sentence, formula, inclusion, source }): ExcelRow =>
          [name, sentence, formula, inclusion, source].map(told),
      ),
  ],
});

/** What only the city's officers get: names. */
export type Named = { readonly least: readonly StandingCard[] };

/** A month as a workbook: real numbers, a sheet per span, and a sheet that explains each column. */
export const xlsx = async (snapshot: Snapshot, named?: Named): Promise<Uint8Array> => {
  const rows = rowsOfSnapshot(snapshot);
  const districts = new Map(snapshot.districts.map(({ code, name }) => [code, name]));
  const sheets = [
    summary(snapshot),
    tableSheet(
      'Bulan',
      rows.filter(({ span }) => span === 'month'),
    ),
    tableSheet(
      '12 bulan',
      rows.filter(({ span }) => span === 'year'),
    ),
    lorenzSheet(rows),
    ...(named ? [officesSheet(snapshot), namesSheet(named.least, districts)] : []),
    missingSheet(rows),
    explanation([...columns.map(({ id }) => id), 'lorenz', ...(named ? officeFields : [])]),
  ];
  return writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
};
