import type { Day } from '../domain/basics/month.ts';

/** A legal figure with the days it is in force and where it is written. Law changes: a change is a new row, never an edit. */
export type DatedFigure = {
  readonly rupiah: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
};

export const figures = {
  /** Direct procurement of goods and other services: the most one office order may cost without a tender. */
  'direct-procurement': [
    {
      rupiah: 200_000_000,
      validFrom: '2018-03-22',
      validTo: '2025-04-29',
      source: 'Perpres 16/2018, pasal 1 angka 40 (pengadaan langsung barang/jasa lainnya)',
    },
    {
      rupiah: 200_000_000,
      validFrom: '2025-04-30',
      validTo: null,
      source: 'Perpres 46/2025, pasal 1 angka 40 (tetap Rp200 juta untuk barang/jasa lainnya)',
    },
  ],
} as const satisfies Record<string, readonly DatedFigure[]>;

/** The figure in force on a day. Throws for a day before the first row: better no answer than an invented one. */
export const figureOn = (name: keyof typeof figures, day: Day): DatedFigure => {
  const found = figures[name].find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  if (!found) throw new Error(`no figure ${name} is in force on ${day}`);
  return found;
};
