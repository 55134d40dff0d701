import { dayOf, monthOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { ListRequest } from '../../../shared/domain/ranking/list/offered.ts';
import { unmetTerm } from '../../../shared/domain/search/unmet.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { countUnmet, soughtBy } from '../../../shared/table/ranking/unmet-searches.ts';
import { houseOf } from '../../http/address.ts';
import type { World } from '../../world.ts';

type Search = Pick<ListRequest, 'category' | 'district'> & { readonly text: string; readonly address: string };

/** The hour on the city's wall. */
const hourIn = ({ zone }: City, at: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));

/**
 * Counts a search that found nothing: what was sought and where, never who. One house counts once a month for a term, and a
 * day for few terms, so that no one person is ten. Whoever searches waits for it and never hears of it.
 */
export const countUnmetSearch = async (world: World, city: City, search: Search): Promise<void> => {
  const term = unmetTerm(search.text);
  if (term === undefined) return;
  const { cityCode, zone } = city;
  const at = world.now();
  const [district, category] = [search.district ?? null, search.category ?? null];
  if (district !== null && !city.districts.some(({ code }) => code === district)) return;
  const house = houseOf(search.address);
  const visitor = world.keyedIds.derived('vis', 'unmet', dayOf(at, zone), house);
  const month = monthOf(at, zone);
  const visit = world.keyedIds.derived('vis', 'unmet', month, house, cityCode, term);
  try {
    await commit(world.table, [
      soughtBy(visit, at),
      countToday('unmet-terms', visitor, at),
      countUnmet(cityCode, { term, district, category }, { month, hour: hourIn(city, at), at }),
    ]);
  } catch (error) {
    if (!(error instanceof Problem)) world.logger.warn('a search in vain was not counted', { error: error as Error });
  }
};
