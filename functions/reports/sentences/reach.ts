import type { NamedCell } from '../../../shared/domain/equity/snapshot/cell.ts';
import { headline } from '../../../shared/domain/equity/snapshot/headline.ts';
import { mayBeChance } from '../../../shared/domain/equity/snapshot/sentences.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { count } from '../figures.ts';

/** A place smaller than this says little by its share: it stands after the others. */
export const FEW = 10;

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
