import type { World } from '../functions/world.ts';
import { insertAgency } from '../shared/table/agencies.ts';
import { commit } from '../shared/table/engine/writes.ts';

const idOf = (at: number): string => `agc_${String(at).padStart(26, '0')}`;

/** Offices of a city as they stand in the table, with nobody in their seats: what a large city has hundreds of. */
export const manyOffices = async (world: World, cityCode: string, many = 60): Promise<void> => {
  for (let at = 0; at < many; at++)
    await commit(world.table, [
      insertAgency({
        agencyId: idOf(at),
        cityCode,
        name: `Sekolah ${at + 1}`,
        address: 'Jl. Veteran No. 1',
        createdAt: world.now(),
        version: 1,
        request: '',
      }),
    ]);
};
