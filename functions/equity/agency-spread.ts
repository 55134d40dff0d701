import { spendConcentration } from '../../shared/domain/equity/spend-concentration.ts';
import type { AgencySpread } from '../../shared/domain/snapshot.ts';
import { figure } from '../../shared/domain/snapshot-cell.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { spendingsOfYear } from '../../shared/table/standings.ts';
import type { World } from '../world.ts';

/** One office's month: an owner's shops are joined before anything is measured. */
const spreadOfOne = async (
  world: World,
  agency: { agencyId: string; name: string },
  month: string,
): Promise<AgencySpread> => {
  const now = new Map<string, number>();
  const known = new Set<string>();
  for await (const { ownerId, rupiah, month: when } of spendingsOfYear(world.table, agency.agencyId, month)) {
    if (when === month) now.set(ownerId, (now.get(ownerId) ?? 0) + rupiah);
    else known.add(ownerId);
  }
  const spread = spendConcentration([...now.values()]);
  const fresh = [...now].filter(([ownerId]) => !known.has(ownerId));
  return {
    agencyId: agency.agencyId,
    name: agency.name,
    rupiah: spread.totalRupiah,
    owners: spread.owners,
    equivalentOwners: figure(spread.equivalentOwners),
    largestShare: figure(spread.largestShare),
    newOwners: fresh.length,
    newRupiah: fresh.reduce((sum, [, rupiah]) => sum + BigInt(rupiah), 0n).toString(),
  };
};

/** Every office of a city that bought in the month. The one table of a close that is held whole: offices are dozens. */
export const agencySpreads = async (world: World, cityCode: string, month: string): Promise<AgencySpread[]> => {
  const spreads: AgencySpread[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await agenciesOfCity(world.table, cityCode, { limit: 100, after });
    for (const agency of items) spreads.push(await spreadOfOne(world, agency, month));
    after = next;
  } while (after !== undefined);
  return spreads.filter(({ owners }) => owners > 0);
};
