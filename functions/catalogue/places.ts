import { Problem } from '../../shared/problem.ts';
import { getDistrict, listCities } from '../../shared/table/cities.ts';
import { page } from '../cursor.ts';
import { endpoint } from '../endpoint.ts';
import { expectCity } from '../expect.ts';

export const listAllCities = endpoint('GET /cities', ({ query }, world) =>
  page(world, 'cities', query, (stretch) => listCities(world.table, stretch)),
);

export const readCity = endpoint('GET /cities/{city}', ({ params }, world) => expectCity(world, params.city));

export const readDistrict = endpoint('GET /cities/{city}/districts/{district}', async ({ params }, { table }) => {
  const district = await getDistrict(table, params.city, params.district, { consistent: false });
  if (!district) throw new Problem('city_not_found', 'Kecamatan ini tidak ada di Pasar Rata.');
  return district;
});
