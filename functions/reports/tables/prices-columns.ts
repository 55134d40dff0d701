import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { Cell } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { PricesPaidTotal } from '../../../shared/domain/equity/standing/prices-paid-total.ts';
import type { Column } from './figure-columns.ts';

export const pricesPaid = [
  'ratio',
  'comparedRupiah',
  'referenceRupiah',
  'belowLine',
] as const satisfies (keyof PricesPaidTotal)[];
const pricesPaidOf = (cell: Cell): PricesPaidTotal | null => cell.pricesPaid ?? null;
export const ofPricesPaid = (field: (typeof pricesPaid)[number]): Column => ({
  ...definitionOf(field),
  read: (cell) => pricesPaidOf(cell)?.[field] ?? null,
});
/** A column for every reason of the gate: they add up to the choices below the line. */
export const ofReason = ([reason, words]: [string, string]): Column => ({
  ...definitionOf('below'),
  id: `below_${reason}`,
  unit: 'orders',
  name: `Di bawah garis: ${words}`,
  sentence: `Pesanan pada penawaran yang berada di bawah garis karena ${words}.`,
  read: (cell) => {
    const counts = pricesPaidOf(cell)?.below;
    return counts ? (counts[reason] ?? 0) : null;
  },
});
