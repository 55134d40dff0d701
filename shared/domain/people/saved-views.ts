import * as z from 'zod';
import { Name } from '../basics/text.ts';
import { isKeptQuery } from './view-query.ts';

/** Tabs beside each other on a phone: more would hide one another. */
export const MOST_A_PAGE = 6;

/** A page of the Dasbor narrowed in one way, under the name colleagues know it by. */
const SavedView = z
  .strictObject({
    name: Name(32),
    page: z.string().regex(/^[a-z][a-z-]{0,31}$/, 'Halaman ini tidak dikenal.'),
    query: z.string().max(300).refine(isKeptQuery, 'Filter ini tidak bisa disimpan.'),
  })
  .meta({ id: 'SavedView' });

/** The views a city's office shares: a handful for each page, each name once. They belong to the city, not to who made them. */
export const SavedViews = z
  .strictObject({ views: z.array(SavedView).max(60) })
  .superRefine(({ views }, { addIssue }) => {
    for (const [index, { page, name }] of views.entries()) {
      const before = views.slice(0, index).filter((view) => view.page === page);
      const wrong = (field: string, message: string) =>
        addIssue({ code: 'custom', path: ['views', index, field], message });
      if (before.some((view) => view.name === name)) wrong('name', 'Nama ini sudah dipakai.');
      if (before.length === MOST_A_PAGE) wrong('page', `Paling banyak ${MOST_A_PAGE} tampilan.`);
    }
  })
  .meta({ id: 'SavedViews' });
export type SavedViews = z.infer<typeof SavedViews>;
