import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { roughRupiah } from '../../../shared/domain/basics/wording.ts';
import type { NamedCell } from '../../../shared/domain/equity/snapshot/cell.ts';
import { mergedSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { FOOT, ink, LEFT, line, type PdfDocument, write } from '../../print/pdf-paper.ts';
import { count, percent } from '../figures.ts';
import { monthsUnsold } from '../least-sold.ts';
import type { Report } from '../report.ts';
import { byUnsoldShare, whereNext, whereTheRestIs } from '../sentences/reach.ts';
import { rankedBars } from './bars.ts';
import { figures, heading } from './findings.ts';
import { rowsThatFit, smallTable } from './small-table.ts';

const MOST_BARS = 12;
const MOST_NAMES = 10;
const FEW_BARS = 5;
/** What follows on the page needs so much: the remark, the prices, how to read it. */
const KEPT_BELOW = 190;
/** Where it is told what could have been attained, so much more. */
const KEPT_ATTAINABLE = 100;
const keptBelow = ({ attainable }: Report['snapshot']): number => KEPT_BELOW + (attainable ? KEPT_ATTAINABLE : 0);

/** What does not fit the paper is in the workbook, and said so. */
const remark = (paper: PdfDocument, text: string, y: number): number =>
  text === '' ? y : write(paper, text, LEFT, y, { size: 8.5, colour: ink.dim }) + 6;

const bars = (paper: PdfDocument, places: readonly NamedCell[], y: number): number =>
  rankedBars(
    paper,
    y,
    places.map(({ name, unsold, merchants }) => ({
      name,
      part: unsold,
      whole: merchants,
      text: `${count(unsold)} dari ${count(merchants)} usaha (${percent(unsold / merchants)})`,
    })),
  );

const districts = (paper: PdfDocument, places: readonly NamedCell[], y: number): number => {
  line(paper, 'Bagian usaha yang belum menjual, per kecamatan', LEFT, y + 6, { size: 10, strong: true });
  const end = bars(paper, places.slice(0, MOST_BARS), y + 24);
  const more = places.length > MOST_BARS ? `${places.length - MOST_BARS} kecamatan lain ada di lembar Excel. ` : '';
  const few = places.some(({ merchants }) => merchants < 10)
    ? 'Kecamatan dengan kurang dari 10 usaha ada di bawah.'
    : '';
  return remark(paper, [more.trim(), few, ...places.map(mergedSentence)].filter(Boolean).join(' '), end);
};

const hiddenRupiah = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? '–' : roughRupiah(value);
const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : percent(value);

/** Cities side by side: reach, depth, concentration, gap; the last two measures where the merge carries them. */
const cities = (paper: PdfDocument, places: readonly NamedCell[], y: number): number => {
  line(paper, 'Bagian usaha yang belum menjual, per kota atau kabupaten', LEFT, y + 6, { size: 10, strong: true });
  const from = bars(paper, places.slice(0, FEW_BARS), y + 24);
  line(paper, 'Kota dan kabupaten berdampingan', LEFT, from + 8, { size: 10, strong: true });
  const spread = places.some((place) => place.spread !== null);
  const columns = [
    { title: 'Kota atau kabupaten', width: spread ? 149 : 214, of: ({ name }: NamedCell) => name },
    { title: 'Usaha', width: 55, of: ({ merchants }: NamedCell) => count(merchants) },
    {
      title: 'Belum menjual',
      width: 85,
      of: ({ unsold, merchants }: NamedCell) => `${count(unsold)} (${percent(unsold / merchants)})`,
    },
    { title: 'Omzet', width: 75, of: ({ turnoverRupiah }: NamedCell) => hiddenRupiah(turnoverRupiah) },
    ...(spread
      ? [{ title: '10 teratas', width: 65, of: (one: NamedCell) => share(one.spread?.topTenMerchantsShare.value) }]
      : []),
    { title: '3 bulan+', width: 70, of: ({ unsoldThreeOrMore }: NamedCell) => count(unsoldThreeOrMore) },
  ];
  const shown = places.slice(0, rowsThatFit(from + 24, FOOT - KEPT_BELOW));
  const end = smallTable(
    paper,
    from + 24,
    columns.map(({ title, width }, at) => (at === 0 ? { title, width } : { title, width, right: true })),
    shown.map((place) => columns.map(({ of }) => of(place))),
  );
  const rest = places.length - shown.length;
  const more = rest > 0 ? `${count(rest)} lainnya ada di lembar Excel. ` : '';
  const dash = shown.some(({ turnoverRupiah, spread: of }) => turnoverRupiah === null || (spread && of === null))
    ? 'Tanda – berarti tidak ditampilkan, karena dapat membuka omzet usaha tertentu.'
    : '';
  return remark(paper, `${more}${dash}`.trim(), end + 3);
};

const names = (paper: PdfDocument, { snapshot, least = [] }: Report, y: number): number => {
  const districtNames = new Map(snapshot.districts.map(({ code, name }) => [code, name]));
  const unsold = least.filter(({ turnoverRupiah }) => turnoverRupiah === 0);
  if (unsold.length === 0) return y;
  const most = Math.max(1, Math.min(MOST_NAMES, rowsThatFit(y + 20, FOOT - keptBelow(snapshot))));
  line(paper, 'Kunjungi lebih dulu', LEFT, y + 4, { size: 10, strong: true });
  const end = smallTable(
    paper,
    y + 20,
    [
      { title: 'Usaha', width: 135 },
      { title: 'Alamat', width: 200 },
      { title: 'Jenis usaha', width: 94 },
      { title: 'Lama (bulan)', width: 70, right: true },
    ],
    unsold
      .slice(0, most)
      .map((card) => [
        card.name,
        `${card.address}, ${districtNames.get(card.district) ?? card.district}`,
        categories[card.category],
        count(monthsUnsold(card)),
      ]),
  );
  const rest = snapshot.total.unsold - Math.min(most, unsold.length);
  return remark(paper, rest > 0 ? whereTheRestIs(rest, snapshot.total.unsold - unsold.length) : '', end + 2);
};

/** Who has not sold for how long, where they are, and for the city itself by name. */
export const gapList = (paper: PdfDocument, report: Report, y: number): number => {
  const { snapshot } = report;
  const { total } = snapshot;
  const top = heading(paper, y, 4, 'Perlu didatangi', whereNext(snapshot));
  const from = figures(paper, top, [
    ['belum menjual bulan ini saja', count(total.unsoldOne)],
    ['dua bulan berturut-turut', count(total.unsoldTwo)],
    ['tiga bulan atau lebih', count(total.unsoldThreeOrMore)],
    ['kembali menjual bulan ini', count(total.activated)],
  ]);
  const [inCity, merged] = [byUnsoldShare(snapshot.districts), byUnsoldShare(snapshot.cities)];
  const end =
    inCity.length > 0 ? districts(paper, inCity, from) : merged.length > 0 ? cities(paper, merged, from) : from;
  return names(paper, report, end);
};
