import { index } from '../../shared/domain/basics/wording.ts';
import type { Unit } from '../../shared/domain/equity/definitions/indicator.ts';

/** What a report can show: a number, a total as a decimal string, words, or nothing. */
export type Value = number | string | null;

const digits = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, '.');
const comma = (value: number, most: number): string => String(Number(value.toFixed(most))).replace('.', ',');

/** `1.234`, of counts and of totals beyond 2^53. */
export const count = (value: number | string): string => {
  const text = String(value);
  return text.startsWith('-') ? `-${digits(text.slice(1))}` : digits(text);
};
/** `Rp12.500` */
export const rupiah = (value: number | string): string => `Rp${count(value)}`;
/** A share as people say it: never `0%` for something, never `100%` for less than all. */
export const percent = (share: number): string => {
  const value = share * 100;
  if (value > 0 && value < 0.1) return 'kurang dari 0,1%';
  if (value > 99 && value < 100) return 'lebih dari 99%';
  return `${comma(value, value < 10 ? 1 : 0)}%`;
};

/** A value as a person reads it in its unit. */
export const spoken = (value: Value, unit: Unit): string => {
  if (value === null) return '–';
  if (unit === 'rupiah') return rupiah(value);
  if (unit === 'share') return percent(Number(value));
  if (unit === 'index') return index(Number(value));
  return typeof value === 'number' ? count(value) : value;
};
