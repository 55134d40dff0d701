const GROUPED = /^\d{1,3}(?:([., ])\d{3}(?:\1\d{3})*)?$/;

/** How sums are written between people: `25rb`, `1,5 juta`. Two decimals at most, since three could be a group. */
const SCALED = /^(\d+)(?:[.,](\d{1,2}))?\s*(ribu|rb|k|juta|jt)\.?$/i;
const scaled = (plain: string): number | undefined => {
  const [, whole, part = '', word = ''] = SCALED.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const value = Number(`${whole}.${part}`) * (/^j/i.test(word) ? 1_000_000 : 1_000);
  return Math.round(value);
};

/**
 * A count or a sum as people type it in a field of a page: `Rp15.000`, `15 000`, `15.000,00`, `15.000,-`, `40 kotak`.
 * `25rb`, `1,5 juta`. Nothing typed is 0. What is no such number (`40,5`, `-5`, `40-50`) stays broken or below nought, and is asked for again,
 * instead of being read as ten or a hundred times as much. Never NaN, which JSON would write as null.
 */
export const typedNumber = (typed = ''): number => {
  const sum = typed
    .normalize('NFKC')
    .trim()
    .replace(/^rp\.?\s*/i, '');
  const said = scaled(sum);
  if (said !== undefined) return said;
  if (/(ribu|rb|juta|jt)\.?$/i.test(sum)) return -1;
  const plain = sum
    .replace(/(?<=\d)\s*\p{L}[\p{L}\s.]*$/u, '')
    .replace(/[.,](?:-|–|—|0{1,2})$/, '')
    .replace(/\s+/g, ' ');
  if (/^\d+$/.test(plain) || GROUPED.test(plain)) return Number(plain.replace(/\D/g, ''));
  if (typed.trim() === '') return 0;
  const other = Number(plain.replace(',', '.'));
  return Number.isFinite(other) && !Number.isInteger(other) ? other : -1;
};
