import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Unit } from '../../../shared/domain/equity/definitions/indicator.ts';
import type { Value } from '../figures.ts';

/** A sheet; `titleColumns` stay in sight and are printed again on every page, as the heading row is. */
export type Sheet = {
  sheet: string;
  data: SheetData;
  columns: { width: number }[];
  stickyRowsCount?: number;
  titleColumns?: number;
};

const formats: Readonly<Record<Unit, string>> = {
  merchants: '#,##0',
  owners: '#,##0.0',
  orders: '#,##0',
  reports: '#,##0',
  rupiah: '#,##0',
  share: '0.0%',
  index: '0.000',
  points: '0.000',
  days: '0.0',
  text: '@',
};

export const head = (value: string): CellObject => ({
  value,
  fontWeight: 'bold',
  wrap: true,
  backgroundColor: '#F1EEE6',
});
export const title = (value: string): CellObject => ({ value, fontWeight: 'bold', fontSize: 16 });
export const wrapped = (value: string): CellObject => ({ value, type: String, wrap: true, alignVertical: 'top' });
/** A real number, so that it can be summed. Beyond 2^53 a spreadsheet would round it: then the digits stay as words. */
export const figure = (value: Value, unit: Unit): CellObject | null => {
  if (value === null || value === '') return null;
  const amount = Number(value);
  if (unit === 'text' || !Number.isSafeInteger(Math.trunc(amount))) return { value: String(value), type: String };
  return { value: amount, type: Number, format: formats[unit] };
};
