import { dayOf } from '../../../shared/domain/basics/month.ts';
import { fileOf, searchIndexAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { CityIndex } from '../../../shared/domain/search/city-index.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { Indexed } from '../../reads/lists/decide.ts';
import { freeIn, shelfIn } from '../../reads/lists/redraw.ts';
import type { World } from '../../world.ts';

/** What was written may be this old in a search; the writer needs some seconds itself. */
const INDEX_SECONDS = 10;

/**
 * The goods of a city, or of one category, as their writer left them: files named by their content, so only what changed
 * is read again. Undefined where none was written today, because what is open and what a ceiling is depends on the day.
 */
export const indexedGoods = async (
  world: World,
  city: City,
  category: string | undefined,
): Promise<Indexed | undefined> => {
  const index = await cachedFor(world, `search index ${city.cityCode}`, INDEX_SECONDS, async () => {
    const found = await world.site.get(fileOf(searchIndexAddress(city)));
    return found && CityIndex.parse(JSON.parse(Buffer.from(found.bytes).toString('utf8')));
  });
  if (index?.drawnOn !== dayOf(world.now(), city.zone)) return undefined;
  const offerKeys = index.offers.flatMap(([name, key]) => (category === undefined || name === category ? [key] : []));
  const { freeKey } = index;
  const [shelves, free] = await Promise.all([
    Promise.all(offerKeys.map((key) => shelfIn(world, key))),
    freeIn(world, freeKey),
  ]);
  return { shelves, free, offerKeys, freeKey };
};
