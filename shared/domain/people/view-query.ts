/**
 * What a view never keeps: the place is the office's own, the month is the last one, what was looked for may be somebody's
 * phone or number, and a cursor is one moment's.
 */
const LEFT_OUT = new Set(['kota', 'provinsi', 'bulan', 'cari', 'q', 'cursor', 'lanjut', 'code', 'state']);
const NAME = /^[a-z][a-z-]{0,23}$/i;

/** What of an address narrows a page in a way worth keeping, in the order of its names; '' where nothing does. */
export const keptQuery = (search: string): string => {
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => NAME.test(name) && !LEFT_OUT.has(name.toLowerCase()) && value !== '',
  );
  return String(new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));
};

/** Whether a query is written as it is kept. */
export const isKeptQuery = (query: string): boolean => keptQuery(query) === query;
