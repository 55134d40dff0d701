import { roughRupiah } from '../../../shared/domain/basics/wording.ts';
import {
  cheapestSentence,
  envySentence,
  exposureSentence,
  firstSaleSentence,
  reachedSentence,
  silenceSentence,
} from '../../../shared/domain/equity/attainable/sentences.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { shortReasons } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import { count, percent } from '../figures.ts';

/** The price paid beside the reference; a difference too small to say is none. */
const againstReference = (ratio: number): string => {
  const [off, share] = [ratio - 1, percent(Math.abs(ratio - 1))];
  if (Math.abs(off) < 0.0005) return 'sama dengan harga acuan';
  return `${share} di ${off < 0 ? 'bawah' : 'atas'} harga acuan`;
};

/** What was paid for goods chosen from a fair list, and how often somebody chose below its line; '' where nothing is to say. */
export const howPriced = ({ total: { pricesPaid } }: Snapshot): string => {
  if (!pricesPaid) return '';
  const { ratio, comparedRupiah, belowLine, below } = pricesPaid;
  const price =
    ratio === null
      ? 'Belum ada barang dengan harga acuan.'
      : `Barang yang dipilih dari daftar berurutan dibayar ${roughRupiah(comparedRupiah)}, ${againstReference(ratio)}.`;
  if (belowLine === 0) return `${price} Tidak ada pesanan pada penawaran di bawah garis.`;
  const [most] = Object.entries(below).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!most) return price;
  const [reason, times] = most;
  const name = (shortReasons as Readonly<Record<string, string>>)[reason] ?? reason;
  const why = times === belowLine ? `karena ${name}` : `terbanyak karena ${name} (${count(times)})`;
  return `${price} ${count(belowLine)} pesanan pada penawaran di bawah garis, ${why}.`;
};

/** What could have been attained, how owners waited and were shown; nothing of a month it was not computed of, or is hidden. */
export const whatCouldBe = ({ attainable }: Pick<Snapshot, 'attainable'>): string[] =>
  attainable
    ? [
        reachedSentence(attainable.total),
        envySentence(attainable),
        silenceSentence(attainable),
        firstSaleSentence(attainable),
        exposureSentence(attainable),
        cheapestSentence(attainable),
      ].filter((sentence) => sentence !== '')
    : [];
