import { Problem } from '../../shared/problem.ts';
import { getCity, getDistrict, listCities } from '../../shared/table/cities.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listAllCities = endpoint('GET /cities', ({ query }, world) =>
  page(world, 'cities', query, (request) => listCities(world.table, request)),
);

export const readCity = endpoint('GET /cities/{city}', ({ params }, world) => expectCity(world, params.city));

/** Never from a cache: who saves over a version has to have seen the last one. */
export const readCitySettings = endpoint('GET /cities/{city}/settings', async ({ params, caller }, { table }) => {
  requireCityReader(caller, params.city);
  const city = await getCity(table, params.city);
  if (!city) throw new Problem('city_not_found', `Kota ${params.city} belum ada di Pasar Rata.`);
  return city;
});

export const readDistrict = endpoint('GET /cities/{city}/districts/{district}', async ({ params }, { table }) => {
  const district = await getDistrict(table, params.city, params.district, { consistent: false });
  if (!district)
    throw new Problem('district_not_found', 'Kecamatan ini tidak ada di kota ini. Pilih dari daftar kecamatan kota.');
  return district;
});
