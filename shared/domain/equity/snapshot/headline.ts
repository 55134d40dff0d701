import type { Month } from '../../basics/month.ts';
import { count, monthName } from '../../basics/wording.ts';
import type { Cell } from './cell.ts';

/** The headline of every page and report: how many did not sell. */
export const headline = (cell: Pick<Cell, 'merchants' | 'unsold'>, month: Month): string =>
  cell.merchants === 0
    ? `Belum ada usaha aktif pada ${monthName(month)}.`
    : cell.unsold === 0
      ? `Semua ${count(cell.merchants)} usaha menjual pada ${monthName(month)}.`
      : `${count(cell.unsold)} dari ${count(cell.merchants)} usaha belum menjual apa pun pada ${monthName(month)}.`;
