import { City, DistrictVillages } from '../domain/places/city.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { type Freshness, get } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { put, save, type Write } from './engine/writes.ts';

/** What the list of tenants shows; the monthly close starts from it too. */
const CityEntry = City.pick({
  cityCode: true,
  name: true,
  provinceCode: true,
  provinceName: true,
  zone: true,
  accent: true,
  foundedAt: true,
});

// | entity   | pk         | sk              | list 1            |
// | City     | CITY#35.73 | CITY            | CITIES / 35.73    |
// | District | CITY#35.73 | DISTRICT#35.73.02 |                 |
const cities = entity({
  type: 'City',
  schema: City,
  key: ({ cityCode }: Pick<City, 'cityCode'>) => ({ pk: `CITY#${cityCode}`, sk: 'CITY' }),
  list1: ({ cityCode }) => ({ pk: 'CITIES', sk: cityCode }),
  card: namesIn(CityEntry),
});
const districts = entity({
  type: 'District',
  schema: DistrictVillages,
  key: ({ cityCode, code }: Pick<DistrictVillages, 'cityCode' | 'code'>) => ({
    pk: `CITY#${cityCode}`,
    sk: `DISTRICT#${code}`,
  }),
});

export const getCity = (table: Table, cityCode: string, freshness?: Freshness) =>
  get(table, cities, { pk: `CITY#${cityCode}`, sk: 'CITY' }, freshness);
export const getDistrict = (table: Table, cityCode: string, code: string, freshness?: Freshness) =>
  get(table, districts, { pk: `CITY#${cityCode}`, sk: `DISTRICT#${code}` }, freshness);

export const listCities = (table: Table, request: Omit<PageRequest, 'pk'>) =>
  list(table, CityEntry, 'list1', { pk: 'CITIES', ...request });

export const saveCity = (city: City): Write => save(cities, city);
export const putDistrict = (district: DistrictVillages): Write => put(districts, district);
