import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import {
  bytesOf,
  drawRule,
  frame,
  ink,
  LEFT,
  line,
  newDocument,
  type PdfDocument,
  WIDTH,
  write,
} from '../../print/pdf-paper.ts';
import type { Report } from '../report.ts';
import { howConcentrated } from '../sentences/concentration.ts';
import { howPriced, whatCouldBe } from '../sentences/prices.ts';
import { whereNext, whoDidNotSell } from '../sentences/reach.ts';
import { howFinal, howTheYearWent, whatIsMissing } from '../sentences.ts';
import { finding } from './findings.ts';
import { gapList } from './gap.ts';
import { concentration, depth, reach } from './measures.ts';
import { offices } from './offices.ts';

const TOP = 34;

const title = (paper: PdfDocument, report: Report): number => {
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

const threeSentences = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
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

const year = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
  drawRule(paper, y);
  line(paper, 'Dua belas bulan terakhir', LEFT, y + 9, { size: 10, strong: true });
  return write(paper, howTheYearWent(snapshot), LEFT, y + 24, { size: 9.5 }) + 8;
};

const reading = (paper: PdfDocument, y: number): void => {
  drawRule(paper, y);
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
const prices = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
  const said = howPriced(snapshot);
  if (said === '') return y;
  drawRule(paper, y);
  line(paper, 'Harga yang dibayar', LEFT, y + 9, { size: 10, strong: true });
  return write(paper, said, LEFT, y + 24, { size: 9.5 }) + 8;
};

/** What could have been attained with the month's orders, where it was computed. */
const attainable = (paper: PdfDocument, snapshot: Snapshot, y: number): number => {
  const said = whatCouldBe(snapshot);
  if (said.length === 0) return y;
  drawRule(paper, y);
  line(paper, 'Yang bisa dicapai', LEFT, y + 9, { size: 10, strong: true });
  return write(paper, said.join(' '), LEFT, y + 24, { size: 9.5 }) + 8;
};

/**
 * A month on two A4 pages, readable without statistics: three sentences, then the four measures in their fixed order. For
 * the city's officers a third one, of what its offices bought.
 */
export const pdf = async (report: Report): Promise<Uint8Array> => {
  const { snapshot } = report;
  const { placeName, month, definition, hash } = snapshot;
  const foot = `Pasar Rata ${placeName} · pesanan yang sudah diterima · ${definition} · sidik ${hash.slice(0, 12)}.`;
  const withOffices = report.least !== undefined && snapshot.agencies.length > 0;
  const sheets = withOffices ? 3 : 2;
  const paper = await newDocument(`Laporan pemerataan ${placeName} ${monthName(month)}`, snapshot.takenAt);
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
  y = attainable(paper, snapshot, y + 6);
  reading(paper, y + 6);
  if (withOffices) {
    paper.addPage();
    frame(paper, foot, 3, sheets);
    offices(paper, report, TOP - 10);
  }
  return bytesOf(paper);
};
