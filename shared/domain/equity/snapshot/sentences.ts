import { count, percent } from '../../basics/wording.ts';
import type { Cell, NamedCell } from './cell.ts';

/*
 * What pages and reports both say of a month, once. Only types come from the snapshot, so that a page carries no schema.
 */

/** Where a Lorenz curve stands at a share of merchants, straight between its points. */
export const lorenzAt = (points: readonly number[], share: number): number => {
  const index = share * (points.length - 1);
  const before = Math.floor(index);
  const from = points[before] ?? 0;
  const to = points[Math.min(before + 1, points.length - 1)] ?? from;
  return from + (to - from) * (index - before);
};

const received = (share: number): string => {
  if (share === 0) return 'belum menerima apa pun';
  return share < 0.005 ? 'menerima kurang dari Rp1' : `menerima Rp${Math.round(share * 100)}`;
};

/** The curve as people tell it: ten shops and a hundred rupiah. */
export const lorenzSentence = (points: readonly number[]): string =>
  `Bayangkan 10 usaha berbagi Rp100: 1 yang terbesar ${received(1 - lorenzAt(points, 0.9))}, ` +
  `4 yang terkecil bersama-sama ${received(lorenzAt(points, 0.4))}.`;

/** Which small parts are told as one, for people; '' of a part that stands alone. */
export const mergedSentence = ({ name, mergedFrom }: Pick<NamedCell, 'name' | 'mergedFrom'>): string =>
  mergedFrom
    ? `${name} ialah ${mergedFrom.map((part) => part.name).join(', ')}, digabung agar omzet satu usaha tidak terbuka.`
    : '';

/** What people are told of a curve that shows too few shops to be told in tenths. */
export const COARSE_CURVE = 'Kurva ini disederhanakan untuk umum, supaya tidak membuka omzet beberapa usaha.';

type Counted = Pick<Cell, 'merchants' | 'sold' | 'unsold' | 'withoutOffer'>;

/** What the ten largest have, and who shares the rest: those who sold nothing share nothing. */
export const topTenSentence = ({ sold, unsold }: Pick<Counted, 'sold' | 'unsold'>, share: number): string => {
  const rest = `${count(sold - 10)} usaha lain berbagi sisanya`;
  const nothing = unsold === 0 ? '' : `, dan ${count(unsold)} belum menjual apa pun`;
  return `10 usaha teratas memegang ${percent(share)} omzet; ${rest}${nothing}.`;
};

/**
 * The other denominator: the headline counts everybody in the register, this those who took part in the month's market
 * (an active offer on fifteen days or more, or a sale).
 */
export const offeringSentence = ({ merchants, unsold, withoutOffer }: Counted): string => {
  const [offering, without] = [merchants - withoutOffer, unsold - withoutOffer];
  if (offering === 0) return 'Belum ada usaha yang menawarkan barang selama 15 hari atau lebih.';
  if (without === 0) return `Semua ${count(offering)} usaha yang menawarkan barang 15 hari atau lebih sudah menjual.`;
  return `Di antara ${count(offering)} usaha yang menawarkan barang 15 hari atau lebih, ${count(without)} belum menjual.`;
};

/** Normal quantile of 95%. */
const Z = 1.96;
/** Between what a share surely lies, seen in so many. Source: Wilson, Journal of the American Statistical Association 22 (1927). */
export const shareInterval = (part: number, of: number): readonly [low: number, high: number] => {
  const [share, spread] = [part / of, Z ** 2 / of];
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))) / (1 + spread);
  return [middle - half, middle + half];
};

type Ranked = { readonly unsold: number; readonly merchants: number };
/** Could the place that leads a ranking by share lead it by chance? So where the next one's share is within its interval. */
export const mayBeChance = (first: Ranked, second: Ranked | undefined): boolean =>
  second !== undefined && second.unsold / second.merchants > shareInterval(first.unsold, first.merchants)[0];
