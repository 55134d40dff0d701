import { type Instant, type Month, wallTime, type Zone } from './month.ts';

/*
 * How figures, times and phone numbers are written. Written out instead of Intl, which puts a no-break space into
 * "Rp 12.500" and changes between browsers.
 */

const digits = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, '.');

/** `1.234` */
export const count = (value: number | string | bigint): string => {
  const text = String(value);
  return text.startsWith('-') ? `−${digits(text.slice(1))}` : digits(text);
};

/** `4,6`: a figure with one decimal, as it is written here. */
export const oneDecimal = (figure: number): string => figure.toFixed(1).replace('.', ',');

/** `Rp12.500`; totals come as decimal strings. */
export const rupiah = (value: number | string | bigint): string => {
  const text = count(value);
  return text.startsWith('−') ? `−Rp${text.slice(1)}` : `Rp${text}`;
};

const steps = [
  [1e12, 'triliun', 'triliun'],
  [1e9, 'miliar', 'miliar'],
  [1e6, 'jt', 'juta'],
  [1e3, 'rb', 'ribu'],
] as const;
const comma = (value: number): string => String(value).replace('.', ',');

/** To a tenth. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
const inSteps = (value: number): readonly [amount: string, short: string, long: string] => {
  // What rounds up to a thousand thousand is a million.
  const [size, short, long] = steps.find(([least]) => rounded(value / (least / 1000)) >= 1000) ?? [1, '', ''];
  return [`Rp${comma(rounded(value / size))}`, short, long];
};
/** For axes and tight places: `Rp100 rb`, `Rp12,5 jt`, `Rp1,2 miliar`. "M" alone is read as million by some. */
export const shortRupiah = (value: number): string => {
  const [amount, short] = inSteps(value);
  return `${amount} ${short}`.trimEnd();
};
/** For sentences: `Rp12,5 juta`. */
export const roughRupiah = (value: number | string): string => {
  const [amount, , long] = inSteps(Number(value));
  return `${amount} ${long}`.trimEnd();
};

/** `0,71`: an index, with more digits where two would tell what is neither 0 nor 1 as one of them. */
export const index = (value: number): string => {
  const says = (places: number): boolean => {
    const told = Number(value.toFixed(places));
    return told === value || (told !== 0 && told !== 1);
  };
  return value.toFixed([2, 3, 4, 5, 6, 7, 8].find(says) ?? 9).replace('.', ',');
};

/** A share between 0 and 1 as `61%` or `6,4%`; never `0%` for something, never `100%` for less than all. */
export const percent = (share: number): string => {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '<0,1%';
  if (value > 99 && value < 100) return '>99%';
  return `${comma(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}%`;
};

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `November 2026` */
export const monthName = (month: Month): string => `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

const clocks: Record<Zone, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** `21 November 2026 pukul 23.30 WIB`, on the wall clock of the zone. */
export const dateTime = (at: Instant, zone: Zone): string => {
  const wall = wallTime(at, zone);
  return `${day(wall)} pukul ${wall.slice(11, 13)}.${wall.slice(14, 16)} ${clocks[zone]}`;
};

/** The same for what ends then: midnight is the end of a day, `20 November 2026 pukul 24.00 WIB`, not the next one’s beginning. */
export const deadline = (at: Instant, zone: Zone): string => {
  const ends = dateTime(at, zone);
  if (!ends.includes('pukul 00.00')) return ends;
  return dateTime(new Date(Date.parse(at) - 1).toISOString(), zone).replace('23.59', '24.00');
};

/** `21 November 2026`, of a calendar day or anything that begins with one. */
export const day = (date: string): string => `${Number(date.slice(8, 10))} ${monthName(date)}`;

/** Monday first, as `weekdayOf` counts. */
export const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** The last day of a month: `31 Oktober 2026`. */
export const lastDay = (month: Month): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return day(new Date(Date.UTC(year, number, 0)).toISOString());
};

/** `+6281234567890` as people write it: `0812-3456-7890`. */
export const phone = (e164: string): string => {
  const local = e164.replace(/^\+?62/, '0');
  const cut = local.startsWith('08') ? 4 : /^0(2[1-9]|31|61)/.test(local) ? 3 : 4;
  // Four by four; a single digit left over joins the group before it.
  const groups = local.slice(cut).match(/\d{4}\d(?!\d)|\d{1,4}/g) ?? [];
  return [local.slice(0, cut), ...groups].join('-');
};

/** Halves of letters, which no address can carry. */
const HALVES = /[\ud800-\udfff]/gu;
/** A WhatsApp link that opens the list of chats, or one chat, with a text ready to send. */
export const whatsApp = (text: string, e164 = ''): string =>
  `https://wa.me/${e164.replace(/\D/g, '')}?text=${encodeURIComponent(text.replace(HALVES, '\ufffd'))}`;
