import type { CitySpending } from '../../shared/contract/spending.ts';
import { inOfficeOrder } from '../../shared/domain/spending/office-orders.ts';
import type { Spent } from '../../shared/domain/spending/spent.ts';
import { type StageName, stageNames, stages } from '../../shared/domain/spending/stage-names.ts';
import type { Column, ColumnSheet } from '../print/column-sheet.ts';

type Row = Spent & { readonly name: string };

/** A year's total as a number where a cell holds it exactly, else as digits. */
const amount = (total: string | null): number | string | null => {
  if (total === null) return null;
  return Number.isSafeInteger(Number(total)) ? Number(total) : total;
};

const stageColumns = (name: StageName): Column<Row>[] => {
  const called = stageNames[name];
  return [
    [`${called}: mikro, kecil, koperasi`, (row) => amount(row[name].smallRupiah)],
    [`${called}: menengah`, (row) => amount(row[name].mediumRupiah)],
    [`${called}: skala belum dinyatakan`, (row) => amount(row[name].unstatedRupiah)],
    [`${called}: jumlah`, (row) => amount(row[name].totalRupiah)],
    [`${called}: bagian dari belanja pengadaan`, (row) => row[name].ofProcurement],
    [`${called}: bagian dari belanja di pasar ini`, (row) => row[name].ofMarket],
  ];
};

const columns: readonly Column<Row>[] = [
  ['Dinas', ({ name }) => name],
  ['Belanja pengadaan resmi', ({ procurementRupiah }) => amount(procurementRupiah)],
  ['Direncanakan untuk usaha kecil', ({ plannedSmallRupiah }) => amount(plannedSmallRupiah)],
  ['Direncanakan: bagian dari belanja pengadaan', ({ plannedShare }) => plannedShare],
  ...stages.flatMap(stageColumns),
  ['Pesanan', ({ orders }) => orders],
  ['Pemilik berbeda', ({ owners }) => owners],
  ['Setara n UMKM', ({ equivalentOwners }) => equivalentOwners],
  ['Bagian pemilik terbesar', ({ largestShare }) => largestShare],
  ['Pesanan lunas', ({ paidOrders }) => paidOrders],
  ['Hari serah terima sampai lunas, tengah', ({ medianDays }) => medianDays],
  ['Hari serah terima sampai lunas, terlama', ({ longestDays }) => longestDays],
];

/** What the page shows in its first order, office by office and the city last, as columns: no figure is computed again. */
export const spendingSheet = ({ offices, total }: CitySpending): ColumnSheet<Row> => ({
  columns,
  rows: [...inOfficeOrder(offices, 'delivered'), { ...total, name: 'Seluruh dinas' }],
});
