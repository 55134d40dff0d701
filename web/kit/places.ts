import type { Output } from '../../shared/contract.ts';
import type { Call } from '../entry/client.ts';

export type City = Output<'GET /cities/{city}'>;
export type CityCard = Output<'GET /cities'>['items'][number];

const PAGES = 6;

/** Every city of the market: at most 514, a hundred a page. */
export const loadCities = async (call: Call): Promise<CityCard[]> => {
  const cities: CityCard[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await call('GET /cities', { query: { limit: 100, cursor } });
    cities.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return cities;
};

/** A district's name, or the city's where the district is no longer on its list. */
export const districtName = (city: City, code: string): string =>
  city.districts.find((district) => district.code === code)?.name ?? city.name;
