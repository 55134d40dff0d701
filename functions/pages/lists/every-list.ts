import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { centresOf } from '../../../shared/table/centres/centres.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { World } from '../../world.ts';
import { closedMonths } from '../list-pages.ts';
import type { ListName } from '../page-names.ts';

export const cityKey = (cityCode: string): string => `city of pages ${cityCode}`;
export const cityNow = (world: World, cityCode: string): Promise<City | undefined> =>
  cachedFor(world, cityKey(cityCode), 5, () => getCity(world.table, cityCode));

/** Every list of a city, its closed months with it. */
export const everyList = async (world: World, cityCode: string): Promise<ListName[]> => {
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
export const everyCentre = async ({ table }: World, cityCode: string): Promise<ListName[]> =>
  (await centresOf(table, cityCode)).map(({ slug }) => ({ page: 'centre', cityCode, slug }));
const everyMonth = async (world: World, cityCode: string): Promise<ListName[]> =>
  (await closedMonths(world, cityCode)).map((month) => ({ page: 'equity', cityCode, month }));

export const apartFromSales = async (world: World, cityCode: string): Promise<ListName[]> => [
  ...(await everyCentre(world, cityCode)),
  ...(await everyMonth(world, cityCode)),
];
