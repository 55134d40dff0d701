import { dayOf } from '../../shared/domain/basics/month.ts';
import type { City, CityChange } from '../../shared/domain/places/city.ts';
import { holidayFlaws } from '../../shared/domain/places/holidays.ts';
import { withPolicies } from '../../shared/domain/places/policies.ts';
import { tileFlaws } from '../../shared/domain/places/tile-flaws.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getCity, saveCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireLawful } from './found-city.ts';

const requireSquares = ({ districts }: City, { tiles }: CityChange): void => {
  const flaws = tileFlaws(
    tiles ?? [],
    districts.map(({ code }) => code),
  );
  if (flaws.length > 0) throw new Problem('invalid_request', 'Letak kecamatan belum benar.', flaws.slice(0, 20));
};

const requireDaysOnce = ({ holidays }: CityChange): void => {
  const flaws = holidayFlaws(holidays ?? []);
  if (flaws.length > 0) throw new Problem('invalid_request', 'Ada hari libur yang tertulis dua kali.', flaws);
};

/** A city decides for itself how much, how far ahead and how long; its name, zone and districts are not its to choose. */
export const changeCity = endpoint('PATCH /cities/{city}', async (ask, { table, now, cache }) => {
  const { params, body, caller } = ask;
  const before = await getCity(table, params.city);
  if (!before) throw new Problem('city_not_found', `Kota ${params.city} belum ada di Pasar Rata.`);
  requireCityAdmin(caller, params.city);
  requireVersion(ask, before);
  const { policies = {}, ...plain } = body;
  requireLawful(policies, dayOf(now(), before.zone));
  requireSquares(before, plain);
  requireDaysOnce(plain);
  const after = {
    ...before,
    ...(plain.accent === undefined ? {} : { accent: plain.accent }),
    logo: plain.logo === null ? undefined : before.logo,
    helpPhone: plain.helpPhone === undefined ? before.helpPhone : (plain.helpPhone ?? undefined),
    tiles: plain.tiles === undefined ? before.tiles : (plain.tiles ?? undefined),
    holidays: plain.holidays ?? before.holidays,
    batikDay: plain.batikDay === undefined ? before.batikDay : (plain.batikDay ?? undefined),
    policies: withPolicies(before.policies, policies),
    version: before.version + 1,
  };
  await commit(table, [
    saveCity(after),
    ...(await recordAct(
      table,
      {
        chain: params.city,
        at: now(),
        by: caller.person,
        act: 'city-changed',
        person: null,
        subjects: [params.city],
        details: { version: String(after.version) },
      },
      caller,
    )),
  ]);
  cache.delete(`city ${params.city}`);
  return after;
});
