import { categories } from '../../shared/domain/basics/category-labels.ts';
import {
  categoryAddress,
  centreAddress,
  cityAddress,
  districtAddress,
  fileOf,
  methodAddress,
  productAddress,
  seldomSeenAddress,
  shopAddress,
  sitemapAddress,
  storyAddress,
} from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { offersOfCategory } from '../../shared/table/catalogue/products.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { getMerchants, merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { getShopAddresses } from '../../shared/table/register/shop-addresses.ts';
import { shopsWithStories } from '../../shared/table/stories.ts';
import { allCities } from '../reads/all-cities.ts';
import type { World } from '../world.ts';
import { countsNow, keepCount } from './city-counts.ts';
import { type Made, publish } from './publish.ts';

/** A sitemap may name 50,000 addresses (sitemaps.org). */
const MOST = 50_000;
const KEYS = 100;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Addresses are of a-z, 0-9, hyphens, slashes and dots: nothing in them needs escaping. */
const urlset = (origin: string, addresses: readonly string[]): string =>
  `${HEAD}<urlset ${XMLNS}>\n${addresses.map((one) => `<url><loc>${origin}${one}</loc></url>`).join('\n')}\n</urlset>`;

const shopAddresses = async ({ table }: World, city: City): Promise<string[]> => {
  const found: string[] = [];
  const read = (after: string | undefined) => merchantsOfCity(table, city.cityCode, 'verified', { limit: 1000, after });
  for await (const page of everyPage(read))
    for (let at = 0; at < page.length; at += KEYS) {
      const ids = page.slice(at, at + KEYS).map(({ merchantId }) => merchantId);
      for (const address of await getShopAddresses(table, ids))
        if (address) found.push(shopAddress(city, address.slug));
    }
  return found;
};

const goodsAddresses = async ({ table }: World, city: City): Promise<string[]> => {
  const found: string[] = [];
  for (const category of Object.keys(categories)) {
    const read = (after: string | undefined) =>
      offersOfCategory(table, city.cityCode, category, { limit: 1000, after });
    for await (const page of everyPage(read)) found.push(...page.map((product) => productAddress(city, product)));
  }
  return found;
};

const storyAddresses = async ({ table }: World, city: City): Promise<string[]> => {
  const ids = await shopsWithStories(table, city.cityCode);
  const found: string[] = [];
  for (let at = 0; at < ids.length; at += KEYS)
    for (const shop of await getMerchants(table, ids.slice(at, at + KEYS)))
      if (shop?.status === 'verified') found.push(storyAddress(city, shop));
  return found;
};

/** Every public address of a city, in as many sitemaps as it takes. */
const citySitemaps = async (world: World, city: City, origin: string, most: number): Promise<Made[]> => {
  const lists = [
    cityAddress(city),
    seldomSeenAddress(city),
    methodAddress(city),
    ...(Object.keys(categories) as (keyof typeof categories)[]).map((category) => categoryAddress(city, category)),
    ...city.districts.map((district) => districtAddress(city, district)),
    ...(await centresOf(world.table, city.cityCode)).map((centre) => centreAddress(city, centre)),
  ];
  const shops = [...(await shopAddresses(world, city)), ...(await storyAddresses(world, city))];
  const all = [...lists, ...shops, ...(await goodsAddresses(world, city))];
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, at) => ({
    key: fileOf(sitemapAddress(city, at + 1)),
    text: urlset(origin, all.slice(at * most, (at + 1) * most)),
  }));
};

/** Writes a city's sitemaps, and how many there are: the index of all cities names each. */
export const writeSitemaps = async (world: World, city: City, origin: string, most = MOST): Promise<void> => {
  const first = fileOf(sitemapAddress(city, 1));
  let parts = 1;
  await publish(world, [first], async (wanted) => {
    const made = await citySitemaps(world, city, origin, most);
    parts = made.length;
    // Those behind the first are known when all addresses are: they are made again once their files were read.
    return made.filter(({ key }) => key !== first || wanted.includes(key));
  });
  await keepCount(world, 'sitemaps', city.cityCode, () => parts);
};

/** The index of all cities' sitemaps, and what crawlers may not bother with. */
export const sitemapIndex = async (world: World, origin: string): Promise<Made[]> => {
  const [cities, parts] = await Promise.all([allCities(world), countsNow(world, 'sitemaps')]);
  const maps = cities.flatMap((city) =>
    Array.from(
      { length: parts[city.cityCode] ?? 1 },
      (_, at) => `<sitemap><loc>${origin}${sitemapAddress(city, at + 1)}</loc></sitemap>`,
    ),
  );
  return [
    { key: 'pages/sitemap.xml', text: `${HEAD}<sitemapindex ${XMLNS}>\n${maps.join('\n')}\n</sitemapindex>` },
    {
      key: 'pages/robots.txt',
      text: [
        'User-agent: *',
        ...['/api/', '/cari/', '/keranjang', '/pesanan', '/akun', '/kantor', '/toko-saya'].map(
          (one) => `Disallow: ${one}`,
        ),
        `Sitemap: ${origin}/sitemap.xml`,
      ].join('\n'),
    },
  ];
};
