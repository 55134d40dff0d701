import { count, rupiah } from '../../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../../kit/desk/data-table.tsx';
import { type Cell, measuresOf } from '../../../kit/equity/words.ts';

const HIDDEN = 'tidak ditampilkan';
/** The four measures in their order, then what they are made of: a row each, as one reads them. */
export const sideRows = (a: Cell, b: Cell): { name: string; a: string; b: string }[] => {
  const [ofA, ofB] = [measuresOf(a), measuresOf(b)];
  const money = (value: string | null) => (value === null ? HIDDEN : rupiah(value));
  const number = (value: number | null) => (value === null ? HIDDEN : count(value));
  return [
    ...ofA.map(({ name, value }, at) => ({ name, a: value, b: ofB[at]?.value ?? '' })),
    { name: 'Omzet', a: money(a.turnoverRupiah), b: money(b.turnoverRupiah) },
    { name: 'Pesanan', a: number(a.orders), b: number(b.orders) },
    { name: 'Usaha baru', a: count(a.newcomers), b: count(b.newcomers) },
    { name: 'Baru menjual lagi', a: count(a.activated), b: count(b.activated) },
    { name: 'Berhenti menjual', a: count(a.dropped), b: count(b.dropped) },
  ];
};

type Props = {
  readonly caption: string;
  readonly heads: readonly [string, string];
  readonly cells: readonly [Cell, Cell];
};
/** Two months or two districts, number beside number. */
export const SideBySide = ({ caption, heads, cells: [a, b] }: Props) => (
  <DataTable
    caption={caption}
    rows={sideRows(a, b)}
    keyOf={({ name }) => name}
    columns={[
      { name: 'Ukuran', show: ({ name }) => name },
      { name: heads[0], number: true, show: (row) => row.a },
      { name: heads[1], number: true, show: (row) => row.b },
    ]}
  />
);
