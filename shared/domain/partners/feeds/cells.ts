import type { RowFlaw } from '../../basics/sheets/sheet.ts';
import { BELOW_TEN, LEAST_SHOWN } from './words.ts';

/** Of very many flaws the first are told. */
const MOST_TOLD = 100;
const MOST_MONEY = 1_000_000_000_000_000;
/** No city's month has as many of anything; the longest file of them still adds up exactly. */
const MOST_COUNTED = 999_999_999;

/** What is wrong with rows, and what is only odd: how many, and the first of them. */
export const flawList = () => {
  const flaws: RowFlaw[] = [];
  let count = 0;
  return {
    add: (row: number, column: string, detail: string): void => {
      count += 1;
      if (flaws.length < MOST_TOLD) flaws.push({ row, column, detail });
    },
    get count() {
      return count;
    },
    flaws,
  };
};
export type FlawList = ReturnType<typeof flawList>;

const WHOLE = /^\d{1,15}$/;
const NOT_WHOLE = 'Tulis angka bulat tanpa titik atau koma; kosongkan bila tidak diketahui.';

/** One row, by what its columns are about; complains about itself. */
export type Row = {
  readonly at: number;
  /** As it was typed, without spaces around it. */
  readonly text: (column: string) => string;
  readonly flaw: (column: string, detail: string) => undefined;
  readonly flag: (column: string, detail: string) => void;
};

/**
 * A count as MDS writes it: -1 is below ten, blank is unknown. Publishers deviate: what is below ten and told all the same is
 * kept back here, and flagged. Undefined when it is wrong.
 */
export const countOf = (row: Row, column: string): number | null | undefined => {
  const typed = row.text(column);
  if (typed === '') return null;
  if (typed === '-1') return BELOW_TEN;
  if (typed.startsWith('-')) return row.flaw(column, 'Jumlah tidak boleh negatif. Tulis -1 bila di bawah 10.');
  if (!WHOLE.test(typed)) return row.flaw(column, NOT_WHOLE);
  const count = Number(typed);
  if (count > MOST_COUNTED) return row.flaw(column, 'Terlalu banyak untuk satu bulan. Periksa angkanya.');
  if (count >= LEAST_SHOWN) return count;
  row.flag(column, `Tertulis ${count}; di bawah 10 seharusnya -1. Disimpan sebagai -1.`);
  return BELOW_TEN;
};

type Counted = number | null | undefined;
/** Whether a part is surely more than its whole: a whole that is kept back is nine at most; of what is unknown nothing is sure. */
export const isMoreThan = (part: Counted, whole: Counted): boolean =>
  part != null && whole != null && part > (whole === BELOW_TEN ? LEAST_SHOWN - 1 : whole);

/** Rupiah; blank is unknown. Undefined when it is wrong. */
export const moneyOf = (row: Row, column: string): number | null | undefined => {
  const typed = row.text(column);
  if (typed === '') return null;
  if (typed.startsWith('-')) return row.flaw(column, 'Rupiah tidak boleh negatif. Kosongkan bila tidak diketahui.');
  if (!WHOLE.test(typed) || Number(typed) > MOST_MONEY) return row.flaw(column, NOT_WHOLE);
  return Number(typed);
};
