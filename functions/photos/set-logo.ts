import { logoFile } from '../../shared/domain/photos/sizes.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getCity, saveCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { drawLogo } from './draw-logo.ts';
import { nameOf } from './store-photo.ts';

/** The files come before the city that names them; a letter issued with a former sign keeps it. */
export const setLogo = endpoint('POST /cities/{city}/logo', async (ask, world) => {
  const { params, bytes, caller } = ask;
  const { table, photos, now, cache } = world;
  const before = await getCity(table, params.city);
  if (!before) throw new Problem('city_not_found', `Kota ${params.city} belum ada di Pasar Rata.`);
  requireCityAdmin(caller, params.city);
  requireVersion(ask, before);
  const drawn = await drawLogo(bytes);
  const logo = `/photos/${nameOf(drawn)}.jpg`;
  await commit(table, [countToday('logo', params.city, now())]);
  await Promise.all(drawn.map((one) => photos.put(logoFile(logo, one.size).slice(1), one.bytes, 'image/jpeg')));
  const after = { ...before, logo, version: before.version + 1 };
  const act = { chain: params.city, at: now(), by: caller.person, act: 'city-changed', person: null } as const;
  const told = { ...act, subjects: [params.city], details: { version: String(after.version) } };
  await commit(table, [saveCity(after), ...(await recordAct(table, told, caller))]);
  cache.delete(`city ${params.city}`);
  return { logo };
});
