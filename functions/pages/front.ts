import type { City } from '../../shared/domain/places/city.ts';
import type { CityCount } from '../../web/storefront/public/page.ts';
import { allCities } from '../reads/all-cities.ts';
import type { World } from '../world.ts';
import { countsNow, keepCount } from './city-counts.ts';
import { htmlOf, type Shell } from './html.ts';
import { shopCount } from './list-pages.ts';
import { publish } from './publish.ts';
import { sitemapIndex } from './sitemap.ts';

/** The front door with every city and how many shops it has, the page for addresses that are none, and what crawlers read first. */
export const writeFront = async (world: World, city: City, shell: Shell): Promise<void> => {
  await keepCount(world, 'shops', city.cityCode, () => shopCount(world, city.cityCode));
  await publish(
    world,
    ['pages/index.html', 'pages/404.html', 'pages/sitemap.xml', 'pages/robots.txt'],
    async (wanted) => {
      const [all, counts, crawled] = await Promise.all([
        allCities(world),
        countsNow(world, 'shops'),
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
