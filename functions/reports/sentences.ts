import { index, roughRupiah } from '../../shared/domain/basics/wording.ts';
import {
  cheapestSentence,
  envySentence,
  exposureSentence,
  firstSaleSentence,
  reachedSentence,
  silenceSentence,
} from '../../shared/domain/equity/attainable/sentences.ts';
import { reasonInWords } from '../../shared/domain/equity/definitions/definition.ts';
import { isCoarse } from '../../shared/domain/equity/disclosure/public-spread.ts';
import type { NamedCell, Spread } from '../../shared/domain/equity/snapshot/cell.ts';
import { headline } from '../../shared/domain/equity/snapshot/headline.ts';
import {
  COARSE_CURVE,
  lorenzSentence,
  mayBeChance,
  topTenSentence,
} from '../../shared/domain/equity/snapshot/sentences.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { shortReasons } from '../../shared/domain/ranking/rule/sentence.ts';
import { count, percent } from './figures.ts';
import type { Report } from './report.ts';

/** A place smaller than this says little by its share: it stands after the others. */
const FEW = 10;

/** What is drawn, in words. */
export const curveInWords = (spread: Spread): string =>
  isCoarse(spread) ? COARSE_CURVE : lorenzSentence(spread.lorenz);
const evenness = (spread: Spread): string =>
  isCoarse(spread)
    ? `Koefisien Gini ${index(spread.gini.value ?? 0)}: 0 berarti rata, 1 berarti satu usaha memegang semuanya.`
    : lorenzSentence(spread.lorenz);

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
export const whoDidNotSell = ({ total, month }: Snapshot): string =>
  headline(total, month) +
  (total.unsoldThreeOrMore > 0
    ? ` ${count(total.unsoldThreeOrMore)} di antaranya sudah tiga bulan atau lebih.`
    : total.unsold > 0
      ? ' Belum ada yang sampai tiga bulan berturut-turut.'
      : '');

/** How concentrated turnover is. */
export const howConcentrated = ({ total }: Snapshot): string => {
  if (total.spread === null) return 'Sebaran omzet tidak ditampilkan, karena dapat membuka omzet satu atau dua usaha.';
  const { topTenMerchantsShare: ten, gini } = total.spread;
  if (gini.value === null) return `Sebaran omzet belum dapat dihitung: ${reasonInWords(gini.reason)}.`;
  const top = ten.value !== null && total.sold > FEW;
  return top ? topTenSentence(total, ten.value ?? 0) : evenness(total.spread);
};

/** Where to go next. */
export const whereNext = ({ districts, cities, total: { unsold } }: Snapshot): string => {
  const [first, second] = byUnsoldShare(districts.length > 0 ? districts : cities).filter(
    ({ unsold, mergedFrom }) => unsold > 0 && !mergedFrom,
  );
  if (!first && unsold > 0) return 'Wilayah yang perlu dikunjungi disamarkan untuk umum; petugas kota melihatnya.';
  if (!first) return 'Semua wilayah sudah menjual; jaga agar tidak ada yang berhenti.';
  const nameWithCounts = ({ name, merchants, unsold }: NamedCell) =>
    `${name} (${count(unsold)} dari ${count(merchants)} usaha belum menjual)`;
  const chance = mayBeChance(first, second) ? '; selisihnya bisa kebetulan' : '';
  return `Kunjungi lebih dulu ${nameWithCounts(first)}${second ? `, lalu ${nameWithCounts(second)}` : ''}${chance}.`;
};

/** The workbook names as many as one list holds; beyond that only the Dasbor does. */
export const whereTheRestIs = (rest: number, beyond: number): string =>
  beyond > 0
    ? `${count(rest)} usaha lain ada di Dasbor Kota; lembar Excel memuat semuanya selain ${count(beyond)} di antaranya.`
    : `${count(rest)} usaha lain ada di lembar Excel dan di Dasbor Kota.`;

/** How much a usual seller sold. */
export const howDeep = ({ total }: Snapshot): string => {
  if (total.spread === null) return 'Omzet tidak ditampilkan, karena usahanya terlalu sedikit.';
  const { median, p25, p75 } = total.spread;
  if (median.value === null) return `Omzet tengah belum ada: ${reasonInWords(median.reason)}.`;
  const range =
    p25.value === null || p75.value === null
      ? ''
      : ` Separuh penjual berada di antara ${roughRupiah(p25.value)} dan ${roughRupiah(p75.value)}.`;
  return `Separuh penjual beromzet ${roughRupiah(median.value)} atau kurang.${range}`;
};

/** The twelve months beside the month: fairer to read, because few orders always look uneven. */
export const howTheYearWent = ({ year: { total } }: Snapshot): string => {
  const { merchants, unsold, departed: left, activated, dropped, turnoverRupiah, spread } = total;
  const among = left > 0 ? `${count(merchants)} usaha (${count(left)} sudah keluar)` : `${count(merchants)} usaha`;
  const reach = `${count(unsold)} dari ${among} belum menjual apa pun; ${count(activated)} kembali menjual setelah bulan kosong, ${count(dropped)} pernah berhenti.`;
  if (turnoverRupiah === null || spread === null) return `${reach} Omzetnya tidak ditampilkan.`;
  const gini = spread.gini.value === null ? '' : `; Gini ${index(spread.gini.value)}`;
  return `${reach} Omzetnya ${roughRupiah(turnoverRupiah)}${gini}. Satu bulan dengan sedikit pesanan selalu tampak timpang, setahun lebih adil dibaca.`;
};

const MOST_MISSING = 6;
/** What a partial merge had to do without; nothing to say where it is whole. */
export const whatIsMissing = ({ missing }: Pick<Report, 'missing'>): string => {
  if (missing.length === 0) return '';
  const names = missing.slice(0, MOST_MISSING).map(({ name }) => name);
  const rest = missing.length - names.length;
  return (
    `Belum lengkap: ${count(missing.length)} kota atau kabupaten belum punya rekap yang dapat digabung ` +
    `(${names.join(', ')}${rest > 0 ? ` dan ${count(rest)} lainnya` : ''}). Angka di sini tanpa mereka.`
  );
};

/** Whether the figures stand, and why not yet. */
export const howFinal = ({ snapshot, missing }: Report): string => {
  if (snapshot.phase === 'final') return 'Angka akhir';
  return `Angka sementara: ${missing.length > 0 ? 'belum semua kota masuk' : 'laporan usaha masih dapat berubah'}`;
};

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
