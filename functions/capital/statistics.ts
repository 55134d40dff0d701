import { capitalStatistics } from '../../shared/domain/capital/tally.ts';
import { capitalTallies } from '../../shared/table/capital/applications.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

export const readCapitalStatistics = endpoint(
  'GET /cities/{city}/capital-statistics/{year}',
  async ({ params, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const read = (after: string | undefined) =>
      capitalTallies(world.table, cityCode, params.year, { limit: 100, after });
    return capitalStatistics(await everyEntry(read));
  },
);
