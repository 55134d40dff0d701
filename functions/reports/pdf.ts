import { dateTime } from '../../shared/domain/basics/wording.ts';
import { definitionOf } from '../../shared/domain/equity/definitions/definition.ts';
import { offeringSentence } from '../../shared/domain/equity/snapshot/sentences.ts';
import { monthName, type Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { bytesOf, frame, ink, LEFT, line, newPaper, type Paper, rule, WIDTH, write } from '../print/pdf-paper.ts';
import { count, index, percent, rupiah, spoken } from './figures.ts';
import { figures, finding, heading, lorenz, splitBar } from './pdf-charts.ts';
import { gapList } from './pdf-gap.ts';
import { offices } from './pdf-offices.ts';
import type { Report } from './report.ts';
import {
  curveInWords,
  howConcentrated,
  howDeep,
  howFinal,
  howPriced,
  howTheYearWent,
  whatIsMissing,
  whereNext,
  whoDidNotSell,
} from './sentences.ts';

const TOP = 34;

const title = (paper: Paper, report: Report): number => {
  const { snapshot, zone, least } = report;
  const { placeName, month, revision, takenAt } = snapshot;
  line(paper, `Laporan pemerataan pasar${least ? ' · untuk petugas kota' : ''}`, LEFT, TOP, {
    size: 9.5,
    colour: ink.dim,
  });
  line(paper, `${placeName}, ${monthName(month)}`, LEFT, TOP + 14, { size: 22, strong: true });
  line(paper, `${howFinal(report)} · revisi ${revision} · ditutup ${dateTime(takenAt, zone)}`, LEFT, TOP + 42, {
    size: 9.5,
    colour: ink.dim,
  });
  const missing = whatIsMissing(report);
  if (missing === '') return TOP + 62;
  return write(paper, missing, LEFT, TOP + 60, { size: 9.5, strong: true, colour: ink.gap }) + 8;
};

const threeSentences = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const said = [
    ['Siapa yang belum menjual', whoDidNotSell(snapshot), ink.gap],
    ['Seberapa terpusat', howConcentrated(snapshot), ink.action],
    ['Ke mana berikutnya', whereNext(snapshot), ink.action],
  ] as const;
  const draw = (from: number) =>
    said.reduce((at, [question, answer, colour]) => finding(paper, at, question, answer, colour), from + 10);
  const end = draw(y);
  // Drawn once to learn its height, then again on its ground.
  paper.rect(LEFT, y, WIDTH, end - y).fill(ink.sunk);
  draw(y);
  return end + 14;
};

const offerless = (merchants: number): string =>
  merchants === 0
    ? 'Semuanya punya penawaran atau sudah menjual.'
    : `${count(merchants)} yang belum menjual juga belum punya penawaran: bantu dulu menawarkan barangnya.`;

const reach = (paper: Paper, { whole }: Snapshot, y: number): number => {
  const { merchants, unsold, sold, newcomers, left, withoutOffer } = whole;
  const top = heading(
    paper,
    y,
    1,
    'Jangkauan',
    merchants === 0 ? 'Belum ada usaha terdaftar.' : offeringSentence(whole),
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

const depth = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { turnoverRupiah, orders, spread } = snapshot.whole;
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
const concentration = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { spread } = snapshot.whole;
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
      `Koefisien Gini ${index(spread.gini.value)} untuk ${count(snapshot.whole.merchants)} usaha` +
        `${spread.giniSellers.value === null ? '' : `, ${index(spread.giniSellers.value)} di antara yang menjual`}` +
        `${spread.giniFloor.value ? `; dengan ${count(snapshot.whole.orders ?? 0)} pesanan tidak mungkin di bawah ${index(spread.giniFloor.value)}` : ''}. 0 berarti rata, 1 berarti satu usaha memegang semuanya.`,
      at,
    );
  return Math.max(at, top + CURVE + 24);
};

const year = (paper: Paper, snapshot: Snapshot, y: number): number => {
  rule(paper, y);
  line(paper, 'Dua belas bulan terakhir', LEFT, y + 9, { size: 10, strong: true });
  return write(paper, howTheYearWent(snapshot), LEFT, y + 24, { size: 9.5 }) + 8;
};

const reading = (paper: Paper, y: number): void => {
  rule(paper, y);
  line(paper, 'Cara membaca', LEFT, y + 9, { size: 10, strong: true });
  const explained = ['merchants', 'unsold', 'turnoverRupiah', 'median', 'topTenMerchantsShare', 'gini'].map(
    definitionOf,
  );
  const half = explained.length / 2;
  explained.forEach(({ name, sentence }, at) => {
    const [x, row] = [LEFT + (at < half ? 0 : WIDTH / 2), at % half];
    write(paper, `${name}: ${sentence}`, x, y + 25 + row * 22, {
      size: 8,
      colour: ink.dim,
      gap: 1,
      width: WIDTH / 2 - 12,
    });
  });
};

/** Indicator 14 in one sentence, where something was chosen from a fair list. */
const prices = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const said = howPriced(snapshot);
  if (said === '') return y;
  rule(paper, y);
  line(paper, 'Harga yang dibayar', LEFT, y + 9, { size: 10, strong: true });
  return write(paper, said, LEFT, y + 24, { size: 9.5 }) + 8;
};

/**
 * A month on two A4 pages, readable without statistics: three sentences, then the four measures in their fixed order. For
 * the city's officers a third one, of what its offices bought.
 */
export const pdf = (report: Report): Promise<Uint8Array> => {
  const { snapshot } = report;
  const { placeName, month, definition, hash } = snapshot;
  const foot = `Pasar Rata ${placeName} · pesanan yang sudah diterima · ${definition} · sidik ${hash.slice(0, 12)}.`;
  const withOffices = report.least !== undefined && snapshot.agencies.length > 0;
  const sheets = withOffices ? 3 : 2;
  const paper = newPaper(`Laporan pemerataan ${placeName} ${monthName(month)}`, snapshot.takenAt);
  frame(paper, foot, 1, sheets);
  let y = threeSentences(paper, snapshot, title(paper, report));
  y = reach(paper, snapshot, y);
  y = depth(paper, snapshot, y);
  y = concentration(paper, snapshot, y);
  year(paper, snapshot, y + 8);
  paper.addPage();
  frame(paper, foot, 2, sheets);
  y = gapList(paper, report, TOP - 10);
  y = prices(paper, snapshot, y + 6);
  reading(paper, y + 6);
  if (withOffices) {
    paper.addPage();
    frame(paper, foot, 3, sheets);
    offices(paper, report, TOP - 10);
  }
  return bytesOf(paper);
};
