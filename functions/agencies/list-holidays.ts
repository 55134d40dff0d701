import { holidaysOf } from '../../shared/domain/places/holidays.ts';
import { holidaysIn } from '../../shared/rules/holidays.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

/** A year nobody entered yet has the city's own days alone, and says so by its missing source. */
export const listHolidays = endpoint('GET /cities/{city}/holidays/{year}', async ({ params }, world) => {
  const { holidays = [] } = await expectCity(world, params.city);
  const country = holidaysIn(params.year);
  const own = holidays.filter(({ day }) => day.startsWith(params.year));
  return {
    days: holidaysOf(country?.days ?? [], own),
    source: country?.source ?? null,
    confirmed: country?.confirmed ?? false,
  };
});
