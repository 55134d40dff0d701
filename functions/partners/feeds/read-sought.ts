import { latestOf } from '../../../shared/domain/partners/feeds/latest.ts';
import { soughtOf } from '../../../shared/domain/partners/sought.ts';
import { feedsOfCity, getFeeds } from '../../../shared/table/partners/feeds.ts';
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
  const { cityCode } = await expectCity(world, params.city);
  const { month, items } = await soughtIn(world, cityCode);
  const { district } = query;
  return { city: cityCode, month, items: items.filter((one) => district === undefined || one.district === district) };
});
