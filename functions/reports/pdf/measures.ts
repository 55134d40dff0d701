import { index } from '../../../shared/domain/basics/wording.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { ink, LEFT, type PdfDocument, WIDTH, write } from '../../print/pdf-paper.ts';
import { count, percent, rupiah, spoken } from '../figures.ts';
import { curveInWords, howConcentrated, howDeep } from '../sentences/concentration.ts';
import { splitBar } from './bars.ts';
import { figures, heading } from './findings.ts';
import { lorenz } from './lorenz.ts';

const offerless = (merchants: number): string =>
  merchants === 0
    ? 'Semuanya punya penawaran atau sudah menjual.'
    : `${count(merchants)} yang belum menjual juga belum punya penawaran: bantu dulu menawarkan barangnya.`;

/** 1: how many of the register sold at all. */
export const reach = (paper: PdfDocument, { total }: Snapshot, y: number): number => {
  const { merchants, unsold, sold, newcomers, departed: left, withoutOffer } = total;
  const top = heading(
    paper,
    y,
    1,
    'Jangkauan',
    merchants === 0 ? 'Belum ada usaha terdaftar.' : offeringSentence(total),
  );
  const share = merchants > 0 ? ` (${percent(unsold / merchants)})` : '';
  const end = splitBar(paper, top, {
    part: unsold,
    whole: merchants,
    partName: `Belum menjual: ${count(unsold)} usaha${share}`,
    restName: `Sudah menjual: ${count(sold)} usaha`,
  });
  return (
    write(
      paper,
      `${count(merchants)} usaha terdaftar, ${count(newcomers)} baru bulan ini, ${count(left)} keluar. ${offerless(withoutOffer)}`,
      LEFT,
      end,
      { size: 9.5 },
    ) + 12
  );
};

/** 2: how much those who sold sold. */
export const depth = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
  const { turnoverRupiah, orders, spread } = snapshot.total;
  const top = heading(paper, y, 2, 'Omzet tengah', howDeep(snapshot));
  return (
    figures(paper, top, [
      ['omzet tengah penjual', spoken(spread?.median.value ?? null, 'rupiah')],
      ['omzet seluruh pasar', turnoverRupiah === null ? 'tidak ditampilkan' : rupiah(turnoverRupiah)],
      ['pesanan diterima', orders === null ? 'tidak ditampilkan' : count(orders)],
    ]) + 10
  );
};

const CURVE = 150;
/** 3: how unequally it fell on them. The fourth, where to go next, is a page of its own (gap.ts). */
export const concentration = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
  const { spread } = snapshot.total;
  const top = heading(paper, y, 3, 'Pemusatan', howConcentrated(snapshot));
  if (!spread || spread.lorenz.length === 0) return top + 10;
  lorenz(paper, LEFT, top + 2, CURVE, spread.lorenz);
  const [x, width] = [LEFT + CURVE + 28, WIDTH - CURVE - 28];
  const say = (text: string, at: number, strong = false) =>
    write(paper, text, x, at, { size: strong ? 11.5 : 9.5, strong, width, colour: strong ? ink.text : ink.dim }) + 6;
  let at = say(curveInWords(spread), top, true);
  at = say(
    'Garis putus-putus: bila semua usaha beromzet sama. Makin jauh garis tebal di bawahnya, makin terpusat omzetnya.',
    at,
  );
  if (spread.hoover.value !== null)
    at = say(`${percent(spread.hoover.value)} omzet perlu berpindah agar semua usaha beromzet sama.`, at);
  if (spread.gini.value !== null)
    at = say(
      `Koefisien Gini ${index(spread.gini.value)} untuk ${count(snapshot.total.merchants)} usaha` +
        `${spread.giniSellers.value === null ? '' : `, ${index(spread.giniSellers.value)} di antara yang menjual`}` +
        `${spread.giniFloor.value ? `; dengan ${count(snapshot.total.orders ?? 0)} pesanan tidak mungkin di bawah ${index(spread.giniFloor.value)}` : ''}. 0 berarti rata, 1 berarti satu usaha memegang semuanya.`,
      at,
    );
  return Math.max(at, top + CURVE + 24);
};
