import { reasonInWords } from '../../shared/domain/equity/definition.ts';
import { headline, type NamedCell, type Snapshot } from '../../shared/domain/snapshot.ts';
import { count, percent, roughly } from './figures.ts';

/** A place smaller than this says little by its share: it stands after the others. */
const FEW = 10;

/** Where the curve stands at a share of merchants, straight between its points. */
const lorenzAt = (points: readonly number[], share: number): number => {
  const place = share * (points.length - 1);
  const before = Math.floor(place);
  const from = points[before] ?? 0;
  return from + ((points[before + 1] ?? from) - from) * (place - before);
};
const ofHundred = (share: number): string =>
  share > 0 && share < 0.005 ? 'kurang dari Rp1' : `Rp${Math.round(share * 100)}`;

const received = (share: number): string => (share === 0 ? 'belum menerima apa pun' : `menerima ${ofHundred(share)}`);

/** The Lorenz curve as people tell it. */
export const lorenzSentence = (points: readonly number[]): string =>
  `Bayangkan 10 usaha berbagi Rp100: 1 yang terbesar menerima ${ofHundred(1 - lorenzAt(points, 0.9))}, ` +
  `4 yang terkecil bersama-sama ${received(lorenzAt(points, 0.4))}.`;

/** Districts by the share that has not sold, the most first; where few are registered they come after. */
export const byUnsoldShare = (cells: readonly NamedCell[]): NamedCell[] =>
  cells
    .filter(({ merchants }) => merchants > 0)
    .sort(
      (a, b) =>
        Number(a.merchants < FEW) - Number(b.merchants < FEW) ||
        b.unsold / b.merchants - a.unsold / a.merchants ||
        b.unsold - a.unsold ||
        (a.code < b.code ? -1 : 1),
    );

/** Who did not sell. */
export const whoDidNotSell = ({ whole, month }: Snapshot): string =>
  headline(whole, month) +
  (whole.unsoldThreeOrMore > 0
    ? ` ${count(whole.unsoldThreeOrMore)} di antaranya sudah tiga bulan atau lebih.`
    : whole.unsold > 0
      ? ' Belum ada yang sampai tiga bulan berturut-turut.'
      : '');

/** How concentrated turnover is. */
export const howConcentrated = ({ whole }: Snapshot): string => {
  if (whole.spread === null) return 'Sebaran omzet tidak ditampilkan, karena dapat membuka omzet satu atau dua usaha.';
  const { topTenMerchantsShare: ten, lorenz, gini } = whole.spread;
  if (lorenz.length === 0) return `Sebaran omzet belum dapat dihitung: ${reasonInWords(gini.reason)}.`;
  const top = ten.value !== null && whole.merchants > 2 * FEW;
  return top
    ? `10 usaha teratas memegang ${percent(ten.value ?? 0)} omzet; ${count(whole.merchants - FEW)} usaha lainnya berbagi sisanya.`
    : lorenzSentence(lorenz);
};

/** Where to go next. */
export const whereNext = ({ districts, cities }: Snapshot): string => {
  const [first, second] = byUnsoldShare(districts.length > 0 ? districts : cities).filter(({ unsold }) => unsold > 0);
  if (!first) return 'Semua wilayah sudah menjual; jaga agar tidak ada yang berhenti.';
  const told = ({ name, merchants, unsold }: NamedCell) =>
    `${name} (${count(unsold)} dari ${count(merchants)} usaha belum menjual)`;
  return `Kunjungi lebih dulu ${told(first)}${second ? `, lalu ${told(second)}` : ''}.`;
};

/** How much a usual seller sold. */
export const howDeep = ({ whole }: Snapshot): string => {
  if (whole.spread === null) return 'Omzet tidak ditampilkan, karena usahanya terlalu sedikit.';
  const { median, p25, p75 } = whole.spread;
  if (median.value === null) return `Omzet tengah belum ada: ${reasonInWords(median.reason)}.`;
  const range =
    p25.value === null || p75.value === null
      ? ''
      : ` Separuh penjual berada di antara ${roughly(p25.value)} dan ${roughly(p75.value)}.`;
  return `Separuh penjual beromzet ${roughly(median.value)} atau kurang.${range}`;
};
