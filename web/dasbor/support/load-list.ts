import type { Month } from '../../../shared/domain/basics/month.ts';
import type { Call } from '../../entry/client.ts';
import type { Standing } from '../../kit/equity/words.ts';
import { pageFrom } from '../page-from.ts';
import type { Wanted } from './wanted.ts';

export type Standings = { readonly items: Standing[]; readonly next: string | null };

/** A list to act on: a morning's calls. */
const LIST_PAGE = 20;
const PAGES = 21;

/** A page of the month's shops by what they sold. */
export const loadList = async (call: Call, city: string, month: Month, wanted: Wanted): Promise<Standings> => {
  const { order, district, category } = wanted;
  const list = (cursor: string | undefined) =>
    call('GET /cities/{city}/standings/{month}', {
      params: { city, month },
      query: { order, district, category, limit: LIST_PAGE, cursor },
    });
  let found = await pageFrom(wanted.cursor, list);
  // A narrow filter on a large city can find nothing on one page and more on the next.
  for (let page = 1; found.items.length === 0 && found.next !== null && page < PAGES; page++)
    found = await list(found.next);
  return found;
};
