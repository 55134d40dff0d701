type Page<T> = { readonly items: readonly T[]; readonly next?: string | null };

/** More than anybody reads of one list: a page that shows so much is not asked for more. */
const MOST_PAGES = 20;

/**
 * A list to its end, page by page: what waits for somebody must be there whole, or whatever lies behind the first page is
 * forgotten. `read` answers the page at a cursor.
 */
export const allOf = async <T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { items, next } = await read(cursor);
    all.push(...items);
    if (!next) break;
    cursor = next;
  }
  return all;
};
