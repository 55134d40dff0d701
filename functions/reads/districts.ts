import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { getDistrict } from '../../shared/table/cities.ts';
import type { World } from '../world.ts';
import { cachedFor } from './cached-for.ts';

/** Districts and villages change with a law. */
const DISTRICT_SECONDS = 300;

/** A district with its villages, if there is one. */
const districtOf = (world: World, cityCode: string, district: string) =>
  cachedFor(world, `district ${cityCode} ${district}`, DISTRICT_SECONDS, () =>
    getDistrict(world.table, cityCode, district, { consistent: false }),
  );

/** Every district of a city with its villages. */
export const villagesOf = async (world: World, { cityCode, districts }: Pick<City, 'cityCode' | 'districts'>) =>
  (await Promise.all(districts.map(({ code }) => districtOf(world, cityCode, code)))).filter(
    (district) => district !== undefined,
  );

/** Refuses a district or village that Kemendagri does not know in this city. */
export const requireRegion = async (
  world: World,
  cityCode: string,
  district: string,
  village?: string,
): Promise<void> => {
  const found = await districtOf(world, cityCode, district);
  if (!found)
    throw new Problem('region_not_found', 'Kecamatan ini tidak ada di kota yang dipilih.', [
      { pointer: '/district', detail: 'Pilih kecamatan dari daftar kota.' },
    ]);
  if (village !== undefined && !found.villages.some(({ code }) => code === village))
    throw new Problem('region_not_found', `Kelurahan ini tidak ada di Kecamatan ${found.name}.`, [
      { pointer: '/village', detail: 'Pilih kelurahan dari daftar kecamatan.' },
    ]);
};
