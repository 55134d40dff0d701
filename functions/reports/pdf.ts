import { categories } from '../../shared/domain/category-labels.ts';
import { definitionOf } from '../../shared/domain/equity/definition.ts';
import { monthName, type Snapshot } from '../../shared/domain/snapshot.ts';
import { count, index, percent, rupiah, spoken } from './figures.ts';
import { monthsUnsold } from './least-sold.ts';
import { finding, lorenz, rankedBars, smallTable, splitBar } from './pdf-charts.ts';
import { bytesOf, frame, ink, LEFT, line, newPaper, type Paper, rule, WIDTH, write } from './pdf-paper.ts';
import { byUnsoldShare, howConcentrated, howDeep, lorenzSentence, whereNext, whoDidNotSell } from './sentences.ts';
import type { Named } from './xlsx.ts';

const MOST_BARS = 12;
const MOST_NAMES = 10;
const TOP = 34;

/** The heading of a measure: its number in the fixed order, its name, and what it says. */
const heading = (paper: Paper, y: number, number: number, name: string, says: string): number => {
  rule(paper, y);
  line(paper, `${number}  ${name}`, LEFT, y + 9, { size: 13, strong: true, colour: ink.action });
  return write(paper, says, LEFT, y + 27, { size: 9.5, colour: ink.dim }) + 6;
};

/** Only a zoned clock would say a day; the close is announced in UTC. */
const dayOf = (instant: string): string => `${Number(instant.slice(8, 10))} ${monthName(instant.slice(0, 7))}`;

const title = (paper: Paper, snapshot: Snapshot, full: boolean): number => {
  const { placeName, month, phase, revision } = snapshot;
  line(paper, `Laporan pemerataan pasar${full ? ' · untuk petugas kota' : ''}`, LEFT, TOP, {
    size: 9.5,
    colour: ink.dim,
  });
  line(paper, `${placeName}, ${monthName(month)}`, LEFT, TOP + 14, { size: 22, strong: true });
  const state = phase === 'final' ? 'Angka akhir' : 'Angka sementara: laporan usaha masih dapat berubah';
  line(paper, `${state} · revisi ${revision} · ditutup ${dayOf(snapshot.takenAt)}`, LEFT, TOP + 42, {
    size: 9.5,
    colour: ink.dim,
  });
  return TOP + 62;
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

const reach = (paper: Paper, { whole }: Snapshot, y: number): number => {
  const { merchants, unsold, sold, newcomers, left } = whole;
  const top = heading(
    paper,
    y,
    1,
    'Jangkauan',
    'Dari semua usaha terdaftar, berapa yang sudah menjual dan berapa yang belum.',
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
      `${count(merchants)} usaha terdaftar, ${count(newcomers)} baru bulan ini, ${count(left)} keluar.`,
      LEFT,
      end,
      { size: 9.5 },
    ) + 12
  );
};

const figures = (paper: Paper, y: number, shown: readonly (readonly [string, string])[]): number => {
  const width = WIDTH / shown.length;
  shown.forEach(([name, value], at) => {
    line(paper, value, LEFT + at * width, y, { size: 15, strong: true, width: width - 8 });
    line(paper, name, LEFT + at * width, y + 19, { size: 8.5, colour: ink.dim, width: width - 8 });
  });
  return y + 36;
};

const depth = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { turnoverRupiah, orders, spread } = snapshot.whole;
  const top = heading(paper, y, 2, 'Kedalaman', howDeep(snapshot));
  return (
    figures(paper, top, [
      ['omzet tengah penjual', spoken(spread?.median.value ?? null, 'rupiah')],
      ['omzet seluruh pasar', turnoverRupiah === null ? 'tidak ditampilkan' : rupiah(turnoverRupiah)],
      ['pesanan diterima', count(orders)],
    ]) + 10
  );
};

const CURVE = 150;
const concentration = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { spread } = snapshot.whole;
  const top = heading(paper, y, 3, 'Kepekatan', howConcentrated(snapshot));
  if (!spread || spread.lorenz.length === 0) return top + 10;
  lorenz(paper, LEFT, top + 2, CURVE, spread.lorenz);
  const [x, width] = [LEFT + CURVE + 28, WIDTH - CURVE - 28];
  const say = (text: string, at: number, strong = false) =>
    write(paper, text, x, at, { size: strong ? 11.5 : 9.5, strong, width, colour: strong ? ink.text : ink.dim }) + 6;
  let at = say(lorenzSentence(spread.lorenz), top, true);
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
        `${spread.giniFloor.value ? `; dengan ${count(snapshot.whole.orders)} pesanan tidak mungkin di bawah ${index(spread.giniFloor.value)}` : ''}. 0 berarti rata, 1 berarti satu usaha memegang semuanya.`,
      at,
    );
  return Math.max(at, top + CURVE + 24);
};

const gapList = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { whole } = snapshot;
  const top = heading(paper, y, 4, 'Daftar celah', whereNext(snapshot));
  const from = figures(paper, top, [
    ['belum menjual bulan ini saja', count(whole.unsoldOne)],
    ['dua bulan berturut-turut', count(whole.unsoldTwo)],
    ['tiga bulan atau lebih', count(whole.unsoldThreeOrMore)],
    ['mulai menjual bulan ini', count(whole.activated)],
  ]);
  const places = byUnsoldShare(snapshot.districts);
  if (places.length === 0) return from;
  line(paper, 'Bagian usaha yang belum menjual, per kecamatan', LEFT, from + 6, { size: 10, strong: true });
  const end = rankedBars(
    paper,
    from + 24,
    places.slice(0, MOST_BARS).map(({ name, unsold, merchants }) => ({
      name,
      part: unsold,
      whole: merchants,
      text: `${count(unsold)} dari ${count(merchants)} usaha (${percent(unsold / merchants)})`,
    })),
  );
  const few = places.some(({ merchants }) => merchants < 10)
    ? ' Kecamatan dengan kurang dari 10 usaha ada di bawah.'
    : '';
  const more = places.length > MOST_BARS ? `${places.length - MOST_BARS} kecamatan lain ada di lembar Excel.` : '';
  return write(paper, `${more}${few}`.trim(), LEFT, end, { size: 8.5, colour: ink.dim }) + 6;
};

const names = (paper: Paper, snapshot: Snapshot, { least }: Named, y: number): number => {
  const districts = new Map(snapshot.districts.map(({ code, name }) => [code, name]));
  const unsold = least.filter(({ turnoverRupiah }) => turnoverRupiah === 0);
  if (unsold.length === 0) return y;
  line(paper, 'Kunjungi lebih dulu', LEFT, y, { size: 10, strong: true });
  const end = smallTable(
    paper,
    y + 16,
    [
      { title: 'Usaha', width: 190 },
      { title: 'Kecamatan', width: 110 },
      { title: 'Jenis usaha', width: 119 },
      { title: 'Lama (bulan)', width: 80, right: true },
    ],
    unsold
      .slice(0, MOST_NAMES)
      .map((card) => [
        card.name,
        districts.get(card.district) ?? card.district,
        categories[card.category],
        count(monthsUnsold(card)),
      ]),
  );
  const rest = snapshot.whole.unsold - Math.min(MOST_NAMES, unsold.length);
  return rest > 0
    ? write(paper, `${count(rest)} usaha lain ada di lembar Excel dan di konsol.`, LEFT, end + 2, {
        size: 8.5,
        colour: ink.dim,
      }) + 6
    : end + 6;
};

const year = (paper: Paper, snapshot: Snapshot, y: number): number => {
  const { merchants, unsold, turnoverRupiah, spread } = snapshot.year.whole;
  rule(paper, y);
  const figuresOfYear =
    turnoverRupiah === null || spread === null
      ? 'Omzetnya tidak ditampilkan.'
      : `Omzetnya ${rupiah(turnoverRupiah)}; Gini ${spoken(spread.gini.value, 'index')}. Satu bulan dengan sedikit pesanan selalu tampak timpang, setahun lebih adil dibaca.`;
  line(paper, 'Dua belas bulan terakhir', LEFT, y + 9, { size: 10, strong: true });
  return (
    write(
      paper,
      `${count(unsold)} dari ${count(merchants)} usaha belum menjual apa pun. ${figuresOfYear}`,
      LEFT,
      y + 24,
      { size: 9.5 },
    ) + 8
  );
};

const reading = (paper: Paper, y: number): void => {
  rule(paper, y);
  line(paper, 'Cara membaca', LEFT, y + 9, { size: 10, strong: true });
  const told = ['merchants', 'unsold', 'turnoverRupiah', 'median', 'topTenMerchantsShare', 'gini'].map(definitionOf);
  let at = y + 25;
  for (const { name, sentence } of told)
    at = write(paper, `${name}: ${sentence}`, LEFT, at, { size: 8, colour: ink.dim, gap: 1 }) + 3;
};

/** A month on two A4 pages, readable without statistics: three sentences, then the four measures in their fixed order. */
export const pdf = (snapshot: Snapshot, named?: Named): Promise<Uint8Array> => {
  const { placeName, month, definition, hash, missing } = snapshot;
  const partial = missing.length > 0 ? ` Belum lengkap: tanpa ${missing.length} wilayah.` : '';
  const foot = `Pasar Rata ${placeName} · pesanan yang sudah diterima · ${definition} · sidik ${hash.slice(0, 12)}.${partial}`;
  const paper = newPaper(`Laporan pemerataan ${placeName} ${monthName(month)}`, snapshot.takenAt);
  frame(paper, foot, 1);
  let y = threeSentences(paper, snapshot, title(paper, snapshot, named !== undefined));
  y = reach(paper, snapshot, y);
  y = depth(paper, snapshot, y);
  y = concentration(paper, snapshot, y);
  year(paper, snapshot, y + 8);
  paper.addPage();
  frame(paper, foot, 2);
  y = gapList(paper, snapshot, TOP - 10);
  if (named) y = names(paper, snapshot, named, y + 4);
  reading(paper, y + 6);
  return bytesOf(paper);
};
