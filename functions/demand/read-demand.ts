import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { OfficePlans, officePlans, plansOfOffices } from '../reads/offices/office-plans.ts';
import { summedOr } from '../reads/offices/office-sums.ts';
import { demandName } from '../reads/prepared/names.ts';

/**
 * Everything here is announced by law line by line, so no cell is hidden: there is nobody behind it but an office and its plan.
 */
export const readDemand = endpoint('GET /cities/{city}/demand/{year}', async ({ params, query }, world) => {
  const city = await expectCity(world, params.city);
  const { year } = params;
  const plans = await summedOr(world, city, {
    what: demandName(year, query.category),
    schema: OfficePlans,
    told: `Rencana belanja ${year}`,
    now: async () => officePlans(await plansOfOffices(world, city, year), query.category),
  });
  return { cityCode: city.cityCode, year, ...plans };
});
