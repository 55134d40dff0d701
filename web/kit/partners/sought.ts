import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count } from '../../../shared/domain/basics/wording.ts';

export type SoughtFound = Output<'GET /cities/{city}/sought'>;
export type Sought = SoughtFound['items'][number];

/** `Kuliner: dicari sedikitnya 120 kali dan tidak ada. Kata yang dicari: pecel, es pleret.` */
export const soughtSentence = ({ category, times, terms }: Pick<Sought, 'category' | 'times' | 'terms'>): string => {
  const words = terms.length > 0 ? ` Kata yang dicari: ${terms.join(', ')}.` : '';
  return `${categories[category]}: dicari sedikitnya ${count(times)} kali dan tidak ada.${words}`;
};

/** What is sought of a shop's kind where it is; undefined where nobody asks. */
export const soughtOfShop = (
  sought: readonly Sought[],
  { district, category }: { readonly district: string; readonly category: string },
): Sought | undefined => sought.find((one) => one.district === district && one.category === category);

export type OwnSought = SoughtFound['own'];
/** What is sought of a shop's kind in the market itself, near it or anywhere in the city. */
export const ownSoughtOfShop = (
  { items }: OwnSought,
  { district, category }: { readonly district: string; readonly category: string },
): OwnSought['items'][number] | undefined =>
  items.find((one) => one.category === category && (one.district === null || one.district === district));

/** What visitors take home and what people eat: the goods a place is known for. */
export const isFeatured = ({ category }: { readonly category: Category }): boolean =>
  category === 'culinary' || category === 'souvenirs';
