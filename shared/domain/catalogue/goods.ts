import { folded, searchWords } from '../basics/fold.ts';
import { unitOf } from '../basics/units.ts';

/**
 * The kind of goods a product is: its head noun and its unit of sale. Indonesian names goods head first (nasi kotak
 * ayam, snack kotak, sepatu sekolah), so the first word says what it is. Only goods of one kind have a common fair price:
 * the metre of a banner says nothing of the metre of a cable.
 */
export const goodsOf = ({ name, unit }: { name: string; unit: string }): string => {
  const [head = ''] = searchWords(name);
  return `${unitOf(unit)?.text ?? folded(unit)}/${head}`;
};
