import { DAY_MS, type Month } from '../month.ts';
import { Day } from '../month-schema.ts';

const names = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ');
const others: Readonly<Record<string, string>> = {
  may: 'mei',
  aug: 'agu',
  agt: 'agu',
  ags: 'agu',
  oct: 'okt',
  dec: 'des',
  nop: 'nov',
  peb: 'feb',
};
const numberOf = (word: string): number => {
  const short = word.toLowerCase().slice(0, 3);
  return names.indexOf(others[short] ?? short) + 1;
};
const written = (year: number, month: number): Month | undefined =>
  year >= 2000 && year < 2100 && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;

/** Days of a spreadsheet count from 30 December 1899; only what falls into this century is one. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const serialDay = (serial: string): Day | undefined => {
  const day = new Date(SERIAL_ZERO + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  return day.startsWith('20') ? day : undefined;
};

/** The month of a date as plans write it: `2026-05-01T00:00:00Z`, `01/05/2026`, `1 Mei 2026`, `Mei 2026`, `05-2026`, or a spreadsheet's day. */
export const monthIn = (text: string): Month | undefined => {
  const plain = text.trim();
  const [, serial] = SERIAL.exec(plain) ?? [];
  if (serial !== undefined) return serialDay(serial)?.slice(0, 7);
  const iso = /^(\d{4})[-/.](\d{1,2})(?:\D|$)/.exec(plain);
  if (iso) return written(Number(iso[1]), Number(iso[2]));
  const local = /^(?:(\d{1,2})[-/. ])?(\d{1,2}|\p{L}{3,9})[-/. ]+(\d{4})\b/u.exec(plain);
  if (!local) return undefined;
  const [, , month = '', year = ''] = local;
  return written(Number(year), /^\d/.test(month) ? Number(month) : numberOf(month));
};

const dayAt = (year: number, month: number, day: number): Day | undefined => {
  const padded = [month, day].map((part) => String(part).padStart(2, '0'));
  const { success, data } = Day.safeParse([year, ...padded].join('-'));
  return success && written(year, month) ? data : undefined;
};

/** The day of a date as lists write it: `2025-03-01`, `01/03/2025`, `1 Maret 2025`, or a spreadsheet's day; days come before months here. */
export const dayIn = (text: string): Day | undefined => {
  const plain = text.trim();
  const [, serial] = SERIAL.exec(plain) ?? [];
  if (serial !== undefined) return serialDay(serial);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(plain);
  if (iso) return dayAt(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[-/. ]+(\d{1,2}|\p{L}{3,9})[-/. ]+(\d{4})$/u.exec(plain);
  if (!local) return undefined;
  const [, day = '', month = '', year = ''] = local;
  return dayAt(Number(year), /^\d/.test(month) ? Number(month) : numberOf(month), Number(day));
};
