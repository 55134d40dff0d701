import * as z from 'zod';
import { addDays, dayOf } from '../../../shared/domain/basics/month.ts';
import { fileOf, searchIndexAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import { CityIndex } from '../../../shared/domain/search/city-index.ts';
import type { World } from '../../world.ts';
import { cachedByContent } from '../cached-by-content.ts';
import { cachedFor } from '../cached-for.ts';
import { isLarge } from '../large-city.ts';
import { getPacked } from '../packed-files.ts';
import { packedShelf, type Shelf } from './shelf.ts';

const Rows = z.array(Offered);
const Free = z.array(z.tuple([z.string(), z.int()]));
/** The goods of a file of offers, in columns: a large city's are kept for its searches. */
export const shelfIn = (world: World, key: string): Promise<Shelf> =>
  cachedByContent(world, key, async () => packedShelf(Rows.parse(await getPacked(world.files, key))));
export const freeIn = async (world: World, key: string | null) =>
  new Map(
    key === null ? [] : await cachedByContent(world, key, async () => Free.parse(await getPacked(world.files, key))),
  );

/** What was written may be this old in a search; the writer needs some seconds itself. */
const INDEX_SECONDS = 10;

/** Goods whose rows lie in files: what a publisher left for searches, and for the lists of a large city. */
export type Ahead = {
  readonly shelves: readonly Shelf[];
  /** Of which nothing is left. */
  readonly free: ReadonlyMap<string, number>;
  readonly offerKeys: string[];
  readonly freeKey: string | null;
};

/**
 * The goods of a city, or of one category, as their writer left them: files named by their content, so only what changed
 * is read again. Undefined where none was written today, because what is open and what a ceiling is depends on the day; a
 * large city, whose table nobody can wait for, goes on with those of yesterday until today's are there.
 */
export const goodsAhead = async (
  world: World,
  city: City,
  ledger: CityLedger,
  category: string | undefined,
): Promise<Ahead | undefined> => {
  const index = await cachedFor(world, `search index ${city.cityCode}`, INDEX_SECONDS, async () => {
    const found = await world.site.get(fileOf(searchIndexAddress(city)));
    return found && CityIndex.parse(JSON.parse(Buffer.from(found.bytes).toString('utf8')));
  });
  const today = dayOf(world.now(), city.zone);
  if (!index || index.drawnOn < (isLarge(ledger) ? addDays(today, -1) : today)) return undefined;
  const offerKeys = index.offers.flatMap(([name, key]) => (category === undefined || name === category ? [key] : []));
  const { freeKey } = index;
  const [shelves, free] = await Promise.all([
    Promise.all(offerKeys.map((key) => shelfIn(world, key))),
    freeIn(world, freeKey),
  ]);
  return { shelves, free, offerKeys, freeKey };
};
