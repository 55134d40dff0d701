import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectSnapshot } from '../reads/months/expect-snapshot.ts';
import { withAttainable } from '../reads/months/with-attainable.ts';

/** What a page of shops and districts shows of a month: a large city has hundreds of offices. */
const withoutOffices = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  agencies: [],
  year: { ...snapshot.year, agencies: [] },
});

export const readCityMonth = endpoint('GET /cities/{city}/months/{month}', async ({ params, query, caller }, world) => {
  requireCityReader(caller, (await expectCity(world, params.city)).cityCode);
  const snapshot = await expectSnapshot(world, params.city, params.month, query.revision);
  return withAttainable(world, query.offices === 'none' ? withoutOffices(snapshot) : snapshot);
});
