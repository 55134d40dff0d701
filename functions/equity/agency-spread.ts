import type { OfficeInput } from '../../shared/domain/snapshot-inputs.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { spendingsOfYear } from '../../shared/table/standings.ts';
import type { World } from '../world.ts';

/** One office's month: an owner's shops are joined before anything is measured, and owners are left without a name. */
const spendOfOne = async (
  world: World,
  { agencyId, name }: { agencyId: string; name: string },
  month: string,
): Promise<OfficeInput> => {
  const now = new Map<string, number>();
  const known = new Set<string>();
  for await (const { ownerId, rupiah, month: when } of spendingsOfYear(world.table, agencyId, month)) {
    if (when === month) now.set(ownerId, (now.get(ownerId) ?? 0) + rupiah);
    else known.add(ownerId);
  }
  const spend = [...now].map(([ownerId, rupiah]): [number, boolean] => [rupiah, !known.has(ownerId)]);
  return { agencyId, name, spend: spend.sort((a, b) => a[0] - b[0] || Number(a[1]) - Number(b[1])) };
};

/** Every office of a city that bought in the month. The one table of a close that is held whole: offices are dozens. */
export const agencySpends = async (world: World, cityCode: string, month: string): Promise<OfficeInput[]> => {
  const offices: OfficeInput[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await agenciesOfCity(world.table, cityCode, { limit: 100, after });
    for (const agency of items) offices.push(await spendOfOne(world, agency, month));
    after = next;
  } while (after !== undefined);
  return offices.filter(({ spend }) => spend.length > 0);
};
