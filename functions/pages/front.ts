import * as z from 'zod';
import type { City } from '../../shared/domain/places/city.ts';
import type { CityCount } from '../../web/storefront/public/page.ts';
import { allCities } from '../reads/all-cities.ts';
import type { World } from '../world.ts';
import { htmlOf, type Shell } from './html.ts';
import { shopCount } from './list-pages.ts';
import { publish } from './publish.ts';
import { sitemapIndex } from './sitemap.ts';

const COUNTS = 'pages/cities.json';
const Counts = z.looseObject({ shops: z.record(z.string(), z.int()).default({}) });

const countsNow = async ({ site }: World) => {
  const found = await site.get(COUNTS);
  return Counts.parse(found ? JSON.parse(Buffer.from(found.bytes).toString('utf8')) : {}).shops;
};

/** Counts one city's shops; the others are known from when theirs changed. */
const countCity = (world: World, cityCode: string): Promise<void> =>
  publish(world, [COUNTS], async () => {
    const [shops, known] = await Promise.all([shopCount(world, cityCode), countsNow(world)]);
    const counts = Object.entries({ ...known, [cityCode]: shops }).sort(([a], [b]) => (a < b ? -1 : 1));
    return [{ key: COUNTS, text: JSON.stringify({ shops: Object.fromEntries(counts) }) }];
  });

/** The front door with every city and how many shops it has, the page for addresses that are none, and what crawlers read first. */
export const writeFront = async (world: World, city: City, shell: Shell): Promise<void> => {
  await countCity(world, city.cityCode);
  await publish(
    world,
    ['pages/index.html', 'pages/404.html', 'pages/sitemap.xml', 'pages/robots.txt'],
    async (wanted) => {
      const [all, counts, crawled] = await Promise.all([
        allCities(world),
        countsNow(world),
        sitemapIndex(world, shell.origin),
      ]);
      const cities = all.map((one): CityCount => ({ ...one, shops: counts[one.cityCode] }));
      const made = [
        { key: 'pages/index.html', text: htmlOf({ kind: 'cities', cities }, shell) },
        { key: 'pages/404.html', text: htmlOf({ kind: 'missing', cities }, shell) },
        ...crawled,
      ];
      return made.filter(({ key }) => wanted.includes(key));
    },
  );
};
