import { folded, searchWords } from '../basics/fold.ts';
import { unitOf } from '../basics/units.ts';

/**
 * The groups of comparable goods a product belongs to, narrowest first: same head noun and unit, then same unit.
 * Indonesian names goods head first (nasi kotak ayam, snack kotak, sepatu sekolah), so the first word says what it is.
 * Who invents a first word is compared with everything sold by the same unit (price-line.ts).
 */
export const goodsOf = ({ name, unit }: { name: string; unit: string }): readonly string[] => {
  const measure = unitOf(unit)?.text ?? folded(unit);
  const [head] = searchWords(name);
  return head === undefined ? [measure] : [`${measure}/${head}`, measure];
};

/** Whether two products are the same kind of goods: what a buyer means by "like this one". */
export const isLike = (a: { name: string; unit: string }, b: { name: string; unit: string }): boolean =>
  goodsOf(a)[0] === goodsOf(b)[0];
