const GROUPED = /^\d{1,3}(?:([., ])\d{3}(?:\1\d{3})*)?$/;

/** How sums are said between people: `25rb`, `1,5 juta`. Two decimals at most, since three could be a group. */
const SAID = /^(\d+)(?:[.,](\d{1,2}))?\s*(ribu|rb|k|juta|jt|mil[iy]ar)\.?$/i;
/** Without such a word what stands before it would be another sum. */
const ENDS_IN_WORD = /(?:^|\P{L})(?:ratus|ribu|rb|k|juta|jt|mil[iy]ar)\.?$/iu;
const scales: Readonly<Record<string, number>> = { r: 1e3, k: 1e3, j: 1e6, m: 1e9 };
const said = (sum: string): number => {
  const [, whole, part = '', word = ''] = SAID.exec(sum) ?? [];
  return whole === undefined
    ? -1
    : Math.round(Number(`${whole}.${part}`) * (scales[word[0]?.toLowerCase() ?? ''] ?? 0));
};

/**
 * A count or a sum as people type it in a field of a page: `Rp15.000`, `15 000`, `15.000,00`, `15.000,-`, `40 kotak`,
 * `25rb`, `1,5 juta`. Nothing typed is 0. What is no such number (`40,5`, `-5`, `40-50`, `5 ratus`) stays broken or below nought,
 * and is asked for again instead of being read as another one. Never NaN, which JSON would write as null.
 */
export const typedNumber = (typed = ''): number => {
  const sum = typed
    .normalize('NFKC')
    .trim()
    .replace(/^rp\.?\s*/i, '');
  if (ENDS_IN_WORD.test(sum)) return said(sum);
  const plain = sum
    .replace(/(\d)\s*\p{L}[\p{L}\s.]*$/u, '$1')
    .replace(/[.,](?:-|–|—|0{1,2})$/, '')
    .replace(/\s+/g, ' ');
  if (/^\d+$/.test(plain) || GROUPED.test(plain)) return Number(plain.replace(/\D/g, ''));
  if (typed.trim() === '') return 0;
  const other = Number(plain.replace(',', '.'));
  return Number.isFinite(other) && !Number.isInteger(other) ? other : -1;
};
