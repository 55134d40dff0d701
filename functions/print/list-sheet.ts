import type { Download } from '../../shared/contract/route/download.ts';
import { SHEET_ROWS, type SheetFormat } from '../../shared/contract/route/sheet.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { World } from '../world.ts';
import { columnCsv } from './column-csv.ts';
import type { Column } from './column-sheet.ts';
import { columnXlsx } from './column-xlsx.ts';

const types: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

export type ListSheet<Row> = {
  readonly city: City;
  /** Of letters and hyphens: the beginning of the file's name. */
  readonly file: string;
  readonly title: string;
  /** What the list holds, in a sentence: which view and filters, and how final it is. */
  readonly says: string;
  readonly columns: readonly Column<Row>[];
};
type Page<Row> = { readonly items: readonly Row[]; readonly next: string | null };
type Asked = { readonly format: SheetFormat; readonly cursor: string | undefined };

const stamp = (at: string): string => at.slice(0, 16).replace(/[-:]/g, '');

/**
 * A list as a file. It is read page by page with the very reading that answers the list, so it holds what this person is
 * told and nothing else. One file has an end; the next part begins where it ends.
 */
export const listSheet = async <Row>(
  world: World,
  { city, file, title, says, columns }: ListSheet<Row>,
  { format, cursor }: Asked,
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<Download> => {
  const at = world.now();
  const rows: Row[] = [];
  let next: string | null = cursor ?? null;
  do {
    const page: Page<Row> = await read(next ?? undefined);
    rows.push(...page.items);
    next = page.next;
  } while (next !== null && rows.length < SHEET_ROWS);
  const sheet = {
    columns,
    rows,
    notes: [
      ['Daftar', `${title}, ${city.name}`],
      ['Isi', says],
      ['Diambil', dateTime(at, city.zone)],
      ['Bagian', cursor === undefined ? 'Dari awal' : 'Lanjutan'],
      ['Sesudahnya', next === null ? 'Tidak ada lagi' : 'Ada di berkas berikutnya'],
    ] as const,
  };
  const bytes = format === 'csv' ? columnCsv<Row>(sheet) : await columnXlsx<Row>(title, sheet);
  return { name: `${file}-${city.cityCode}-${stamp(at)}Z.${format}`, type: types[format], bytes, next };
};
