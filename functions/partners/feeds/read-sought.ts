import { monthOf, previousMonth } from '../../../shared/domain/basics/month.ts';
import { classify } from '../../../shared/domain/demand/classify.ts';
import { latestOf } from '../../../shared/domain/partners/feeds/latest.ts';
import { soughtOf } from '../../../shared/domain/partners/sought.ts';
import { unmetSearches } from '../../../shared/domain/search/unmet.ts';
import { feedsOfCity, getFeeds } from '../../../shared/table/partners/feeds.ts';
import { unmetOf } from '../../../shared/table/ranking/unmet-searches.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/** More than a city's partners report and correct in a month. */
const NEWEST = 60;

/** Of the newest month that any partner reported. */
const soughtIn = async ({ table }: World, cityCode: string) => {
  const { items } = await feedsOfCity(table, { cityCode, kind: 'demand' }, { limit: NEWEST });
  const month = items[0]?.month ?? null;
  const feeds = await getFeeds(table, latestOf(items.filter((feed) => feed.month === month)));
  const cells = feeds.map(({ figures }) => (figures.kind === 'demand' ? figures.cells : []));
  return { month, items: soughtOf(cells) };
};

export const readSought = endpoint('GET /cities/{city}/sought', async ({ params, query }, world) => {
  const { cityCode, zone } = await expectCity(world, params.city);
  // Of whole months alone: nobody reads one search out of two looks at a running one.
  const last = previousMonth(monthOf(world.now(), zone));
  const [{ month, items }, counts] = await Promise.all([
    soughtIn(world, cityCode),
    unmetOf(world.table, cityCode, last),
  ]);
  const { district } = query;
  const own = unmetSearches(counts, (term) => classify(term).category).filter(
    (one) => district === undefined || one.district === null || one.district === district,
  );
  const near = items.filter((one) => district === undefined || one.district === district);
  return { city: cityCode, month, items: near, own: { month: last, items: own } };
});
