import * as z from 'zod';

export const PAGE_LIMIT = 100;

/** Every list takes these: at most 100 entries a page, continued by an opaque cursor bound to its list. */
export const Paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_LIMIT)
    .default(50)
    .meta({ description: 'Entries a page, at most 100' }),
  cursor: z.string().min(1).max(600).optional().describe('From `next` of the page before'),
} as const;

export const Paged = <T extends z.ZodType>(of: T) =>
  z.object({ items: z.array(of), next: z.string().nullable().describe('Cursor of the next page; null at the end') });

/** A city's offices a page at a time, of all or of those with these words in their names. */
export const OfficePaging = {
  text: z.string().trim().min(2).max(60).optional().describe('Beginnings of words in an office’s name'),
  ...Paging,
} as const;
