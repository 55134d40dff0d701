import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';

/** Where room is short. */
export const shortNames: Record<Category, string> = {
  ...categories,
  'daily-needs': 'Sembako',
  souvenirs: 'Oleh-oleh',
  crafts: 'Kerajinan',
  printing: 'Cetak & ATK',
};

export const isCategory = (text: string | undefined): text is Category =>
  text !== undefined && Object.hasOwn(categories, text);
