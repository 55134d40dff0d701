import { Problem } from '../../shared/problem.ts';
import { getDistrict, listCities } from '../../shared/table/cities.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listAllCities = endpoint('GET /cities', ({ query }, world) =>
  page(world, 'cities', query, (request) => listCities(world.table, request)),
);

export const readCity = endpoint('GET /cities/{city}', ({ params }, world) => expectCity(world, params.city));

export const readDistrict = endpoint('GET /cities/{city}/districts/{district}', async ({ params }, { table }) => {
  const district = await getDistrict(table, params.city, params.district, { consistent: false });
  if (!district)
    throw new Problem('district_not_found', 'Kecamatan ini tidak ada di kota ini. Pilih dari daftar kecamatan kota.');
  return district;
});
