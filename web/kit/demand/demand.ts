import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../categories.ts';

export type Demand = Output<'GET /cities/{city}/demand/{year}'>;
export type Cell = Demand['cells'][number];
type Wanted = Cell['wanted'];

/** `1.200 kotak dan 40 stel`; nothing where the plan names no unit of goods. */
export const wantedWords = (wanted: Wanted): string => {
  const named = wanted.slice(0, 3).map(({ count: many, unit }) => `${count(many)} ${unit}`);
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} dan ${named.at(-1)}`;
};

/** `Mei 2027: 1.200 kotak di Dinas Pendidikan, 3 paket, Rp36.000.000` */
export const demandSentence = ({
  month,
  agencyName,
  lines,
  rupiah: total,
  wanted,
}: Omit<Demand['offices'][number], 'agencyId'>): string => {
  const many = wantedWords(wanted);
  return `${monthName(month)}: ${many === '' ? `${count(lines)} paket` : many} di ${agencyName}, ${many === '' ? '' : `${count(lines)} paket, `}${rupiah(total)}`;
};

export const demandName = (category: Category | null): string =>
  category === null ? 'Tidak dijual di pasar ini' : shortNames[category];
