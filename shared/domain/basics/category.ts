import * as z from 'zod';
import { categories } from './category-labels.ts';

export const Category = z
  .enum(Object.keys(categories) as [keyof typeof categories, ...(keyof typeof categories)[]])
  .meta({ id: 'Category', example: 'meeting-food' });
export type Category = z.infer<typeof Category>;
