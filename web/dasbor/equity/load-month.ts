import type { Call } from '../../entry/client.ts';
import type { Snapshot, Standing } from '../../kit/equity/words.ts';

/** Above this many dots nobody reads dots any more, and bars tell the same. */
const MOST_DOTS = 600;

/** Every shop of a month, where they are few enough to be shown one by one. */
export const loadEverybody = async (
  call: Call,
  city: string,
  { month, total }: Pick<Snapshot, 'month' | 'total'>,
): Promise<Standing[] | undefined> => {
  if (total.merchants > MOST_DOTS) return undefined;
  const everybody: Standing[] = [];
  let cursor: string | undefined;
  for (let page = 0; page * 100 < MOST_DOTS; page++) {
    const { items, next } = await call('GET /cities/{city}/standings/{month}', {
      params: { city, month },
      query: { limit: 100, cursor },
    });
    everybody.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return everybody;
};
