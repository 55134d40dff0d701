import { monthOf, previousMonth } from '../../../shared/domain/basics/month.ts';
import { latestOf } from '../../../shared/domain/partners/feeds/latest.ts';
import { NO_WORDS } from '../../../shared/domain/partners/told-words.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { feedsOfCity, getFeeds } from '../../../shared/table/partners/feeds.ts';
import { getSoughtWords } from '../../../shared/table/partners/sought-words.ts';
import { unmetOf } from '../../../shared/table/ranking/unmet-searches.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { World } from '../../world.ts';

/** More than a city's partners report and correct in a month. */
const NEWEST = 60;
/** A month that is over changes no more. */
const PAST_SECONDS = 600;

/** Of the newest month that any partner reported. */
const newestCells = async ({ table }: World, cityCode: string) => {
  const { items } = await feedsOfCity(table, { cityCode, kind: 'demand' }, { limit: NEWEST });
  const month = items[0]?.month ?? null;
  const feeds = await getFeeds(table, latestOf(items.filter((feed) => feed.month === month)));
  return { month, cells: feeds.map(({ figures }) => (figures.kind === 'demand' ? figures.cells : [])) };
};

/** What was sought in a city: as partners report it, in the market itself, and what the city says of the words. */
export const soughtFound = async (world: World, { cityCode, zone }: City) => {
  // Of whole months alone: nobody reads one search out of two looks at a running one.
  const last = previousMonth(monthOf(world.now(), zone));
  const [{ month, cells }, counts, said] = await Promise.all([
    newestCells(world, cityCode),
    cachedFor(world, `unmet ${cityCode} ${last}`, PAST_SECONDS, () => unmetOf(world.table, cityCode, last)),
    getSoughtWords(world.table, cityCode),
  ]);
  return { month, cells, last, counts, said: said ?? { ...NO_WORDS, cityCode, version: 0 } };
};
