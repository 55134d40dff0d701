import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

/** A legal figure. Law changes: a change is a new row, never an edit. */
type DatedFigure = Dated & { readonly rupiah: number };

const figures = {
  /** Direct procurement of goods and other services: the most one office order may cost without a tender. */
  'direct-procurement': [
    {
      rupiah: 200_000_000,
      validFrom: '2018-03-22',
      validTo: '2025-04-29',
      source: 'Perpres 16/2018, pasal 1 angka 40 (pengadaan langsung barang/jasa lainnya)',
      confirmed: false,
    },
    {
      rupiah: 200_000_000,
      validFrom: '2025-04-30',
      validTo: null,
      source: 'Perpres 46/2025, pasal 1 angka 40 (tetap Rp200 juta untuk barang/jasa lainnya)',
      confirmed: false,
    },
  ],
} as const satisfies Record<string, readonly DatedFigure[]>;

/** The figure in force on a day. Throws for a day before the first row: better no answer than an invented one. */
export const figureOn = (name: keyof typeof figures, day: Day): DatedFigure => {
  const found = figures[name].find((figure) => inForce(figure, day));
  if (!found) throw new Error(`no figure ${name} is in force on ${day}`);
  return found;
};
