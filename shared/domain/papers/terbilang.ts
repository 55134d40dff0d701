/** The most that is written in words: 999 triliun and what is below. Far above any order. */
export const TERBILANG_MAX = 999_999_999_999_999;

const ones = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const steps = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
  [100, 'ratus'],
] as const;

/** One hundred and one thousand are `seratus` and `seribu`; one million is `satu juta`. */
const counted = (many: number, name: string): string =>
  many === 1 && (name === 'ribu' || name === 'ratus') ? `se${name}` : `${words(many)} ${name}`;

const withRest = (front: string, rest: number): string => (rest === 0 ? front : `${front} ${words(rest)}`);

const words = (value: number): string => {
  const step = steps.find(([size]) => value >= size);
  if (step) return withRest(counted(Math.floor(value / step[0]), step[1]), value % step[0]);
  if (value >= 20) return withRest(`${ones[Math.floor(value / 10)]} puluh`, value % 10);
  return value >= 12 ? `${ones[value - 10]} belas` : (ones[value] as string);
};

/**
 * A whole number in Indonesian words, as receipts write it beside the figures: `terbilang(1_100_000)` is "satu juta
 * seratus ribu". Spelling of KBBI: miliar, triliun. Throws for what is no whole number from 0 to 999 triliun.
 */
export const terbilang = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > TERBILANG_MAX)
    throw new RangeError(`${value} has no words here: whole numbers from 0 to ${TERBILANG_MAX}`);
  return words(value);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Tujuh ratus tiga puluh ribu rupiah`, as a receipt begins it. */
export const rupiahInWords = (value: number): string => `${capital(terbilang(value))} rupiah`;
