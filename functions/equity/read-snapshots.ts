import { publicSnapshot } from '../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY } from '../../shared/domain/places/region.ts';
import { snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { publicDecisions } from '../reads/months/decisions-above.ts';
import { expectSnapshot } from '../reads/months/expect-snapshot.ts';
import { withPublicAttainable } from '../reads/months/with-attainable.ts';
import type { World } from '../world.ts';

const listOf = (world: World, place: string, query: { limit: number; cursor?: string | undefined }) =>
  page(world, `snapshots ${place}`, query, (request) => snapshotsOfPlace(world.table, place, request));

export const listCitySnapshots = endpoint('GET /cities/{city}/snapshots', ({ params, query }, world) =>
  listOf(world, params.city, query),
);
export const listProvinceSnapshots = endpoint('GET /provinces/{province}/snapshots', ({ params, query }, world) =>
  listOf(world, params.province, query),
);
export const listCountrySnapshots = endpoint('GET /country/snapshots', ({ query }, world) =>
  listOf(world, COUNTRY, query),
);

const readPublic = async (world: World, place: string, month: string, revision?: number): Promise<Snapshot> => {
  const [snapshot, above] = await Promise.all([
    // What each office bought is told to nobody else.
    expectSnapshot(world, place, month, revision, 'none'),
    publicDecisions(world, place, month),
  ]);
  return withPublicAttainable(world, publicSnapshot(snapshot, above));
};

export const readCitySnapshot = endpoint('GET /cities/{city}/snapshots/{month}', ({ params, query }, world) =>
  readPublic(world, params.city, params.month, query.revision),
);
export const readProvinceSnapshot = endpoint(
  'GET /provinces/{province}/snapshots/{month}',
  ({ params, query }, world) => readPublic(world, params.province, params.month, query.revision),
);
export const readCountrySnapshot = endpoint('GET /country/snapshots/{month}', ({ params, query }, world) =>
  readPublic(world, COUNTRY, params.month, query.revision),
);
