import { folded } from '../../basics/fold.ts';
import type { Month } from '../../basics/month.ts';
import { cellsOf, type Stands } from '../../basics/sheets/sheet-heading.ts';
import type { City } from '../../places/city.ts';
import { type FlawList, flawList, type Row } from './cells.ts';
import type { Figures } from './feed.ts';
import { type VehicleCode, vehicleNames } from './words.ts';

/** What rows are read against. */
export type Reading = {
  readonly cityCode: string;
  readonly month: Month;
  readonly districts: readonly Pick<City['districts'][number], 'code' | 'name'>[];
};
/** What one kind of feed makes of its rows, one by one. */
export type Gathering = { readonly take: (row: Row) => void; readonly figures: () => Figures };

const vehicles = new Map<string, VehicleCode>([
  ['motorcycle', 'motorcycle'],
  ['motor', 'motorcycle'],
  ['sepeda motor', 'motorcycle'],
  ['moped', 'motorcycle'],
  ['car', 'car'],
  ['mobil', 'car'],
  ['bicycle', 'bicycle'],
  ['sepeda', 'bicycle'],
  ['truck', 'truck'],
  ['truk', 'truck'],
]);

/** `35.72.01`, `357201`, `3572010` of nobody's, or the name, in whatever letters and with whatever marks it was typed. */
export const districtFinder = (districts: Reading['districts']): ((typed: string) => string | undefined) => {
  const known = new Map<string, string>();
  for (const { code, name } of districts)
    for (const way of [code, code.replaceAll('.', ''), name, `kecamatan ${name}`, `kec ${name}`])
      known.set(way, code).set(folded(way), code);
  return (typed) => known.get(typed) ?? known.get(folded(typed));
};

export const vehicleOf = (row: Row): VehicleCode | undefined => {
  const found = vehicles.get(row.text('vehicle').toLowerCase());
  if (found) return found;
  return row.flaw('vehicle', `Jenis kendaraan tidak dikenal. Pakai ${Object.values(vehicleNames).join(', ')}.`);
};

/** Of a million rows almost all are of one month: its spellings are compared, not parsed. */
const isOfMonth = (typed: string, month: Month): boolean => typed === month || typed === `${month}-01`;

/** The district of a row, when it and the month are right. */
export const placedIn = (row: Row, { month, cityCode }: Reading, find: (typed: string) => string | undefined) => {
  if (!isOfMonth(row.text('month'), month)) return row.flaw('month', `Bukan bulan ${month}. Kirim tiap bulan sendiri.`);
  const found = find(row.text('district'));
  return (
    found ?? row.flaw('district', `Kecamatan ini tidak ada di kota ${cityCode}. Pakai kode seperti ${cityCode}.01.`)
  );
};

/** Turns cells into rows that know their columns' titles, and keeps what is wrong and what is odd. */
export const rowReader = (stands: Stands<string>, gathering: Gathering) => {
  const [flaws, flags] = [flawList(), flawList()];
  let rows = 0;
  const noted = (list: FlawList, at: number) => (column: string, detail: string) =>
    list.add(at, stands[column]?.title ?? column, detail);
  return {
    take: (cells: readonly string[], at: number): void => {
      if (cells.every((cell) => cell.trim() === '')) return;
      rows += 1;
      const note = noted(flaws, at);
      const flaw = (column: string, detail: string): undefined => {
        note(column, detail);
      };
      gathering.take({ at, text: cellsOf(cells, stands), flaw, flag: noted(flags, at) });
    },
    result: () => ({ rows, flaws, flags, figures: gathering.figures() }),
  };
};
