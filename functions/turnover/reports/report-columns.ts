import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { Column } from '../../print/column-sheet.ts';
import type { reportsPage } from './list-reports.ts';

type Row = Awaited<ReturnType<typeof reportsPage>>['items'][number];
const shopColumns = ({ districts }: City): readonly Column<Row>[] => [
  ['Usaha', ({ name }) => name],
  ['Kecamatan', ({ district }) => districts.find(({ code }) => code === district)?.name ?? district],
];
export const missingColumns = (city: City): readonly Column<Row>[] => [
  ...shopColumns(city),
  ['Jenis usaha', ({ missing }) => missing && categories[missing.category]],
  ['Bulan dilaporkan dari sebelas bulan sebelumnya', ({ missing }) => missing?.reported ?? null],
  ['Bulan terdaftar dari sebelas bulan sebelumnya', ({ missing }) => missing?.months ?? null],
  ['Terjual di pasar ini', ({ missing }) => missing?.platformRupiah ?? null],
  ['Diambil pemiliknya', ({ missing }) => missing && (missing.claimed ? 'Ya' : 'Belum')],
  ['Kode usaha', ({ merchantId }) => merchantId],
];
export const reportedColumns = (city: City): readonly Column<Row>[] => [
  ...shopColumns(city),
  ['Di luar pasar ini', ({ report }) => report?.outsideRupiah ?? null],
  ['Dilaporkan', ({ report }) => report && dateTime(report.firstAt, city.zone)],
  ['Terakhir diubah', ({ report }) => report && dateTime(report.lastAt, city.zone)],
  ['Revisi', ({ report }) => report?.revision ?? null],
  ['Kode usaha', ({ merchantId }) => merchantId],
];
