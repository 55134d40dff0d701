import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import {
  centreAddress,
  cityAddress,
  districtAddress,
  equityAddress,
  fileOf,
  methodAddress,
  seldomSeenAddress,
} from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { getProduct, productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { getCity } from '../../shared/table/cities.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import type { PublicPage } from '../../web/storefront/public/page.ts';
import { gathered } from '../gathered.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { s3Files, s3Site } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { centrePage } from './centre-page.ts';
import { eachPage } from './each-page.ts';
import { writeFront } from './front.ts';
import { htmlOf } from './html.ts';
import {
  categoryKeys,
  categoryPages,
  closedMonths,
  districtPage,
  equityPage,
  homePage,
  seldomPage,
} from './list-pages.ts';
import { type ListName, listsOf, listsShowing, type Touched } from './page-names.ts';
import { type Before, publish, readBefore } from './publish.ts';
import { searchIndex, searchIndexKey } from './search-index.ts';
import { presentShell } from './shell.ts';
import { writeSitemaps } from './sitemap.ts';

const cached = (cityCode: string): string => `city of pages ${cityCode}`;
const cityNow = (world: World, cityCode: string): Promise<City | undefined> =>
  cachedFor(world, cached(cityCode), 5, () => getCity(world.table, cityCode));

/** Every list of a city, its closed months with it. */
const everyList = async (world: World, cityCode: string): Promise<ListName[]> => {
  const city = await cityNow(world, cityCode);
  if (!city) return [];
  return [
    ...(['home', 'seldom', 'method', 'sitemap', 'search'] as const).map((page) => ({ page, cityCode })),
    ...(Object.keys(categories) as (keyof typeof categories)[]).map((category) => ({
      page: 'category' as const,
      cityCode,
      category,
    })),
    ...city.districts.map(({ code }) => ({ page: 'district' as const, cityCode, district: code })),
  ];
};

/**
 * Centres and closed months do not move with the market; they are made again when somebody asks, or the city changed, and a
 * centre also when a month is closed, whose sales it then tells.
 */
const everyCentre = async ({ table }: World, cityCode: string): Promise<ListName[]> =>
  (await centresOf(table, cityCode)).map(({ slug }) => ({ page: 'centre', cityCode, slug }));
const everyMonth = async (world: World, cityCode: string): Promise<ListName[]> =>
  (await closedMonths(world, cityCode)).map((month) => ({ page: 'equity', cityCode, month }));

/** The lists a shop and its goods stand in. */
const listsOfShop = async (world: World, merchantId: string): Promise<ListName[]> => {
  const [shop, goods] = await Promise.all([
    getMerchant(world.table, merchantId),
    everyEntry((after) => productsOfMerchant(world.table, merchantId, { limit: 500, after })),
  ]);
  return shop ? [shop, ...goods].flatMap(listsOf) : [];
};

const apartFromSales = async (world: World, cityCode: string): Promise<ListName[]> => [
  ...(await everyCentre(world, cityCode)),
  ...(await everyMonth(world, cityCode)),
];

const named = async (world: World, touched: Touched, anew: boolean): Promise<ListName[]> => {
  switch (touched.page) {
    case 'every-list': {
      const { cityCode } = touched;
      return [...(await everyList(world, cityCode)), ...(anew ? await apartFromSales(world, cityCode) : [])];
    }
    case 'every-centre':
      return everyCentre(world, touched.cityCode);
    case 'lists-of-shop':
      return listsOfShop(world, touched.merchantId);
    case 'cards-of-shop':
      return (await listsOfShop(world, touched.merchantId)).filter(
        ({ page }) => page !== 'sitemap' && page !== 'search',
      );
    case 'lists-of-product': {
      const product = await getProduct(world.table, touched.merchantId, touched.productId);
      return product ? listsOf(product) : [];
    }
    default:
      return [touched];
  }
};

const showing =
  (world: World) =>
  async (event: MarketEvent): Promise<ListName[]> => {
    const anew = event.type === 'PagesDue' || event.type === 'CityChanged';
    // What was read a moment ago is what it was before.
    if (event.type === 'CityChanged') world.cache.delete(cached(event.detail.cityCode));
    return (await Promise.all(listsShowing(event).map((touched) => named(world, touched, anew)))).flat();
  };

/** The one address of a page that is alone, and what it shows now. */
const single = (
  world: World,
  city: City,
  name: ListName,
): [address: string, make: () => Promise<PublicPage | undefined>] | undefined => {
  switch (name.page) {
    case 'home':
      return [cityAddress(city), () => homePage(world, city)];
    case 'seldom':
      return [seldomSeenAddress(city), () => seldomPage(world, city)];
    case 'method':
      return [methodAddress(city), async () => ({ kind: 'method', city })];
    case 'centre':
      return [centreAddress(city, name), () => centrePage(world, city, name.slug)];
    case 'equity':
      return [equityAddress(city, name.month), () => equityPage(world, city, name.month)];
    case 'district': {
      const district = city.districts.find(({ code }) => code === name.district);
      return district && [districtAddress(city, district), () => districtPage(world, city, name.district)];
    }
    default:
      return undefined;
  }
};

/** Files of the pages that are made of one reading of all goods, whoever needed it first. */
const filesOf = async (world: World, name: ListName): Promise<string[]> => {
  const city = await cityNow(world, name.cityCode);
  if (!city) return [];
  if (name.page === 'search') return [searchIndexKey(city)];
  if (name.page === 'category') return categoryKeys(city, name.category);
  const [address] = single(world, city, name) ?? [];
  return address === undefined ? [] : [fileOf(address)];
};

/** Each page over the file that was there before the goods were read that all of them show. */
const write =
  (world: World, read: ReadonlyMap<string, Before>) =>
  async (name: ListName): Promise<void> => {
    const city = await cityNow(world, name.cityCode);
    if (!city) return;
    const shell = await presentShell(world);
    const start = { read, forget: () => world.cache.clear() };
    if (name.page === 'cities') return writeFront(world, city, shell);
    if (name.page === 'sitemap') return writeSitemaps(world, city, shell.origin);
    if (name.page === 'search')
      return publish(world, [searchIndexKey(city)], async () => [await searchIndex(world, city)], start);
    if (name.page === 'category')
      return publish(
        world,
        categoryKeys(city, name.category),
        async (wanted) =>
          (await categoryPages(world, city, name.category))
            .map(({ address, page, onlyOver }) => ({ key: fileOf(address), text: htmlOf(page, shell), onlyOver }))
            .filter(({ key }) => wanted.includes(key)),
        start,
      );
    const one = single(world, city, name);
    if (!one) return;
    const [address, make] = one;
    const key = fileOf(address);
    const render = async () => {
      const page = await make();
      return page ? [{ key, text: htmlOf(page, shell) }] : [];
    };
    await publish(world, [key], render, start);
  };

/** A container's own memory, apart from whoever else runs in this process: a batch begins by forgetting what it read. */
const apart = (world: () => World): (() => World) => {
  let own: World | undefined;
  return () => {
    own ??= { ...world(), cache: new Map() };
    own.cache.clear();
    return own;
  };
};

/** Writes lists and what is made over all goods of a city: once each, however many changes waited together. */
export const writeLists = (world: () => World): ((event: unknown) => Promise<SQSBatchResponse>) => {
  const ready = apart(world);
  return (event) => {
    const here = ready();
    const read = new Map<string, Before>();
    /** The files first, and then nothing that was read before them. */
    const begin = async (names: readonly ListName[]) => {
      const keys = new Set((await Promise.all(names.map((name) => filesOf(here, name)))).flat());
      for (const [key, before] of await readBefore(here, [...keys])) read.set(key, before);
      here.cache.clear();
    };
    return gathered(here, event, {
      asks: showing(here),
      does: async (names, failed) => {
        await begin(names);
        await eachPage(write(here, read))(names, failed);
      },
    });
  };
};

export const handler = writeLists(workingWorld({ files: s3Files, site: s3Site }));
