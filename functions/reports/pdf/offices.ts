import { roughRupiah } from '../../../shared/domain/basics/wording.ts';
import type { AgencySpread } from '../../../shared/domain/equity/snapshot/cell.ts';
import { FOOT, ink, LEFT, type PdfDocument, write } from '../../print/pdf-paper.ts';
import { count, percent } from '../figures.ts';
import type { Report } from '../report.ts';
import { heading } from './findings.ts';
import { rowsThatFit, smallTable } from './small-table.ts';

const HOW =
  'Dihitung per pemilik, bukan per toko. “Setara” ialah satu dibagi jumlah kuadrat bagian tiap pemilik: sebesar apa ' +
  'pilihan dinas itu bila semua pemiliknya mendapat sama banyak. Pemasok baru ialah yang belum pernah menerima pesanan ' +
  'dinas itu dalam dua belas bulan.';

const columns = [
  { title: 'Dinas', width: 175 },
  { title: 'Belanja', width: 75, right: true },
  { title: 'Pemilik', width: 50, right: true },
  { title: 'Setara', width: 50, right: true },
  { title: 'Terbesar', width: 60, right: true },
  { title: 'Pemasok baru', width: 89, right: true },
] as const;

const row = ({
  name,
  rupiah,
  owners,
  equivalentOwners,
  largestShare,
  newOwners,
  newRupiah,
}: AgencySpread): string[] => [
  name,
  roughRupiah(rupiah),
  count(owners),
  equivalentOwners.value === null ? '–' : equivalentOwners.value.toFixed(1).replace('.', ','),
  largestShare.value === null ? '–' : percent(largestShare.value),
  `${count(newOwners)} (${roughRupiah(newRupiah)})`,
];

const largestFirst = (a: AgencySpread, b: AgencySpread): number => {
  const by = BigInt(b.rupiah) - BigInt(a.rupiah);
  return by > 0n ? 1 : by < 0n ? -1 : a.name < b.name ? -1 : 1;
};

/** Indicators 11 and 12 for the city's own officers: what each office bought, from how many, and how much from new ones. */
export const offices = (paper: PdfDocument, { snapshot: { agencies } }: Report, y: number): void => {
  const sorted = agencies.toSorted(largestFirst);
  const most = sorted[0];
  const says = most
    ? `Terbanyak berbelanja: ${most.name}, ${roughRupiah(most.rupiah)} dari ${count(most.owners)} pemilik.`
    : '';
  const top = heading(paper, y, 5, 'Belanja dinas', says);
  const shown = sorted.slice(0, rowsThatFit(top, FOOT - 60));
  const end = smallTable(paper, top, columns, shown.map(row));
  const rest = sorted.length - shown.length;
  const more = rest > 0 ? `${count(rest)} dinas lain ada di lembar Excel. ` : '';
  write(paper, `${more}${HOW}`, LEFT, end + 6, { size: 8.5, colour: ink.dim });
};
