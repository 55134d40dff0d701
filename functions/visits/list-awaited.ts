import type { AwaitedVisit } from '../../shared/domain/visits/awaited.ts';
import { awaitedVisitsOf, sortOfAwaited } from '../../shared/table/visits/awaited-visits.ts';
import { expectCity, requireFieldReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { pageWithin } from '../http/shops-within.ts';

export const listAwaitedVisits = endpoint(
  'GET /cities/{city}/awaited-visits',
  async ({ params, query, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    const districts = requireFieldReader(caller, cityCode);
    return page(world, `awaited visits ${cityCode} ${districts ?? ''}`, query, (request) =>
      pageWithin<AwaitedVisit>(
        world,
        districts,
        request,
        (wider) => awaitedVisitsOf(world.table, cityCode, wider),
        sortOfAwaited,
      ),
    );
  },
);
